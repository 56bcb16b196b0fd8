import { join, quote, raw, type Sql, sql, table } from '../../db/model/table.ts';
import type { Transaction } from '../../db/write/transaction.ts';
import type { SourceSystem } from '../source-system.ts';
import { type SourcedModel, sourced, sourcedModels } from './sourced.ts';

/** A source record of one type; the source id is trimmed and valid. */
export interface SourceKey {
  readonly model: SourcedModel;
  readonly system: SourceSystem;
  readonly sourceId: string;
}

/** A source record and the object that it belongs to. */
export interface SourceLink extends SourceKey {
  readonly id: string;
}

/** A text that is equal for equal source records. */
export const sourceToken = ({ model, system, sourceId }: SourceKey): string =>
  JSON.stringify([model, system, sourceId]);

const referenceColumns = sourcedModels.map((model) => ({
  type: sourced[model].type,
  column: quote(table('ObjectSource').column(sourced[model].column).column),
}));

const modelOfType = new Map<unknown, SourcedModel>(
  sourcedModels.map((model) => [sourced[model].type, model]),
);

const asJson = (keys: readonly SourceKey[]): string =>
  JSON.stringify(keys.map(({ model, ...key }) => ({ type: sourced[model].type, ...key })));

const given = (keys: readonly SourceKey[]): Sql => sql`jsonb_to_recordset(${asJson(keys)}::jsonb)
  as k(type object_source_type, system source_system, "sourceId" text, id text)`;

const ofObject: Sql = sql`coalesce(${join(referenceColumns.map(({ column }) => sql`s.${column}`))})`;

/** Finds the objects of source records of any types, in one statement. The keys are those of `sourceToken`. */
export async function findBySources(
  { run, accountId }: Pick<Transaction, 'run' | 'accountId'>,
  keys: readonly SourceKey[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await run(sql`/* objectsBySources */
    with k as materialized (select distinct type, system, "sourceId" from ${given(keys)})
    select k.type, k.system, k."sourceId", ${ofObject} from k join object_sources s
      on s.account_id = ${accountId} and s.type = k.type and s.system = k.system and s.source_id = k."sourceId"`);
  return new Map(
    rows.flatMap(([type, system, sourceId, id]) => {
      const model = modelOfType.get(type);
      // The columns of the statement: an enum's label and two texts.
      return model === undefined
        ? []
        : [[sourceToken({ model, system: system as SourceSystem, sourceId: String(sourceId) }), String(id)]];
    }),
  );
}

const references = join(referenceColumns.map(({ column }) => column));

const referencesOfType = join(
  referenceColumns.map(({ type }) => sql`case k.type when ${raw(`'${type}'`)} then k.id end`),
);

/** In the order of the primary key, so that two transactions cannot deadlock. */
const insertion = ({ accountId }: Transaction, links: readonly SourceLink[], seenAt: string): Sql => sql`
  insert into object_sources (account_id, type, system, source_id, seen_at, ${references})
  select ${accountId}, k.type, k.system, k."sourceId", ${seenAt}::timestamptz, ${referencesOfType} from ${given(links)}
  order by k.type, k.system, k."sourceId"`;

/**
 * Adds source records to objects of any types, in one statement. Fails if a record exists; the writer then
 * retries, and the lookup finds it.
 */
export async function addSources(
  transaction: Transaction,
  links: readonly SourceLink[],
  seenAt: string,
): Promise<void> {
  if (links.length === 0) return;
  await transaction.run(sql`/* ObjectSource insert */ ${insertion(transaction, links, seenAt)}`);
}

/** Like `addSources`, but moves records of other objects, and sets the time of those that stay. */
export async function moveSources(
  transaction: Transaction,
  links: readonly SourceLink[],
  seenAt: string,
): Promise<void> {
  if (links.length === 0) return;
  const moved = referenceColumns.map(({ column }) => sql`${column} = excluded.${column}`);
  await transaction.run(sql`/* ObjectSource move */ ${insertion(transaction, links, seenAt)}
    on conflict (account_id, type, system, source_id) do update
      set seen_at = excluded.seen_at, gone_at = null, ${join(moved)}`);
}

/** Sets the time of source records that belong to the objects; one that was moved meanwhile stays as it is. */
export async function seeSources(
  { run, accountId }: Transaction,
  links: readonly SourceLink[],
  seenAt: string,
): Promise<void> {
  if (links.length === 0) return;
  await run(sql`/* ObjectSource seen */ update object_sources s set seen_at = ${seenAt}::timestamptz, gone_at = null
    from (select * from ${given(links)} order by k.type, k.system, k."sourceId") k
    where s.account_id = ${accountId} and s.type = k.type and s.system = k.system and s.source_id = k."sourceId"
      and ${ofObject} = k.id`);
}

/** Removes source records of any types, in one statement; those that do not exist are ignored. */
export async function removeSources(
  { run, accountId }: Transaction,
  keys: readonly SourceKey[],
): Promise<void> {
  if (keys.length === 0) return;
  await run(sql`/* ObjectSource delete */ delete from object_sources s using ${given(keys)}
    where s.account_id = ${accountId} and s.type = k.type and s.system = k.system and s.source_id = k."sourceId"`);
}

/** For an object that is deleted but keeps its row. */
export async function removeSourcesOf(
  { run, accountId }: Transaction,
  model: SourcedModel,
  id: string,
): Promise<void> {
  const column = quote(table('ObjectSource').column(sourced[model].column).column);
  await run(sql`/* ObjectSource delete */ delete from object_sources s
    where s.account_id = ${accountId} and s.${column} = ${id}`);
}
