import { sql } from '../../db/model/table.ts';
import { isOf } from '../customer/derive/speaker.ts';
import { recordOf } from '../customer/new-sources.ts';
import type { Plan } from '../customer/plan.ts';
import type { CustomerKey } from '../identifier/key.ts';
import type { Write } from '../write/writer.ts';
import type { Upsert } from './read.ts';

interface Synced {
  readonly upsert: Upsert;
  readonly plan: Plan;
}

const goneAtOf = ({ speaker }: Plan, key: CustomerKey): string | null =>
  speaker.kind === 'SOURCE' && isOf(speaker.record)(recordOf(key)) ? speaker.goneAt : null;

/**
 * Sets the time of the records that the updated customers had before. Unchanged customers are not recorded: a full sync
 * would otherwise write every row.
 */
export async function syncSources({ run, accountId }: Write, updated: readonly Synced[]): Promise<void> {
  const rows = updated.flatMap(({ upsert: { sources }, plan }) =>
    sources.map(({ key }) => ({
      ...{ id: plan.id, system: key.within, sourceId: key.value, seenAt: plan.at },
      goneAt: goneAtOf(plan, key),
    })),
  );
  if (rows.length === 0) return;
  await run(sql`/* CustomerSource sync */ update customer_sources s
    set synced_at = n."seenAt", gone_at = n."goneAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as n(id text, system source_system, "sourceId" text, "seenAt" timestamptz, "goneAt" timestamptz)
    where s.account_id = ${accountId} and s.system = n.system and s.source_id = n."sourceId"
      and s.customer_id = n.id`);
}
