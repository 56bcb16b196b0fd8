import { createDb } from '../../src/db/client.ts';
import { sourceSystems } from '../../src/domain/source-system.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import { runImport } from '../../src/importers/run/run.ts';
import { word } from '../builders.ts';
import type { TestDatabase } from '../database.ts';

/** Imports a customer, and then, without it, another one: the first one is gone from the source. */
export async function importCustomers({ serving }: TestDatabase, accountId: string): Promise<void> {
  for (const shortID of [word(), word()])
    await runImport({
      db: createDb(serving),
      accountId,
      system: sourceSystems.INVENTORY_PRO,
      mapperVersion: inventoryPro.version,
      records: (async function* () {
        yield* inventoryPro.map({ shortID, name: word() }, 'customers.json#/0', { timeZone: 'UTC' });
      })(),
      options: { isComplete: true },
      signal: new AbortController().signal,
      onReject: async (rejected) => {
        throw new Error(JSON.stringify(rejected));
      },
      onProgress: () => undefined,
    });
}
