import type { Key } from './read-customer.ts';
import type { Customer, Input, State, Wrong } from './state.ts';
import { readNeeded } from './texts.ts';

/** A source record in an input, with its path. */
export interface GivenSource {
  readonly path: readonly (string | number)[];
  readonly key: Key;
}

export const sourceOf = ({ within, value }: Key): string => `${within} ${value}`;

export const sourcesIn = (given: unknown, path: string, wrong: Wrong): readonly GivenSource[] =>
  ((given ?? []) as readonly Input[]).flatMap(({ system, sourceId }, at) => {
    const value = readNeeded(sourceId, { max: 255 }, [path, at, 'sourceId'], wrong);
    if (value === undefined) return [];
    return { path: [path, at], key: { kind: 'source', value, within: String(system) } };
  });

/** The records that no customer has yet; those of another customer are errors. */
export function newSourcesIn(
  { customers }: State,
  given: readonly GivenSource[],
  current: Customer | undefined,
  wrong: Wrong,
): readonly Key[] {
  const added = new Map<string, Key>();
  for (const { path, key } of given) {
    const owner = customers.find(({ sources }) => sources.includes(sourceOf(key)));
    if (owner === undefined) added.set(sourceOf(key), key);
    else if (owner !== current) wrong.add('TAKEN', ...path);
  }
  return [...added.values()];
}
