import { createDb } from '../../src/db/client.ts';
import { sourceSystems } from '../../src/domain/source-system.ts';
import { InputError } from '../../src/importers/input-error.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import type { Rejection, SourceRecord } from '../../src/importers/record.ts';
import { type ImportOptions, runImport } from '../../src/importers/run/run.ts';
import { word } from '../builders.ts';
import type { TestDatabase } from '../database.ts';
import { everythingOf, typeNamed } from '../selection.ts';
import type { Session } from './session.ts';

type Records = AsyncIterable<SourceRecord | Rejection>;

async function* recordsOf(...documents: readonly object[]): Records {
  for (const [at, document] of documents.entries())
    yield* inventoryPro.map({ ...document }, `customers.json#/${at}`, { timeZone: 'UTC' });
}

/** Imports customers, also one that is gone later, with a warning, a reject and a failure, and reads the runs. */
export async function importCustomers(
  { serving }: TestDatabase,
  accountId: string,
  session: Session,
): Promise<void> {
  const importAll = (records: Records, options: ImportOptions = {}, isRemap = false) =>
    runImport({
      db: createDb(serving),
      ...{ accountId, system: sourceSystems.INVENTORY_PRO, mapperVersion: inventoryPro.version },
      ...{ input: 'customers.json', isRemap, records, options, signal: new AbortController().signal },
      onReject: async () => undefined,
      onProgress: () => undefined,
    });
  const run = everythingOf(typeNamed('ImportRun'), 4, 250);
  const readRuns = () => session.ask('Query', `{ importRuns(first: 250) { nodes ${run} } }`);
  const customer = () => ({ shortID: word(), name: word() });

  for (const _ of [1, 2]) await importAll(recordsOf(customer()), { isComplete: true });
  const odd = { ...customer(), email: 'none', tier: 'gold' };
  const warned = async function* (): Records {
    yield* recordsOf(odd);
    const reason = { code: 'INVALID', path: '', message: 'A record is expected.' } as const;
    yield { kind: 'rejection', position: 'customers.json#/1', sourceId: word(), raw: {}, reason };
  };
  await importAll(warned(), { match: ['number'] });
  await importAll(recordsOf({ name: word() }, customer()), { maxRejects: 0 });
  await importAll(recordsOf(customer()), { isDry: true, isStrict: true });
  await importAll(recordsOf(), {}, true);
  const failing = async function* (): Records {
    yield* [];
    await readRuns();
    throw new InputError('The file is damaged.');
  };
  await importAll(failing()).catch((error: unknown) => {
    if (!(error instanceof InputError)) throw error;
  });
  await readRuns();
}
