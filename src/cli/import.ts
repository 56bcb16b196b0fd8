import { basename, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import type { Config } from '../config.ts';
import type { Db } from '../db/client.ts';
import { augno } from '../importers/augno/mapper.ts';
import { commerceLayer } from '../importers/commerce-layer/mapper.ts';
import { gateway } from '../importers/gateway/mapper.ts';
import { InputError } from '../importers/input-error.ts';
import { inventoryPro } from '../importers/inventory-pro/mapper.ts';
import { checkTimeZone } from '../importers/mapping/instant.ts';
import { sizeOf } from '../importers/read/source.ts';
import { readRecords } from '../importers/read-records.ts';
import type { Mapper } from '../importers/record.ts';
import { rereading } from '../importers/run/reread.ts';
import { countStored, storedRecords } from '../importers/stored-records.ts';
import { CommandError } from './command-error.ts';
import type { Database } from './database.ts';
import { inputOf, tableMapper } from './import-map.ts';
import { ImportMeter } from './import-meter.ts';
import { type RunStreams, runInto } from './import-run.ts';
import {
  type ImportArguments,
  type RemapArguments,
  type RunArguments,
  type SystemName,
  systemNames,
} from './import-systems.ts';
import { withMigratedDatabase } from './migrated-database.ts';
import { stopSignal } from './stop-signal.ts';

const mappers: Readonly<Record<Exclude<SystemName, 'csv'>, Mapper>> = {
  augno,
  'inventory-pro': inventoryPro,
  'commerce-layer': commerceLayer,
  gateway,
};

function mapperOf(system: string, { map }: RunArguments, input?: string): Mapper | Promise<Mapper> {
  if (system === 'csv') return tableMapper(map, input);
  const mapper = new Map(Object.entries(mappers)).get(system);
  if (mapper !== undefined) return mapper;
  throw new CommandError(`“${system}” is not a system: use ${systemNames.join(', ')}.`, 2);
}

/** An export has records of several systems, and no keys of its own apart from the numbers. */
function checkExport({ isExport = false }: Mapper, { complete, match = [] }: ImportArguments): void {
  if (!isExport || (complete !== true && match.length === 0)) return;
  const option = complete ? '--complete' : '--match';
  throw new CommandError(`An export of the gateway cannot be imported with ${option}: omit it.`, 2);
}

function checkRemap({ isExport = false, remap }: Mapper): void {
  if (!isExport && remap !== undefined) return;
  throw new CommandError('Records of an export are not stored: import the export again.', 2);
}

/** Without the path, which says where the operator keeps files. */
const nameOf = (input: string): string => (input === '-' ? input : basename(resolve(input)));

async function explained(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw error instanceof InputError ? new CommandError(error.message) : error;
  }
}

interface Import {
  readonly system: string;
  readonly input: string;
  readonly options: ImportArguments;
}

/** `customer-gateway import`: writes only the summary to `out`. */
export async function importCommand(
  config: Config,
  { system, input, options }: Import,
  { stdin, ...streams }: RunStreams & { readonly stdin: Readable },
): Promise<void> {
  const signal = stopSignal();
  const run = (mapper: Mapper) => async (database: Database) => {
    const open = async () => {
      const source = inputOf(input, stdin);
      const meter = new ImportMeter(await sizeOf(source));
      const read = { timeZone: options.timeZone, onBytes: meter.onBytes };
      const records = meter.counted(readRecords(source, rereading(mapper), read));
      return { input: nameOf(input), isRemap: false, records, partOf: meter.partOf };
    };
    await runInto(database, { mapper, options, open, inputPath: input }, streams, signal);
  };
  try {
    await explained(async () => {
      const mapper = await mapperOf(system, options, input);
      checkExport(mapper, options);
      await withMigratedDatabase(config, run(mapper));
    });
  } finally {
    // Otherwise an open pipe keeps the process running.
    if (input === '-') stdin.destroy();
  }
}

interface RemapCommand {
  readonly system: string;
  readonly options: RemapArguments;
}

/** `customer-gateway import remap`: maps the stored records again. */
export async function remapCommand(
  config: Config,
  { system, options }: RemapCommand,
  streams: RunStreams,
): Promise<void> {
  const signal = stopSignal();
  const { account: accountId, all: isAll = false, timeZone } = options;
  const run = (mapper: Mapper) => async (database: Database) => {
    const open = async (db: Db) => {
      const remap = { db, accountId, mapper, isAll, options: { timeZone } };
      const total = await countStored(remap);
      const partOf = (done: number) => (total === 0 ? undefined : Math.min(1, done / total));
      return { input: null, isRemap: true, records: storedRecords(remap), partOf };
    };
    await runInto(database, { mapper, options, open }, streams, signal);
  };
  await explained(async () => {
    if (timeZone !== undefined) checkTimeZone(timeZone);
    const mapper = await mapperOf(system, options);
    checkRemap(mapper);
    await withMigratedDatabase(config, run(mapper));
  });
}
