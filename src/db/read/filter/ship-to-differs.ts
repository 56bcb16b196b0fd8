import { join, raw, sql } from '../../model/table.ts';
import type { Condition } from './condition.ts';

/** The values of the geolocation `g` of an address; an address differs if one of them does, also from null. */
const values = {
  COUNTRY: (g: string) => [`${g}.country_key`],
  LOCALITY: (g: string) => [`${g}.locality_key`],
  POSTAL_CODE: (g: string) => [`${g}.postal_code_key`],
  STATE: (g: string) => [`${g}.state_key`],
  STREET: (g: string) => [`search_normalize(${g}.street_line_1)`, `search_normalize(${g}.street_line_2)`],
} as const;

export type AddressPart = keyof typeof values | 'ADDRESS';

function differences(part: AddressPart, billTo: string, shipTo: string): readonly string[] {
  if (part === 'ADDRESS') return ['true'];
  const theirs = values[part](`${billTo}g`);
  return values[part](`${shipTo}g`).map((own, at) => `${own} is distinct from ${theirs[at]}`);
}

export const shipToDiffersFromBillTo: Condition<readonly AddressPart[]> = {
  type: ['AddressPart'],
  description:
    'Matches customers whose ship-to address differs from the bill-to address in any of these parts, regardless of case and accents; a missing value differs from a present one. Never matches customers without one of the two addresses.',
  price: 'filterRelated',
  sql(parts, alias, { from }) {
    const [billTo, shipTo] = [`${alias}b`, `${alias}s`];
    const differs = parts.flatMap((part) => differences(part, billTo, shipTo));
    if (differs.length === 0) return [sql`false`];
    const isOf = (address: string, column: string) =>
      `${address}.account_id = ${alias}.account_id and ${address}.id = ${alias}.${column}`;
    return [
      sql`${raw(`${alias}.ship_to_address_id <> ${alias}.bill_to_address_id`)}
        and exists (select from ${from('Address', billTo)} join (${from('Address', shipTo)})
          on ${raw(isOf(shipTo, 'ship_to_address_id'))}
        where ${raw(isOf(billTo, 'bill_to_address_id'))} and (${join(differs.map(raw), ' or ')}))`,
    ];
  },
};
