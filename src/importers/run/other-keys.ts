import { type Sql, sql, table } from '../../db/model/table.ts';
import { isObject } from '../../is-object.ts';
import type { JsonObject } from '../record.ts';
import { upsertRight } from './resolved.ts';
import type { Target } from './target.ts';
import type { Upsert } from './upserts.ts';

/** A key of another object that tables have and mutations do not take. */
interface OtherKey {
  /** The field of the item that refers to the object. */
  readonly path: readonly [string, string];
  readonly key: string;
  readonly noun: string;
  /** The values, each with the id of its object. */
  readonly rows: (accountId: string, values: readonly string[]) => Sql;
}

const otherKeys: readonly OtherKey[] = [
  {
    path: ['defaults', 'salesRep'],
    key: 'username',
    noun: 'account user',
    rows: (accountId, values) => sql`/* usersByName */ select u.username, t.id
      from ${table('AccountUser').name} t join ${table('User').name} u on u.account_id = t.account_id and u.id = t.user_id
      where ${table('AccountUser').visible('t', accountId)} and u.username = any(${[...values]}::text[])`,
  },
  {
    path: ['creditLimit', 'unit'],
    key: 'abbreviation',
    noun: 'unit',
    rows: (accountId, values) => sql`/* unitsByAbbreviation */
      select distinct on (t.abbreviation) t.abbreviation, t.id from ${table('Unit').name} t
      where ${table('Unit').visible('t', accountId)} and t.abbreviation = any(${[...values]}::text[])
      order by t.abbreviation, t.account_id nulls last`,
  },
];

function givenIn(item: JsonObject, { path: [part, field], key }: OtherKey): string | undefined {
  const whole = item[part];
  const by = isObject(whole) ? whole[field] : undefined;
  const value = isObject(by) ? by[key] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function withId(item: JsonObject, { path: [part, field] }: OtherKey, id: string): JsonObject {
  const whole = item[part];
  return { ...item, [part]: { ...(isObject(whole) && whole), [field]: { id } } };
}

type Ids = ReadonlyMap<string, string>;

async function idsOf({ reads }: Target, key: OtherKey, items: readonly JsonObject[]): Promise<Ids> {
  const values = [...new Set(items.flatMap((item) => givenIn(item, key) ?? []))];
  if (values.length === 0) return new Map();
  const rows = await reads.run(key.rows(reads.accountId, values));
  return new Map(rows.map(([value, id]) => [String(value), String(id)]));
}

function resolved(item: JsonObject, found: readonly Ids[]) {
  const given = otherKeys.flatMap((key, at) => {
    const value = givenIn(item, key);
    return value === undefined ? [] : [{ key, value, id: found[at]?.get(value) }];
  });
  const userErrors = given.flatMap(({ key: { path, key, noun }, value, id }) =>
    id === undefined
      ? [{ code: 'NOT_FOUND' as const, path, message: `No ${noun} has the ${key} “${value}”.` }]
      : [],
  );
  return {
    item: given.reduce((each, { key, id }) => (id === undefined ? each : withId(each, key, id)), item),
    userErrors,
  };
}

/** Customers can refer to sales reps by username, and to units by abbreviation. */
export const withOtherKeys =
  (upsert: Upsert): Upsert =>
  async (target, items) => {
    const found = await Promise.all(otherKeys.map((key) => idsOf(target, key, items)));
    return upsertRight(
      upsert,
      target,
      items.map((item) => resolved(item, found)),
    );
  };
