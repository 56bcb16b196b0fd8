import { realpath, stat } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { findAccount } from '../db/admin/account.ts';
import { withImportLock } from '../db/admin/import-lock.ts';
import { Statistics } from '../db/admin/statistics.ts';
import { createDb, type Db } from '../db/client.ts';
import { createServingPool } from '../db/wire/pool.ts';
import type { Mapper } from '../importers/record.ts';
import { RejectsFile } from '../importers/run/rejects-file.ts';
import type { Report } from '../importers/run/report.ts';
import { type ImportRun, runImport } from '../importers/run/run.ts';
import { withBoundedMemory } from './bounded-memory.ts';
import { CommandError } from './command-error.ts';
import type { Database } from './database.ts';
import { ImportProgress, type PartOf } from './import-progress.ts';
import { summaryJson, summaryText } from './import-summary.ts';
import { type RunArguments, runOptions } from './import-systems.ts';

export interface RunStreams {
  readonly out: Writable;
  readonly notes: Writable & { readonly isTTY?: boolean };
}

/** The records of a run, and how far they are processed. */
interface RunSource extends Pick<ImportRun, 'input' | 'isRemap' | 'records'> {
  readonly partOf: PartOf;
}

interface Given {
  readonly mapper: Mapper;
  readonly options: RunArguments;
  /** Called when the lock is held, with the database as the account sees it. */
  readonly open: (db: Db) => RunSource | Promise<RunSource>;
  /** The path of the input, which the file of rejects must not replace. */
  readonly inputPath?: string;
}

const exitCodes = { rejects: 3, stopped: 4 } as const;

/** A statement of 250 large records takes longer than one of a request. */
const statementMs = 60_000;

async function openRejects({ inputPath, options: { rejects } }: Given): Promise<RejectsFile | undefined> {
  if (rejects === undefined) return undefined;
  const real = (path: string) => realpath(path).catch(() => path);
  if (inputPath !== undefined && (await real(rejects)) === (await real(inputPath)))
    throw new CommandError('The rejects would replace the input: use another file for --rejects.');
  const folder = await stat(rejects)
    .then((found) => found.isDirectory())
    .catch(() => false);
  if (folder) throw new CommandError(`“${rejects}” is a folder: --rejects needs a file.`);
  return RejectsFile.create(rejects);
}

function checkEnd(report: Report, { rejects }: RunArguments): void {
  const { state, stop } = report;
  if (state === 'stopped') {
    const place =
      stop?.position == null ? '' : ` The first record that was not processed is ${stop.position}.`;
    throw new CommandError(
      `${stop?.reason}${place} Run the command again: it continues with the records that are missing.`,
      exitCodes.stopped,
    );
  }
  const rejected = report.total('rejected');
  if (rejected === 0) return;
  const where =
    rejects === undefined ? 'add --rejects FILE to write them to a file' : `they are in ${rejects}`;
  throw new CommandError(
    `${rejected} ${rejected === 1 ? 'record was' : 'records were'} rejected: ${where}.`,
    exitCodes.rejects,
  );
}

async function checkAccount(db: Db, accountId: string): Promise<void> {
  const account = await findAccount(db, accountId);
  if (account === undefined || account.closedAt !== null)
    throw new CommandError(
      `Account ${accountId} does not exist; \`customer-gateway account list\` lists all accounts.`,
    );
}

/** Runs an import while no other one into the account runs. Writes the summary to `out`, and rejects to their file. */
export async function runInto(
  { pool, serving }: Database,
  given: Given,
  { out, notes }: RunStreams,
  signal: AbortSignal,
): Promise<void> {
  const { mapper, options } = given;
  const { account: accountId, json = false } = options;
  await checkAccount(createDb(pool), accountId);
  const rejects = await openRejects(given);
  const servingPool = createServingPool(serving, () => undefined, statementMs);
  const onWait = () => notes.write(`Waiting for the other import into account ${accountId} to end.\n`);
  const statistics = new Statistics(pool);
  const work = async (held: AbortSignal) => {
    const db = createDb(servingPool);
    const { partOf, ...source } = await given.open(db);
    const progress = new ImportProgress(notes, partOf);
    return runImport({
      ...{ ...source, db, accountId, system: mapper.system, mapperVersion: mapper.version, signal: held },
      options: runOptions(options),
      onReject: async (rejected) => rejects?.add(rejected),
      onProgress: async (report) => {
        progress.show(report);
        if (!options.dryRun) await statistics.follow(report.total('created'));
      },
    }).finally(() => progress.end());
  };
  try {
    const report = await withBoundedMemory(() => withImportLock(pool, accountId, { onWait, signal }, work));
    if (report === undefined)
      throw new CommandError('The import was interrupted before it began.', exitCodes.stopped);
    out.write(json ? summaryJson(report) : summaryText(report));
    checkEnd(report, options);
  } finally {
    await servingPool.end();
    await rejects?.close();
  }
}
