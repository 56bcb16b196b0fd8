import type { Db } from '../../db/client.ts';
import type { SourceSystem } from '../../domain/source-system.ts';
import { InputError } from '../input-error.ts';
import type { RecordKind, Rejection, SourceRecord } from '../record.ts';
import { DryReferences } from './dry-references.ts';
import { Lanes, maxLanes } from './lanes.ts';
import type { MatchKey } from './match-keys.ts';
import { type Rejected, rejectedPart } from './rejected.ts';
import { Report } from './report.ts';
import { RunLog } from './run-log.ts';
import { Saver } from './saver.ts';
import { RunStop, stopOf } from './stop.ts';
import { markGone } from './stored.ts';
import { targetOf } from './target.ts';
import { batchesOf, maxSizes, type Sizes, type Window, windowsOf } from './window.ts';

export type OnNewField = 'ignore' | 'warn' | 'fail';

export interface ImportOptions {
  readonly isDry?: boolean;
  /** Whether a warning rejects its record. */
  readonly isStrict?: boolean;
  /** Stops after more rejects than this; by default, never. */
  readonly maxRejects?: number;
  readonly match?: readonly MatchKey[];
  readonly onNewField?: OnNewField;
  /** Whether the input has all records of its kinds: others of the system are marked as gone. */
  readonly isComplete?: boolean;
}

export interface ImportRun {
  readonly db: Db;
  readonly accountId: string;
  readonly system: SourceSystem;
  readonly mapperVersion: number;
  /** The name of the input, without its path; null for a remap. */
  readonly input: string | null;
  /** Whether the records are those that are stored, mapped again. */
  readonly isRemap: boolean;
  readonly records: AsyncIterable<SourceRecord | Rejection>;
  readonly options: ImportOptions;
  readonly signal: AbortSignal;
  readonly onReject: (rejected: Rejected) => Promise<void>;
  /** Called after each batch; the next one waits for it. */
  readonly onProgress: (report: Report) => void | Promise<void>;
  /** At most `maxSizes`, which is the default. */
  readonly sizes?: Sizes;
}

function checkNewFields({ entries }: Window, report: Report, onNewField: OnNewField): void {
  if (onNewField === 'ignore') return;
  for (const { record } of entries) report.addUnknown(record);
  const [first] = report.unknownFields;
  if (onNewField === 'fail' && first !== undefined)
    throw new RunStop(
      `The input has a field that the import does not know: ${first.path} (${first.position}). Without --on-new-field fail, it is stored with the record and reported.`,
    );
}

/** Also ends the wait for an input that sends nothing. A race with one promise would keep all windows in memory. */
async function unlessStopped<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(stopOf(signal));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** A run that may stop after any record, or in which records find customers by other keys, saves one batch at a time. */
function lanesOf({ isRemap, options: { isDry = false, maxRejects, match = [] } }: ImportRun): Lanes {
  const isOrdered = isRemap || isDry || maxRejects !== undefined || match.length > 0;
  return new Lanes(isOrdered ? 1 : maxLanes);
}

async function readAll(run: ImportRun, saver: Saver, report: Report): Promise<ReadonlySet<RecordKind>> {
  const lanes = lanesOf(run);
  try {
    const kinds = await readInto(lanes, run, saver, report);
    await lanes.settle();
    return kinds;
  } finally {
    await lanes.end();
  }
}

async function readInto(
  lanes: Lanes,
  run: ImportRun,
  saver: Saver,
  report: Report,
): Promise<ReadonlySet<RecordKind>> {
  const kinds = new Set<RecordKind>();
  const { sizes = maxSizes } = run;
  const windows = windowsOf(run.records, sizes);
  let following = windows.next();
  for (;;) {
    const { value: window, done } = await unlessStopped(run.signal, following);
    if (done || window === undefined) return kinds;
    // Reads the next window while this one is saved; its error is thrown by the `await` above.
    following = windows.next();
    following.catch(() => undefined);
    report.read += window.entries.length + window.rejections.length;
    saver.expect(window.entries);
    checkNewFields(window, report, run.options.onNewField ?? 'warn');
    for (const rejection of window.rejections) await saver.reject(rejectedPart(rejection));
    for (const batch of batchesOf(window.entries, sizes)) {
      kinds.add(batch.kind);
      const begin = await lanes.ready(batch);
      saver.checkStop();
      begin(async () => {
        await saver.save(batch);
        await run.onProgress(report);
      });
    }
  }
}

const failureOf = (error: unknown): string =>
  error instanceof InputError ? error.message : 'The import failed; its output has the error.';

/** Stores the run, with its rejects, warnings and end. */
async function withLog(
  run: ImportRun,
  report: Report,
  work: (run: ImportRun) => Promise<void>,
): Promise<Report> {
  const log = await RunLog.begin(run.db, run, report);
  const onReject = (rejected: Rejected) => {
    log.reject(rejected);
    return run.onReject(rejected);
  };
  const onProgress = () => {
    log.progress();
    return run.onProgress(report);
  };
  try {
    await work({ ...run, onReject, onProgress });
  } catch (error) {
    const end = { state: 'FAILED', reason: failureOf(error), position: null } as const;
    // The error of the run matters more.
    await log.end(end).catch(() => undefined);
    throw error;
  }
  const { reason = null, position = null } = report.stop ?? {};
  await log.end({ state: report.stop === null ? 'COMPLETED' : 'STOPPED', reason, position });
  return report;
}

async function writeAll(run: ImportRun, report: Report): Promise<void> {
  const { db, accountId, system, options } = run;
  const passedAt = new Date().toISOString();
  const target = targetOf(db, accountId, system, options.isDry ?? false);
  const saver = new Saver(run, { target, report, passedAt, dryReferences: new DryReferences() });
  try {
    const kinds = await readAll(run, saver, report);
    await saver.link();
    report.state = target.isDry ? 'dry run' : 'completed';
    if (options.isComplete)
      for (const kind of kinds)
        report.count(
          kind,
          'gone',
          await markGone(target, { kind, passedAt, system, checkStop: () => saver.checkStop() }),
        );
  } catch (error) {
    // A damaged end of the input stops a run whose beginning is saved.
    const isStop = error instanceof RunStop || (error instanceof InputError && report.read > 0);
    if (!isStop) throw error;
    report.state = 'stopped';
    report.stop = { reason: error.message, position: saver.countUnsaved() };
  } finally {
    await saver.close();
  }
}

/** Writes the records to the account, as the source system, and stores the run. A stopped run can be repeated. */
export function runImport(run: ImportRun): Promise<Report> {
  const report = new Report();
  return withLog(run, report, (logged) => writeAll(logged, report));
}
