import type { Maybe } from '../../maybe.ts';
import { join, raw, ref, type Sql, sql, table } from '../model/table.ts';
import { filterConditions, joinsOf } from './filter/conditions.ts';
import type { AddressFilter } from './filter/filters.ts';

/** The column of each text of an address that is compared: the text without case and accents. */
const keyColumns = {
  locality: 'locality_key',
  state: 'state_key',
  postalCode: 'postal_code_key',
  country: 'country_key',
} as const;

export type AddressField = keyof typeof keyColumns;

const geolocations = table('Geolocation');

/** The columns of an address field, within `addressTables`. */
export const columnsOf = (field: AddressField) => ({
  key: raw(`ag.${keyColumns[field]}`),
  text: ref('ag', geolocations.column(field)),
});

/** The addresses `a` with their geolocations. */
export const addressTables = (): Sql => sql`addresses a${joinsOf('Address', 'a')}`;

/** The conditions on an address of the row of an alias. */
export const addressConditions = (address: Maybe<AddressFilter>, alias: string): readonly Sql[] => [
  raw(`a.account_id = ${alias}.account_id and a.customer_id = ${alias}.id`),
  ...(address ? filterConditions('Address', address, 'a') : []),
];

/** The texts of the customer's addresses that match, as rows `key, text`. */
export function valuesOfAddresses(address: Maybe<AddressFilter>, field: AddressField, alias: string): Sql {
  const { key, text } = columnsOf(field);
  const all = join([...addressConditions(address, alias), sql`${key} is not null`], ' and ');
  return sql`(select ${key}, ${text} from ${addressTables()} where ${all})`;
}
