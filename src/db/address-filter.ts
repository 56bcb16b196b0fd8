import { join, raw, type Sql, sql } from './table.ts';

type Maybe<T> = T | null | undefined;

/** Matches the schema's StringFilter: all given fields must match. */
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

/** The operators of a string filter with their given values. */
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
    ...(typeof contains === 'string' ? [sql`strpos(${key}, address_key(${contains}::text)) > 0`] : []),
    ...(typeof exists === 'boolean' ? [sql`${key} ${raw(exists ? 'is not null' : 'is null')}`] : []),
  ];
}

/** The conditions that a single geolocation `g` must all match. */
export const addressConditions = (address: Maybe<AddressFilter>): readonly Sql[] =>
  addressFields.flatMap((field) => comparisons(raw(`g.${keyColumns[field]}`), address?.[field] ?? {}));

/** Whether an address without a geolocation can match: it has none of the texts. */
const matchesNoPlace = (address: AddressFilter): boolean =>
  addressFields
    .flatMap((field) => operatorsOf(address[field]))
    .every(([name, value]) => name === 'exists' && value === false);

/** The customer's addresses `a` with their geolocations `g`. */
const addressesWith = (alias: string, isPlaced: boolean): Sql =>
  raw(
    `addresses a ${isPlaced ? '' : 'left '}join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
   where a.account_id = ${alias}.account_id and a.customer_id = ${alias}.id`,
  );

/** The condition that an address of the customer at `alias` matches; none if the filter does not restrict. */
export function addressCondition(address: Maybe<AddressFilter>, alias: string): readonly Sql[] {
  const conditions = addressConditions(address);
  if (!address || conditions.length === 0) return [];
  const addresses = addressesWith(alias, !matchesNoPlace(address));
  return [sql`exists (select from ${addresses} and ${join(conditions, ' and ')})`];
}

/** The states of the customer's addresses that match, as rows `key, state`. */
export function statesOf(address: Maybe<AddressFilter>, alias: string): Sql {
  const conditions = [sql`g.state_key is not null`, ...addressConditions(address)];
  return sql`(select g.state_key, g.state from ${addressesWith(alias, true)} and ${join(conditions, ' and ')})`;
}
