import type { Db } from '../../../db/client.ts';
import { type Row, sql } from '../../../db/model/table.ts';
import { execute } from '../../../db/read/statement.ts';
import { type Write, Writer } from '../../write/writer.ts';
import type { Saved } from '../save.ts';
import { deriveAgain } from './derive-again.ts';
import { batchSize, nextIds } from './read-customers.ts';

export type OpenRun = Pick<Row<'SurvivorshipRun'>, 'accountId' | 'revision' | 'actor' | 'actorType'>;

const caller = 'survivorship';

/** The runs of all accounts that have not ended. */
export async function openRuns(db: Db): Promise<readonly OpenRun[]> {
  const session = db.$session({ accountId: '', caller });
  const rows = await execute(
    session,
    sql`/* survivorshipOpenRuns */ select account_id, revision, actor, actor_type from survivorship_open_runs()`,
  );
  return rows.map(([accountId, revision, actor, actorType]) => ({
    ...{ accountId: accountId ?? '', revision: Number(revision), actor: actor ?? null },
    // The column has no other values.
    actorType: (actorType ?? null) as OpenRun['actorType'],
  }));
}

/** The position of the run, if no other process has it and it is still the latest. */
async function claim(write: Write, { revision }: OpenRun): Promise<string | undefined> {
  const [row] = await write.run(sql`/* survivorshipClaim */ select position from survivorship_runs
    where account_id = ${write.accountId} and revision = ${revision}::integer and ended_at is null
    for no key update skip locked`);
  return row?.[0] ?? undefined;
}

async function advance(write: Write, ids: readonly string[], saved: readonly Saved[]): Promise<void> {
  const changed = saved.filter(({ outcome }) => outcome !== 'UNCHANGED').length;
  await write.run(sql`/* survivorshipAdvance */ update survivorship_runs set
      position = coalesce(${ids.at(-1) ?? null}, position), derived = derived + ${ids.length}::integer,
      changed = changed + ${changed}::integer,
      ended_at = case when ${ids.length < batchSize}::boolean then now() end
    where account_id = ${write.accountId}`);
}

/**
 * Derives the run's next customers in one transaction, whose events have the author of the rules. Returns whether there
 * can be more: not if the run has ended, or another process has its next batch.
 */
export async function rederiveBatch(db: Db, run: OpenRun): Promise<boolean> {
  const { accountId, actor, actorType } = run;
  const author = { accountId, actor, actorType, caller };
  const writer = new Writer({ db, author, onChange: () => undefined });
  const { hasMore, userErrors } = await writer.run({ name: 'survivorshipRun', input: {} }, async (write) => {
    const position = await claim(write, run);
    if (position === undefined) return { hasMore: false };
    const ids = await nextIds(write, position);
    await advance(write, ids, await deriveAgain(write, ids));
    return { hasMore: ids.length === batchSize };
  });
  const [error] = userErrors;
  if (error !== undefined) throw new Error(`${error.code} ${error.path.join('.')}: ${error.message}`);
  return hasMore ?? false;
}
