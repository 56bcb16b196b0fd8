import { inject } from 'vitest';
import { contentsOf } from '../../../drills/import/contents.mjs';
import { createDb, type Db } from '../../../src/db/client.ts';
import { statements } from '../../../src/db/wire/connection.ts';
import { createServingPool } from '../../../src/db/wire/pool.ts';
import { type ImportOptions, runImport } from '../../../src/importers/run/run.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import type { Plan, Run } from './plans.ts';

/** One import of a file. */
async function importInto(db: Db, accountId: string, run: Run, options: ImportOptions = {}) {
  const { of: system, records, match = [], sizes } = run;
  const rejected: string[] = [];
  const report = await runImport({
    ...{ db, accountId, system, sizes, mapperVersion: 1, input: null, isRemap: false },
    options: { match, ...options },
    records: records(),
    signal: new AbortController().signal,
    onReject: async ({ kind, sourceId, errors }) => {
      rejected.push(`${kind} ${sourceId} ${errors.map(({ code }) => code)}`);
    },
    onProgress: () => undefined,
  });
  return { report, rejected };
}

/** An import on connections that break at the statement with this number, and stay broken. */
async function importUntil(url: string, accountId: string, run: Run, breaksAt: number): Promise<void> {
  const connections = createServingPool({ connectionString: url }, () => undefined);
  const clients: { readonly connection: { readonly stream: { destroy(): void } } }[] = [];
  connections.on('connect', (client) => clients.push(client as unknown as (typeof clients)[number]));
  let sent = 0;
  const count = () => {
    sent += 1;
    if (sent >= breaksAt) for (const { connection } of clients) connection.stream.destroy();
  };
  statements.subscribe(count);
  try {
    await importInto(createDb(connections), accountId, run).catch(() => undefined);
  } finally {
    statements.unsubscribe(count);
    await connections.end();
  }
}

/**
 * These depend on the order: history, versions, names that addresses get from their customers, and tags that no customer
 * has any more.
 */
const left = [
  ...['customer_events', 'change_heads', 'customer_numbers', 'customers.version'],
  ...['customer_sources.position', 'customer_search', 'addresses.name', 'tags'],
  ...['import_runs', 'import_warnings', 'import_rejects'],
];

const maxPasses = 6;

/** Imports into the database of a test file. */
export async function openPasses() {
  const { pool, serving, url } = await openTestDatabase(inject('template'));
  /** Sees all accounts. */
  const owner = createDb(pool);
  const importOne = (accountId: string, run: Run, options?: ImportOptions) =>
    importInto(createDb(serving), accountId, run, options);

  /** Repeats the imports until one changes nothing; returns the rejects of that one. */
  async function importAll(accountId: string, runs: readonly Run[]): Promise<readonly string[]> {
    for (let pass = 1; pass <= maxPasses; pass += 1) {
      let changed = 0;
      const all: string[] = [];
      for (const run of runs) {
        const { report, rejected } = await importOne(accountId, run);
        changed += report.total('created') + report.total('updated');
        all.push(...rejected);
      }
      if (changed === 0) return [...new Set(all)].sort();
    }
    throw new Error(`${maxPasses} imports of the same documents still change something.`);
  }

  async function importBroken(accountId: string, runs: readonly Run[], { breaksAt }: Plan): Promise<void> {
    for (const [at, statement] of breaksAt.entries()) {
      const run = runs[at % runs.length];
      if (run !== undefined) await importUntil(url, accountId, run, statement);
    }
  }

  /** What a new account has after the work, and the rejects that this returns. */
  async function contentsAfter(work: (accountId: string) => Promise<readonly string[]>) {
    const since = new Date();
    const { id } = await add.addAccount(owner);
    const rejected = await work(id);
    const contents = await contentsOf((text, values) => pool.query(text, values), id, { since, left });
    return [...contents, ...rejected];
  }

  return { owner, importOne, importAll, importBroken, contentsAfter };
}
