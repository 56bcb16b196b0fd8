import { createContext, type ReactNode, use, useEffect, useState, useTransition } from 'react';

/** A history entry. Going back to it restores it as it was entered, regardless of later `amendUrl` calls. */
export interface Place {
  readonly key: string;
  readonly path: string;
  readonly search: string;
}

interface Routing {
  readonly place: Place;
  /** Whether the next place is still loading; the previous one remains visible. */
  readonly isPending: boolean;
  /** Navigates. `meanwhile` runs in the same transition, for optimistic updates. */
  navigate(href: string, options?: { readonly replace?: boolean; readonly meanwhile?: () => void }): void;
}

const RoutingContext = createContext<Routing | null>(null);
const entered = new Map<string, Place>();
/** The id of the element that had the focus when a place was left, by the key of the place. */
const left = new Map<string, string>();
/** Whether the user has navigated. On the first page, the focus stays where the browser put it. */
let hasMoved = false;

function here(): Place {
  // Only this file writes history.state.
  const state = history.state as { key: string } | null;
  const key = state?.key ?? crypto.randomUUID();
  if (!state) history.replaceState({ key }, '');
  const place = entered.get(key) ?? { key, path: location.pathname, search: location.search };
  entered.set(key, place);
  return place;
}

/** Changes the URL that a reload opens, without navigating. */
export function amendUrl(search: string): void {
  history.replaceState(history.state, '', location.pathname + search);
}

export function Router({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState(here);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    // The browser would restore the scroll position before the list is loaded.
    history.scrollRestoration = 'manual';
    const follow = () => {
      hasMoved = true;
      startTransition(() => setPlace(here()));
    };
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);

  const navigate: Routing['navigate'] = (href, { replace = false, meanwhile } = {}) => {
    hasMoved = true;
    left.set(place.key, document.activeElement?.id ?? '');
    history[replace ? 'replaceState' : 'pushState']({ key: crypto.randomUUID() }, '', href);
    startTransition(() => {
      meanwhile?.();
      setPlace(here());
    });
  };

  return <RoutingContext value={{ place, isPending, navigate }}>{children}</RoutingContext>;
}

export function useRouting(): Routing {
  const routing = use(RoutingContext);
  if (routing === null) throw new Error('useRouting is for what is inside of Router.');
  return routing;
}

/** Focuses the heading of a new page, or the last focused element of a page that the user returns to. */
export function useArrival(heading: { readonly current: HTMLElement | null }): void {
  const { place } = useRouting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: on arrival, not on each change of place
  useEffect(() => {
    if (!hasMoved) return;
    const last = document.getElementById(left.get(place.key) ?? '');
    if (!last) scrollTo({ top: 0 });
    (last ?? heading.current)?.focus({ preventScroll: !last });
  }, []);
}
