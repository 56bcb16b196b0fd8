import { join, raw, type Sql, sql } from '../../model/table.ts';
import { isAmong } from '../is-among.ts';
import type { Condition } from './condition.ts';

type Value = (alias: string) => Sql;

const keyed =
  (column: string): Value =>
  (alias) =>
    raw(`${alias}.${column}_key`);

const computed =
  (column: string): Value =>
  (alias) =>
    raw(`search_normalize(${alias}.${column}) collate "C"`);

/** The values that customers are compared by, as filters compare them. */
const values = {
  BILLING_ACCOUNT: computed('billing_account'),
  CONTACT_EMAIL: keyed('contact_email'),
  CONTACT_NAME: computed('contact_name'),
  CONTACT_PHONE: (alias: string) => raw(`nullif(translate(${alias}.contact_phone_key, ' +-()./', ''), '')`),
  CONTACT_URL: computed('contact_url'),
  NAME: keyed('name'),
  NUMBER: keyed('number'),
  REFERENCE: keyed('reference'),
  SHOPPER_EMAIL: keyed('shopper_email'),
  SHORT_ID: keyed('short_id'),
} as const satisfies Readonly<Record<string, Value>>;

export type CustomerText = keyof typeof values;
export type SharedField = CustomerText | 'ADDRESS';

/** The outer condition is always true, but its low estimate makes PostgreSQL build a hash table. */
const hashed = (groups: Sql, column: string): Sql =>
  sql`select d.account_id, d.${raw(column)} from (${groups} offset 0) d where d.${raw(column)} like (select '%')`;

function sharesValue(value: Value, alias: string): Sql {
  const other = `${alias}d`;
  const groups = sql`select ${raw(other)}.account_id, ${value(other)} as value from customers ${raw(other)}
    where ${value(other)} is not null group by 1, 2 having count(*) > 1`;
  return sql`((${raw(alias)}.account_id, ${value(alias)}) in (${hashed(groups, 'value')})) is true`;
}

/** Addresses without a street or a postal code are not compared. */
const sharedAddresses = raw(`select s.account_id, s.customer_id from (
    select a.account_id, a.customer_id, min(a.customer_id) over same as least, max(a.customer_id) over same as greatest
    from addresses a join geolocations g on g.account_id = a.account_id and g.id = a.geolocation_id
    where g.street_line_1 is not null and g.postal_code_key is not null
    window same as (partition by a.account_id, g.postal_code_key, g.country_key, search_normalize(g.street_line_1))
  ) s where s.least <> s.greatest`);

export const sharesWithAnother: Condition<readonly SharedField[]> = {
  type: ['SharedField'],
  description:
    'Matches duplicates: customers that have the same value as another customer of the account in any of these fields, regardless of case and accents. Missing values are not compared.',
  price: 'filterRelated',
  computed: (fields) => new Set(fields).size,
  sql(fields, alias) {
    const shared = [...new Set(fields)].map((field) =>
      field === 'ADDRESS'
        ? isAmong(alias, hashed(sharedAddresses, 'customer_id'))
        : sharesValue(values[field], alias),
    );
    return [shared.length === 0 ? sql`false` : sql`(${join(shared, ' or ')})`];
  },
};

export const equalTexts: Condition<readonly CustomerText[]> = {
  type: ['CustomerText'],
  description:
    'Matches customers with the same text in all of these fields, regardless of case and accents. Never matches customers without a value in one of the fields.',
  computed: (fields) => fields.length,
  sql(fields, alias) {
    const [first, ...others] = fields.map((field) => values[field](alias));
    if (first === undefined) return [sql`false`];
    return others.length === 0
      ? [sql`${first} is not null`]
      : others.map((other) => sql`${first} = ${other}`);
  },
};
