import type { Maybe } from '../../../maybe.ts';
import { type Sql, sql } from '../../model/table.ts';
import { presence } from './presence.ts';

export interface StringFilter {
  readonly equals?: Maybe<string>;
  readonly in?: Maybe<readonly string[]>;
  readonly startsWith?: Maybe<string>;
  readonly contains?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

export const operatorsOf = (filter: StringFilter): readonly (readonly [string, unknown])[] =>
  Object.entries(filter).filter(([, value]) => value !== null && value !== undefined);

/** The number of operators that compare the text. */
export const comparisonsIn = (filter: StringFilter): number =>
  operatorsOf(filter).filter(([name]) => name !== 'exists').length;

/**
 * Conditions on a text by its key, which is the text without case and accents. If a trigger keeps the key in a column, an
 * index can serve them: they are plain comparisons, since row-level security allows no others.
 */
export function textConditions(key: Sql, filter: StringFilter, text = key): readonly Sql[] {
  const { equals, in: list, startsWith, contains, exists } = filter;
  return [
    ...(typeof equals === 'string' ? [sql`${key} = address_key(${equals}::text)`] : []),
    ...(list ? [sql`${key} = any(address_keys(${list}::text[]))`] : []),
    ...(typeof startsWith === 'string'
      ? [
          sql`${key} >= address_key(${startsWith}::text) and ${key} < text_after(address_key(${startsWith}::text))`,
        ]
      : []),
    // Not LIKE: its estimate depends on the pattern, and a low one for a frequent text takes several times as long.
    ...(typeof contains === 'string'
      ? [sql`strpos(${key}, (select address_key(${contains}::text))) > 0`]
      : []),
    ...presence(text, exists),
  ];
}
