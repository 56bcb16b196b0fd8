import type { Maybe } from '../../maybe.ts';
import { join, raw, type Sql, sql } from '../model/table.ts';
import { isAmong } from './is-among.ts';

export interface StringFilter {
  readonly equals?: Maybe<string>;
  readonly in?: Maybe<readonly string[]>;
  readonly startsWith?: Maybe<string>;
  readonly contains?: Maybe<string>;
  readonly exists?: Maybe<boolean>;
}

/** The key column of each filtered text: the text without case and accents, which a trigger keeps current. */
const keyColumns = {
  locality: 'locality_key',
  state: 'state_key',
  postalCode: 'postal_code_key',
  country: 'country_key',
} as const;

type AddressField = keyof typeof keyColumns;

export type AddressFilter = { readonly [F in AddressField]?: Maybe<StringFilter> };

// `Object.keys` returns strings; the type of `keyColumns` is narrower.
export const addressFields = Object.keys(keyColumns) as readonly AddressField[];

export const operatorsOf = (filter: Maybe<StringFilter>): readonly (readonly [string, unknown])[] =>
  Object.entries(filter ?? {}).filter(([, value]) => value !== null && value !== undefined);

/** Plain comparisons: row-level security lets an index serve only leakproof operators. */
function comparisons(key: Sql, filter: StringFilter): readonly Sql[] {
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
    ...(typeof exists === 'boolean' ? [sql`${key} ${raw(exists ? 'is not null' : 'is null')}`] : []),
  ];
}

export const addressConditions = (address: Maybe<AddressFilter>): readonly Sql[] =>
  addressFields.flatMap((field) => comparisons(raw(`g.${keyColumns[field]}`), address?.[field] ?? {}));

const matchesNoPlace = (address: AddressFilter): boolean =>
  addressFields
    .flatMap((field) => operatorsOf(address[field]))
    .every(([name, value]) => name === 'exists' && value === false);

const placed = raw(
  'addresses a join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id',
);
const placedOrNot = raw(
  'addresses a left join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id',
);

const isOf = (alias: string): Sql =>
  raw(`a.account_id = ${alias}.account_id and a.customer_id = ${alias}.id`);

/** The outer condition is always true, but its low estimate makes PostgreSQL build a hash table. */
const withLowEstimate = (from: Sql): Sql =>
  sql`select f.account_id, f.customer_id from (select a.account_id, a.customer_id ${from} offset 0) f
    where f.customer_id like (select '%')`;

const searchesParts = (address: AddressFilter): boolean =>
  addressFields.some((field) => typeof address[field]?.contains === 'string');

export function addressCondition(address: Maybe<AddressFilter>, alias: string): readonly Sql[] {
  const conditions = addressConditions(address);
  if (!address || conditions.length === 0) return [];
  const all = join(conditions, ' and ');
  // No index serves a part of a text, so the time to look up each customer would depend on the text.
  if (searchesParts(address)) return [isAmong(alias, withLowEstimate(sql`from ${placed} where ${all}`))];
  const addresses = matchesNoPlace(address) ? placedOrNot : placed;
  return [sql`exists (select from ${addresses} where ${isOf(alias)} and ${all})`];
}

/** The states of the customer's addresses that match, as rows `key, state`. */
export function statesOf(address: Maybe<AddressFilter>, alias: string): Sql {
  const all = join([isOf(alias), sql`g.state_key is not null`, ...addressConditions(address)], ' and ');
  return sql`(select g.state_key, g.state from ${placed} where ${all})`;
}
