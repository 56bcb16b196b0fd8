import { createContext, type ReactNode, use, useEffect, useState, useTransition } from 'react';

/** Where one is. Coming back to a place, it is as it was entered, whatever `amendUrl` wrote since. */
export interface Place {
  readonly key: string;
  readonly path: string;
  readonly search: string;
}

interface Routing {
  readonly place: Place;
  /** The next place is not there yet; the one before still shows. */
  readonly isPending: boolean;
  /** `meanwhile` runs in the same transition: for what shows at once. */
  navigate(href: string, options?: { readonly replace?: boolean; readonly meanwhile?: () => void }): void;
}

const RoutingContext = createContext<Routing | null>(null);
const entered = new Map<string, Place>();
/** Where the focus was in a place that was left. */
const left = new Map<string, string>();
/** The page that the browser loaded has the focus where the browser put it. */
let hasMoved = false;

function here(): Place {
  // Only this file writes it.
  const state = history.state as { key: string } | null;
  const key = state?.key ?? crypto.randomUUID();
  if (!state) history.replaceState({ key }, '');
  const place = entered.get(key) ?? { key, path: location.pathname, search: location.search };
  entered.set(key, place);
  return place;
}

/** Where a reload of this page goes, without going there. */
export function amendUrl(search: string): void {
  history.replaceState(history.state, '', location.pathname + search);
}

export function Router({ children }: { readonly children: ReactNode }) {
  const [place, setPlace] = useState(here);
  const [isPending, startTransition] = useTransition();

  useEffect(() => {
    // The browser would scroll a list that is not there yet.
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

/** A page that was gone to has the focus at its heading; one that was come back to, where it was. */
export function useArrival(heading: { readonly current: HTMLElement | null }): void {
  const { place } = useRouting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for the arrival, not for each change of the place
  useEffect(() => {
    if (!hasMoved) return;
    const last = document.getElementById(left.get(place.key) ?? '');
    if (!last) scrollTo({ top: 0 });
    (last ?? heading.current)?.focus({ preventScroll: !last });
  }, []);
}
