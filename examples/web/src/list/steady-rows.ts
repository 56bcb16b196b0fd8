import { type RefObject, useLayoutEffect, useRef } from 'react';

/** What is in sight stays where it is when rows come before it. */
export function useSteadyRows(list: RefObject<HTMLElement | null>, firstId: string | undefined): void {
  const before = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for when another row is the first
  useLayoutEffect(() => {
    const first = list.current?.firstElementChild ?? null;
    if (first && before.current?.isConnected) {
      scrollBy({ top: before.current.getBoundingClientRect().top - first.getBoundingClientRect().top });
    }
    before.current = first;
  }, [firstId]);
}
