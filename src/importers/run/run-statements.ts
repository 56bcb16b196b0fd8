import { newId } from '../../db/model/id.ts';
import { type Sql, sql } from '../../db/model/table.ts';
import { type KindCounts, lostReason, runLimits, type UnknownField } from '../../domain/import-run/run.ts';
import type { SourceSystem } from '../../domain/source-system.ts';
import { jsonOf, storableText } from './entry.ts';
import type { Rejected } from './rejected.ts';
import type { Report, WarningGroup } from './report.ts';
import type { ImportOptions } from './run.ts';

export interface RunStart {
  readonly accountId: string;
  readonly system: SourceSystem;
  /** The name of the input, without its path; null for a remap. */
  readonly input: string | null;
  readonly isRemap: boolean;
  readonly options: ImportOptions;
}

export interface RunEnd {
  readonly state: 'COMPLETED' | 'STOPPED' | 'FAILED';
  readonly reason: string | null;
  readonly position: string | null;
}

interface RunKey {
  readonly accountId: string;
  readonly id: string;
}

const max = runLimits.text;

const shortened = (text: string): string =>
  storableText(text.length <= max ? text : `${text.slice(0, max - 1)}…`);

const shortenedOrNull = (text: string | null): string | null => (text === null ? null : shortened(text));

const json = (value: unknown): string => jsonOf(value).json;

/** Ends runs whose process was killed, deletes old ones, and inserts the run. */
export function beginStatements(id: string, start: RunStart): readonly Sql[] {
  const { accountId, system, input, isRemap, options } = start;
  const { isDry = false, isStrict = false, isComplete = false, match = [] } = options;
  return [
    sql`/* endLostRuns */ update import_runs set state = 'FAILED', ended_at = alive_at, stop_reason = ${lostReason}
      where account_id = ${accountId} and state = 'RUNNING'`,
    sql`/* deleteOldRuns */ delete from import_runs r using (
        select id from import_runs where account_id = ${accountId}
        order by started_at desc, id desc offset ${runLimits.runs - 1}::integer) old
      where r.account_id = ${accountId} and r.id = old.id`,
    sql`/* beginRun */ insert into import_runs
        (account_id, id, system, is_remap, is_dry_run, is_strict, is_complete, match_keys, input)
      values (${accountId}, ${id}, ${system}::source_system, ${isRemap}::boolean, ${isDry}::boolean,
        ${isStrict}::boolean, ${isComplete}::boolean, ${[...match]}::text[], ${shortenedOrNull(input)})`,
  ];
}

const countsOf = ({ kinds }: Report): readonly KindCounts[] =>
  kinds.map(([kind, counts]) => ({ kind, ...counts }));

const unknownFieldsOf = ({ unknownFields }: Report): readonly UnknownField[] =>
  unknownFields.slice(0, runLimits.unknownFields).map(({ kind, path, count, position }) => ({
    ...{ kind, path: shortened(path), count, position: shortened(position) },
  }));

/** Stores the counts, and the end of the run if it has one. Without progress, the run is only marked as alive. */
export function runUpdate(
  { accountId, id }: RunKey,
  report: Report,
  {
    omitted,
    isProgress,
    end,
  }: { readonly omitted: number; readonly isProgress: boolean; readonly end?: RunEnd },
): Sql {
  const ended =
    end === undefined
      ? sql``
      : sql`, state = ${end.state}::import_run_state, ended_at = clock_timestamp(),
        stop_reason = ${shortenedOrNull(end.reason)}, stop_position = ${shortenedOrNull(end.position)}`;
  return sql`/* saveRun */ update import_runs set counts = ${json(countsOf(report))}::jsonb,
      unknown_fields = ${json(unknownFieldsOf(report))}::jsonb, omitted_rejects = ${omitted}::integer,
      alive_at = clock_timestamp(),
      progress_at = case when ${isProgress}::boolean then clock_timestamp() else progress_at end${ended}
    where account_id = ${accountId} and id = ${id}`;
}

export interface StoredReject {
  readonly id: string;
  readonly position: string;
  readonly kind: string;
  readonly source: string | null;
  readonly errors: readonly object[];
}

/** A reject without the values of its record. */
export const storedReject = ({ position, kind, sourceId, errors }: Rejected): StoredReject => ({
  ...{ id: newId('ImportReject'), position: shortened(position), kind, source: shortenedOrNull(sourceId) },
  errors: errors
    .slice(0, runLimits.errors)
    .map(({ code, path, message }) => ({ code, path: shortened(path), message: shortened(message) })),
});

export const rejectInsert = ({ accountId, id }: RunKey, rejects: readonly StoredReject[]): Sql =>
  sql`/* saveRejects */ insert into import_rejects (account_id, run_id, id, position, kind, source_id, errors)
    select ${accountId}::text, ${id}::text, n.id, n.position, n.kind, n.source, n.errors
    from jsonb_to_recordset(${json(rejects)}::jsonb)
      as n(id text, position text, kind text, source text, errors jsonb)`;

const storedWarning = (id: string, { kind, code, path, message, count, examples }: WarningGroup) => ({
  ...{ id, kind, code, path: shortened(path), message: shortened(message), count },
  examples: examples.map(({ position, value }) => ({
    position: shortened(position),
    value: JSON.stringify(value ?? null),
  })),
});

/** Inserts warnings by their ids, or updates their counts and examples. */
export const warningUpsert = (
  { accountId, id }: RunKey,
  warnings: readonly { readonly id: string; readonly group: WarningGroup }[],
): Sql =>
  sql`/* saveWarnings */ insert into import_warnings
      (account_id, run_id, id, kind, code, path, message, count, examples)
    select ${accountId}::text, ${id}::text, n.id, n.kind, n.code, n.path, n.message, n.count, n.examples
    from jsonb_to_recordset(${json(warnings.map((each) => storedWarning(each.id, each.group)))}::jsonb)
      as n(id text, kind text, code text, path text, message text, count integer, examples jsonb)
    on conflict (account_id, id) do update set count = excluded.count, examples = excluded.examples`;
