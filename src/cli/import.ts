import { realpath, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { findAccount } from '../db/admin/account.ts';
import { withImportLock } from '../db/admin/import-lock.ts';
import { Statistics } from '../db/admin/statistics.ts';
import { createDb } from '../db/client.ts';
import { createServingPool } from '../db/wire/pool.ts';
import { InputError } from '../importers/input-error.ts';
import { sizeOf } from '../importers/read/source.ts';
import { readRecords } from '../importers/read-records.ts';
import type { Mapper } from '../importers/record.ts';
import { RejectsFile } from '../importers/run/rejects-file.ts';
import type { Report } from '../importers/run/report.ts';
import { rereading } from '../importers/run/reread.ts';
import { runImport } from '../importers/run/run.ts';
import { boundedMemory, withPauses } from './bounded-memory.ts';
import { CommandError } from './command-error.ts';
import type { Database } from './database.ts';
import { inputOf, tableMapper } from './import-map.ts';
import { ImportMeter } from './import-meter.ts';
import { ImportProgress } from './import-progress.ts';
import { summaryJson, summaryText } from './import-summary.ts';
import { type ImportArguments, importSystems, runOptions, systemNames } from './import-systems.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { stopSignal } from './stop-signal.ts';

interface Given {
  readonly system: string;
  readonly input: string;
  readonly options: ImportArguments;
}

interface Streams {
  readonly stdin: Readable;
  readonly out: Writable;
  readonly notes: Writable & { readonly isTTY?: boolean };
}

const exitCodes = { rejects: 3, stopped: 4 } as const;

/** A statement of 250 large records takes longer than one of a request. */
const statementMs = 60_000;

function mapperOf({ system, input, options: { map } }: Given): Mapper | Promise<Mapper> {
  const mapper = importSystems[system];
  if (mapper !== undefined) return mapper;
  if (system === 'csv') return tableMapper(map, input);
  throw new CommandError(`“${system}” is not a system: use ${systemNames.join(', ')}.`, 2);
}

/** An export has records of several systems, and no keys of its own apart from the numbers. */
function checkExport({ isExport = false }: Mapper, { options: { complete, match = [] } }: Given): void {
  if (!isExport || (complete !== true && match.length === 0)) return;
  const option = complete ? '--complete' : '--match';
  throw new CommandError(`An export of the gateway cannot be imported with ${option}: leave it out.`, 2);
}

/** Without the path, which says where the operator keeps files. */
const nameOf = (input: string): string => (input === '-' ? input : basename(resolve(input)));

async function openRejects({ input, options: { rejects } }: Given): Promise<RejectsFile | undefined> {
  if (rejects === undefined) return undefined;
  const real = (path: string) => realpath(path).catch(() => path);
  if ((await real(rejects)) === (await real(input)))
    throw new CommandError('The rejects would replace the input: use another file for --rejects.');
  const folder = await stat(rejects)
    .then((found) => found.isDirectory())
    .catch(() => false);
  if (folder) throw new CommandError(`“${rejects}” is a folder: --rejects needs a file.`);
  return RejectsFile.create(rejects);
}

function endOf(
  { state, stop, total }: Pick<Report, 'state' | 'stop'> & { readonly total: number },
  given: Given,
) {
  const { rejects } = given.options;
  if (state === 'stopped') {
    const place =
      stop?.position == null ? '' : ` The first record that was not processed is ${stop.position}.`;
    throw new CommandError(
      `${stop?.reason}${place} Run the command again: it continues with the records that are missing.`,
      exitCodes.stopped,
    );
  }
  if (total === 0) return;
  const where =
    rejects === undefined ? 'add --rejects FILE to write them to a file' : `they are in ${rejects}`;
  throw new CommandError(
    `${total} ${total === 1 ? 'record was' : 'records were'} rejected: ${where}.`,
    exitCodes.rejects,
  );
}

async function runWith(
  { pool, serving }: Database,
  given: Given,
  mapper: Mapper,
  { stdin, out, notes }: Streams,
  signal: AbortSignal,
): Promise<void> {
  const { input, options } = given;
  const { account: accountId, timeZone, json = false } = options;
  const account = await findAccount(createDb(pool), accountId);
  if (account === undefined || account.closedAt !== null)
    throw new CommandError(
      `Account ${accountId} does not exist; \`customer-gateway account list\` lists all accounts.`,
    );
  const source = inputOf(input, stdin);
  const meter = new ImportMeter(await sizeOf(source));
  const rejects = await openRejects(given);
  const servingPool = createServingPool(serving, () => undefined, statementMs);
  const progress = new ImportProgress(notes, meter.partOf);
  const collectGarbage = boundedMemory();
  const records = readRecords(source, rereading(mapper), { timeZone, onBytes: meter.onBytes });
  const statistics = new Statistics(pool);
  const onWait = () => notes.write(`Waiting for the other import into account ${accountId} to end.\n`);
  try {
    const report = await withImportLock(pool, accountId, { onWait, signal }, (held) =>
      runImport({
        db: createDb(servingPool),
        ...{ accountId, system: mapper.system, mapperVersion: mapper.version, signal: held },
        input: nameOf(input),
        records: withPauses(meter.counted(records), collectGarbage),
        options: runOptions(options),
        onReject: async (rejected) => rejects?.add(rejected),
        onProgress: async (report) => {
          progress.show(report);
          collectGarbage();
          if (!options.dryRun) await statistics.follow(report.total('created'));
        },
      }),
    ).finally(() => progress.end());
    if (report === undefined)
      throw new CommandError('The import was interrupted before it began.', exitCodes.stopped);
    out.write(json ? summaryJson(report) : summaryText(report));
    endOf({ ...{ state: report.state, stop: report.stop }, total: report.total('rejected') }, given);
  } finally {
    await servingPool.end();
    await rejects?.close();
    // Otherwise an open pipe keeps the process running.
    if (input === '-') stdin.destroy();
  }
}

/** `customer-gateway import`: writes only the summary to `out`. */
export async function importCommand(config: Config, given: Given, streams: Streams): Promise<void> {
  const signal = stopSignal();
  try {
    const mapper = await mapperOf(given);
    checkExport(mapper, given);
    await withMigratedDatabase(config, (database) => runWith(database, given, mapper, streams, signal));
  } catch (error) {
    throw error instanceof InputError ? new CommandError(error.message) : error;
  }
}
