import { sql } from '../../db/table.ts';
import { insertRows } from '../../db/write-rows.ts';
import type { Plan } from '../customer/plan.ts';
import type { Outcome } from '../customer/save.ts';
import type { Key } from '../identifier/key.ts';
import type { SourceSystem } from '../source-system.ts';
import type { Write } from '../write/writer.ts';

/** A customer written under a source key. */
export interface Synced {
  readonly key: Key | undefined;
  readonly plan: Plan;
  readonly outcome: Outcome;
}

// The `within` of a source key is always a source system.
const systemOf = ({ within }: Key) => within as SourceSystem;

/**
 * Records when a source record last changed its customer. Unchanged customers are not recorded: a full sync
 * without changes would otherwise write every row.
 */
export async function saveSources(write: Write, synced: readonly Synced[]): Promise<void> {
  const { accountId } = write;
  const rows = (wanted: Outcome) =>
    synced.flatMap(({ key, plan: { id, at }, outcome }) =>
      key?.kind === 'source' && outcome === wanted
        ? { accountId, customerId: id, system: systemOf(key), sourceId: key.value, seenAt: at }
        : [],
    );
  // Must not overwrite a record that another transaction created meanwhile: the insert fails, and the writer
  // retries.
  await insertRows(write, 'CustomerSource', rows('CREATED'));
  const moved = rows('UPDATED');
  if (moved.length === 0) return;
  await write.run(sql`/* CustomerSource sync */ update customer_sources s set synced_at = n."seenAt"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
      as n(system source_system, "sourceId" text, "seenAt" timestamptz)
    where s.account_id = ${accountId} and s.system = n.system and s.source_id = n."sourceId"`);
}
