import { inject } from 'vitest';
import { createDb, type Db } from '../../../src/db/client.ts';
import { type SourceSystem, sourceSystems } from '../../../src/domain/source-system.ts';
import type { Items, RecordKind, Rejection, SourceRecord } from '../../../src/importers/record.ts';
import type { Rejected } from '../../../src/importers/run/rejected.ts';
import type { Report } from '../../../src/importers/run/report.ts';
import { type ImportOptions, runImport } from '../../../src/importers/run/run.ts';
import { maxSizes, type Sizes } from '../../../src/importers/run/window.ts';
import { openTestDatabase } from '../../database.ts';

export const system = sourceSystems.AUGNO;

export const ref = (sourceId: string) => ({ source: { system, sourceId } });

type Common = Partial<Omit<SourceRecord, 'kind' | 'item' | 'sourceId'>>;

/** A record as a mapper creates it. */
export function record<K extends RecordKind>(
  kind: K,
  sourceId: string,
  item: Omit<Items[K], 'by' | 'source'>,
  common: Common = {},
): SourceRecord {
  const keyed = kind === 'customer' || kind === 'accountUser' ? { by: ref(sourceId) } : ref(sourceId);
  const made = {
    ...{ kind, system, sourceId, position: `file.json#/${sourceId}`, raw: { id: sourceId, ...item } },
    ...{ modifiedAt: null, createdAt: null, deletedAt: null, warnings: [], unknownPaths: [] },
    ...common,
    item: kind === 'address' ? item : { ...keyed, ...item },
  };
  // The kind and its item belong together.
  return made as unknown as SourceRecord;
}

export const customer = (sourceId: string, item: object = {}, common: Common = {}) =>
  record('customer', sourceId, { name: `Customer ${sourceId}`, ...item }, common);

export const address = (sourceId: string, customerId: string, values: object = {}) =>
  record('address', sourceId, { customer: ref(customerId), address: { ...ref(sourceId), ...values } });

async function* streamOf<T>(values: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T> {
  yield* values;
}

export interface Imported {
  readonly report: Report;
  readonly rejects: readonly Rejected[];
}

interface Given extends ImportOptions {
  readonly signal?: AbortSignal;
  readonly version?: number;
  readonly isRemap?: boolean;
  readonly onProgress?: () => void;
  /** The system of the records; AUGNO by default. */
  readonly from?: SourceSystem;
  readonly sizes?: Sizes;
}

type Records = Iterable<SourceRecord | Rejection> | AsyncIterable<SourceRecord | Rejection>;

/** Imports into the database of a test file. */
export async function openImports() {
  const { pool, serving } = await openTestDatabase(inject('template'));
  async function importInto(accountId: string, records: Records, given: Given = {}): Promise<Imported> {
    const { signal = new AbortController().signal, version = 1, onProgress = () => undefined } = given;
    const { from = system, isRemap = false, sizes = maxSizes, ...options } = given;
    const rejects: Rejected[] = [];
    const report = await runImport({
      ...{ db: createDb(serving), accountId, system: from, mapperVersion: version, options, signal },
      ...{ input: 'file.json', isRemap, sizes },
      records: streamOf(records),
      onReject: async (rejected) => void rejects.push(rejected),
      onProgress,
    });
    return { report, rejects };
  }
  /** Sees all accounts. */
  const db: Db = createDb(pool);
  return { db, importInto, client: createDb(serving) };
}

/** The counts of a kind that are not 0. */
export function countsOf({ report }: Imported, kind: RecordKind | 'unknown'): object {
  return Object.fromEntries(Object.entries(report.of(kind)).filter(([, count]) => count !== 0));
}

export const warningsOf = ({ report }: Imported): readonly string[] =>
  report.warnings.map(({ kind, code, path, count }) => `${kind} ${code} ${path} ${count}`);
