import { type RefObject, useEffect } from 'react';
import { amendUrl } from '../app/router.tsx';

/**
 * Keeps the cursor before the first row in sight in the URL, so that a reload, or somebody who was sent the link, sees
 * the same rows.
 */
export function usePlaceInUrl(list: RefObject<HTMLUListElement | null>, hasPrevious: boolean): void {
  useEffect(() => {
    const note = () => {
      const rows = [...(list.current?.children ?? [])];
      const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > 1);
      // The first row there is has none before it whose cursor is known.
      if (first === -1 || (first === 0 && hasPrevious)) return;
      const params = new URLSearchParams(location.search);
      const cursor = rows[first - 1]?.getAttribute('data-cursor');
      if (cursor) params.set('after', cursor);
      else params.delete('after');
      amendUrl(params.size > 0 ? `?${params}` : '');
    };
    addEventListener('scrollend', note);
    return () => removeEventListener('scrollend', note);
  }, [list, hasPrevious]);
}
