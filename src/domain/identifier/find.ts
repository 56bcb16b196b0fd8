import { sql } from '../../db/model/table.ts';
import type { CustomerRow } from '../customer/fields.ts';
import type { Write } from '../write/writer.ts';
import type { CustomerKey } from './key.ts';

export type Found = ReadonlyMap<string, string>;

/** Thrown when another transaction moved a key between two lookups. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken';
  /** PostgreSQL's code for a serialization failure: the writer retries the transaction. */
  readonly code = '40001';
}

export async function findByKeys(
  { run, accountId }: Pick<Write, 'run' | 'accountId'>,
  keys: readonly CustomerKey[],
): Promise<Found> {
  if (keys.length === 0) return new Map();
  const rows = await run(sql`/* customersByKeys */
    with k as materialized (select * from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k(token text, kind text, value text, within text))
    select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.number = k.value
      where k.kind = 'number'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.short_id = k.value
      where k.kind = 'shortId'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.shopper_email = k.value
      where k.kind = 'shopperEmail'
    union all select k.token, c.id from k join customers c on c.account_id = ${accountId} and c.reference = k.value
      and c.reference_origin is not distinct from k.within
      where k.kind = 'reference'
    union all select k.token, s.customer_id from k join customer_sources s on s.account_id = ${accountId}
      and s.system = case k.kind when 'source' then k.within::source_system end and s.source_id = k.value
      where k.kind = 'source'`);
  return new Map(rows.map(([token, id]) => [String(token), String(id)]));
}

export interface OwnedKey {
  readonly key: CustomerKey;
  readonly id: string;
}

/** A customer can change its keys between lookup and lock; the retry finds the key's present owner. */
export async function verifyKeys(
  write: Write,
  owned: readonly OwnedKey[],
  locked: ReadonlyMap<string, CustomerRow>,
): Promise<void> {
  // Source records are separate rows; every other key is a column of the customer's row.
  const recorded = await findByKeys(
    write,
    owned.flatMap(({ key }) => (key.kind === 'source' ? key : [])),
  );
  for (const { key, id } of owned) {
    const row = locked.get(id);
    if (row === undefined || !isOf(row, key, recorded)) throw new Overtaken(key.token);
  }
}

function isOf(row: CustomerRow, { kind, value, within, token }: CustomerKey, recorded: Found): boolean {
  if (kind === 'source') return recorded.get(token) === row.id;
  return row[kind] === value && (kind !== 'reference' || row.referenceOrigin === within);
}
