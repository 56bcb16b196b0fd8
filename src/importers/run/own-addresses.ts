import { sql, table } from '../../db/model/table.ts';
import { isObject } from '../../is-object.ts';
import type { JsonObject } from '../record.ts';
import type { ItemResult, Upsert } from './upserts.ts';

const prefix = 'gateway:';

/** The source record, in the system OTHER, of an exported address that has none: it holds the address's id. */
export const exportedAddress = (id: string): string => `${prefix}${id}`;

function exportedId({ address }: JsonObject): string | undefined {
  const source = isObject(address) ? address.source : undefined;
  const id = isObject(source) && source.system === 'OTHER' ? String(source.sourceId) : '';
  return id.startsWith(prefix) ? id.slice(prefix.length) : undefined;
}

const unchanged: ItemResult = { outcome: 'UNCHANGED', userErrors: [] };

/** An export that is imported into its own account leaves the addresses as they are that have no other record. */
export const withoutOwn =
  (upsert: Upsert): Upsert =>
  async (target, items) => {
    const ids = items.map(exportedId);
    const given = ids.flatMap((id) => id ?? []);
    if (given.length === 0) return upsert(target, items);
    const { reads } = target;
    const rows = await reads.run(sql`/* exportedAddresses */ select t.id from ${table('Address').name} t
      where t.account_id = ${reads.accountId} and t.id = any(${given}::text[])`);
    const own = new Set(rows.map(([id]) => id ?? undefined));
    const others = items.filter((_, at) => ids[at] === undefined || !own.has(ids[at]));
    const results = (others.length === 0 ? [] : await upsert(target, others)).values();
    return ids.map((id) =>
      id !== undefined && own.has(id) ? unchanged : (results.next().value ?? unchanged),
    );
  };
