import { empty, join, raw, type Slot, type Sql, sql, table } from '../model/table.ts';
import { searchWords } from './search-words.ts';

const phonePunctuation = /^[\d()+./-]+$/;

/** The digits of a possible part of a phone number; empty if there are none, or nothing else. */
function phoneDigits(word: string): string {
  const digits = phonePunctuation.test(word) ? word.replaceAll(/\D/g, '') : '';
  return digits === word ? '' : digits;
}

export type Extent = 'page' | 'all';

/** Whether PostgreSQL looks up each customer, instead of checking the account's against a hash table. */
const areFew: Readonly<Record<Extent, (accountId: string | Slot) => Sql>> = {
  page: () => sql`not exists (select from found offset 500)`,
  // A lookup takes at least four times as long as a check.
  all: (accountId) => sql`not exists (select from found offset 5000)
    and exists (select from customers c where ${table('Customer').visible('c', accountId)}
      offset 4 * (select count(*) from found))`,
};

export interface Search {
  readonly query?: string | null | undefined;
  readonly accountId: string | Slot;
  readonly extent: Extent;
}

/** `found` is read once per statement, by a function, since the indexes belong to their owner. */
export function withSearch({ query, accountId, extent }: Search, ...others: readonly Sql[]): Sql {
  const words = searchWords(query ?? '');
  const digits = words.map(phoneDigits);
  const tables = [
    ...(words.length > 0
      ? [
          sql`found as materialized (select id from search_customers(${words}::text[], ${digits}::text[]) s(id))`,
          sql`amount as materialized (select ${areFew[extent](accountId)} as is_few)`,
        ]
      : []),
    ...others,
  ];
  return tables.length === 0 ? empty : sql`with ${join(tables)}`;
}

/** Disjoint, each planned separately: PostgreSQL skips the source whose condition on `amount` is false. */
export function searchConditions(
  query: string | null | undefined,
  alias: string,
  isNested: boolean,
): readonly (readonly Sql[])[] {
  if (searchWords(query ?? '').length === 0) return [[]];
  const id = raw(`${alias}.id`);
  // With `is true`, PostgreSQL builds one hash table; a join would look up each id.
  const isHashed = sql`(${id} in (select id from found)) is true`;
  // The rows of a parent are found by the parent, and all ids would be looked up for each.
  if (isNested) return [[isHashed]];
  const isFew = sql`(select is_few from amount)`;
  return [
    [isFew, sql`${id} = any(array(select id from found))`],
    [sql`not ${isFew}`, isHashed],
  ];
}
