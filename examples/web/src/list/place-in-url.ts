import { type RefObject, useEffect } from 'react';
import { amendUrl } from '../app/router.tsx';

/** Keeps the cursor before the first visible row in the URL: reloads and shared links show the same rows. */
export function usePlaceInUrl(list: RefObject<HTMLUListElement | null>, hasPrevious: boolean): void {
  useEffect(() => {
    const note = () => {
      const rows = [...(list.current?.children ?? [])];
      const first = rows.findIndex((row) => row.getBoundingClientRect().bottom > 1);
      // The cursor before the first loaded row is unknown if the list has previous rows.
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
