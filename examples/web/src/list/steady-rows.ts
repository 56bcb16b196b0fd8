import { type RefObject, useLayoutEffect, useRef } from 'react';

/** Keeps the scroll position of the visible rows when rows are added before them. */
export function useSteadyRows(list: RefObject<HTMLElement | null>, firstId: string | undefined): void {
  const before = useRef<Element | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when the first row changes
  useLayoutEffect(() => {
    const first = list.current?.firstElementChild ?? null;
    if (first && before.current?.isConnected) {
      scrollBy({ top: before.current.getBoundingClientRect().top - first.getBoundingClientRect().top });
    }
    before.current = first;
  }, [firstId]);
}
