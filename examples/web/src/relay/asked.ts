import { useSyncExternalStore } from 'react';

export interface Asked {
  readonly name: string;
  readonly ms: number;
  readonly cost: number | undefined;
}

let asked: readonly Asked[] = [];
const listeners = new Set<() => void>();

export function recordAsked(request: Asked): void {
  asked = [...asked, request].slice(-10);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The last 10 requests of this page, oldest first. */
export const useAsked = (): readonly Asked[] => useSyncExternalStore(subscribe, () => asked);
