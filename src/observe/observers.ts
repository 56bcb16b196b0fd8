import type { Observer } from './observer.ts';

type Part = Partial<Observer>;

type Hook<Name extends keyof Observer> = (...args: Parameters<Observer[Name]>) => void;

function all<Name extends keyof Observer>(parts: readonly Part[], name: Name): Hook<Name> {
  const hooks = parts.flatMap((part) => {
    const hook = part[name] as Hook<Name> | undefined;
    return hook === undefined ? [] : [hook.bind(part) as Hook<Name>];
  });
  const [first, ...others] = hooks;
  if (first === undefined) return () => undefined;
  if (others.length === 0) return first;
  return (...args) => {
    for (const hook of hooks) hook(...args);
  };
}

/** One observer that calls several, in this order; undefined if there are none. */
export function observers(parts: readonly Part[]): Observer | undefined {
  if (parts.length === 0) return undefined;
  return {
    started: all(parts, 'started'),
    ended: all(parts, 'ended'),
    eventStarted: all(parts, 'eventStarted'),
    eventEnded: all(parts, 'eventEnded'),
    batch: all(parts, 'batch'),
    statement: all(parts, 'statement'),
    acquired: all(parts, 'acquired'),
    published: all(parts, 'published'),
    sent: all(parts, 'sent'),
  };
}

/** The same observer, which takes the observations of events for those of requests. */
export const ofEvents = (observer: Observer): Observer => ({
  ...observer,
  started: observer.eventStarted,
  ended: observer.eventEnded,
});
