import fc from 'fast-check';
import { expect, inject, test } from 'vitest';
import { contentsOf, differences } from '../../../drills/import/contents.mjs';
import { createDb } from '../../../src/db/client.ts';
import { statements } from '../../../src/db/wire/connection.ts';
import { createServingPool } from '../../../src/db/wire/pool.ts';
import { type SourceSystem, sourceSystems } from '../../../src/domain/source-system.ts';
import { augno } from '../../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../../src/importers/commerce-layer/mapper.ts';
import { inventoryPro } from '../../../src/importers/inventory-pro/mapper.ts';
import { readRecords } from '../../../src/importers/read-records.ts';
import type { Rejection, SourceRecord } from '../../../src/importers/record.ts';
import { type MatchKey, matchKeys } from '../../../src/importers/run/matched.ts';
import { runImport } from '../../../src/importers/run/run.ts';
import { maxSizes, type Sizes } from '../../../src/importers/run/window.ts';
import * as add from '../../builders.ts';
import { openTestDatabase } from '../../database.ts';
import { asyncProperty } from '../../property.ts';
import { runs as runsFor } from '../../runs.ts';
import { streamOf } from '../read.ts';
import { type World, worlds } from './world.ts';

const { pool, serving, url } = await openTestDatabase(inject('template'));
const owner = createDb(pool);
const mappers = { augno, 'inventory-pro': inventoryPro, 'commerce-layer': commerceLayer } as const;

type System = keyof World;
const systems = Object.keys(mappers) as readonly System[];

interface Run {
  readonly records: () => AsyncIterable<SourceRecord | Rejection>;
  readonly of: SourceSystem;
  readonly match?: readonly MatchKey[];
  readonly sizes: Sizes;
}

const fileOf = (system: System, documents: readonly object[], sizes: Sizes): Run => ({
  ...{ sizes, of: mappers[system].system },
  records: () => {
    const lines = documents.map((each) => JSON.stringify(each)).join('\n');
    return readRecords(streamOf(lines), mappers[system], { timeZone: 'UTC' });
  },
});

/** One import of a file. */
async function importOne(accountId: string, { of, records, match = [], sizes }: Run, connections = serving) {
  const rejected: string[] = [];
  const report = await runImport({
    ...{
      db: createDb(connections),
      accountId,
      system: of,
      mapperVersion: 1,
      isRemap: false,
      options: { match },
      sizes,
      input: null,
    },
    records: records(),
    signal: new AbortController().signal,
    onReject: async ({ kind, sourceId, errors }) => {
      rejected.push(`${kind} ${sourceId} ${errors.map(({ code }) => code)}`);
    },
    onProgress: () => undefined,
  });
  return { changed: report.total('created') + report.total('updated'), rejected };
}

/** The same on connections that break at the statement with this number, and stay broken. */
async function importUntil(accountId: string, run: Run, breaksAt: number): Promise<void> {
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
    await importOne(accountId, run, connections).catch(() => undefined);
  } finally {
    statements.unsubscribe(count);
    await connections.end();
  }
}

const maxPasses = 6;
/** Repeats the imports until one changes nothing; returns the rejects of that one. */
async function importAll(accountId: string, plan: readonly Run[]): Promise<readonly string[]> {
  for (let pass = 1; pass <= maxPasses; pass += 1) {
    let changed = 0;
    const rejected: string[] = [];
    for (const run of plan) {
      const ended = await importOne(accountId, run);
      changed += ended.changed;
      rejected.push(...ended.rejected);
    }
    if (changed === 0) return [...new Set(rejected)].sort();
  }
  throw new Error(`${maxPasses} imports of the same documents still change something.`);
}

/**
 * These depend on the order: history, versions, names that addresses get from their customers, and tags that no customer
 * has any more.
 */
const left = [
  ...[
    'customer_events',
    'change_heads',
    'customer_numbers',
    'customers.version',
    'customer_sources.position',
  ],
  ...['customer_search', 'addresses.name', 'tags'],
  ...['import_runs', 'import_warnings', 'import_rejects'],
];

async function contentsAfter(work: (accountId: string) => Promise<readonly string[]>) {
  const since = new Date();
  const { id } = await add.addAccount(owner);
  const rejected = await work(id);
  const contents = await contentsOf((text, values) => pool.query(text, values), id, { since, left });
  return [...contents, ...rejected];
}

const plans = fc.record({
  keys: fc.array(fc.nat(1_000), { minLength: 30, maxLength: 30 }),
  files: fc.integer({ min: 1, max: 2 }),
  repeated: fc.array(fc.nat(30), { maxLength: 5 }),
  window: fc.integer({ min: 2, max: 20 }),
  batch: fc.integer({ min: 1, max: 5 }),
  breaksAt: fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 3 }),
});

type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

const keyAt = ({ keys }: Plan, at: number): number => keys[at % keys.length] ?? 0;

/** The values in another order, with repetitions, in several files. */
function placed<T>(values: readonly T[], plan: Plan): readonly (readonly T[])[] {
  const all = [...values, ...plan.repeated.flatMap((at) => values[at % values.length] ?? [])]
    .map((value, at) => ({ value, key: keyAt(plan, at), file: keyAt(plan, at + 7) % plan.files }))
    .sort((a, b) => a.key - b.key);
  return Array.from({ length: plan.files }, (_, file) =>
    all.filter((each) => each.file === file).map(({ value }) => value),
  );
}

const inOrderOf = (plan: Plan, runs: readonly Run[]): readonly Run[] =>
  runs
    .map((run, at) => ({ run, key: keyAt(plan, at + 13) }))
    .sort((a, b) => a.key - b.key)
    .map(({ run }) => run);

const runsOf = (world: World, plan: Plan): readonly Run[] =>
  inOrderOf(
    plan,
    systems.flatMap((system) =>
      placed(world[system], plan).map((documents) => fileOf(system, documents, plan)),
    ),
  );

async function importBroken(accountId: string, runs: readonly Run[], { breaksAt }: Plan): Promise<void> {
  for (const [at, statement] of breaksAt.entries()) {
    const run = runs[at % runs.length];
    if (run !== undefined) await importUntil(accountId, run, statement);
  }
}

function keyed(system: SourceSystem, sourceId: string, item: object): SourceRecord {
  const by = { source: { system, sourceId } };
  const made = {
    ...{ kind: 'customer', system, sourceId, position: sourceId, raw: { sourceId, ...item } },
    ...{ modifiedAt: null, createdAt: null, deletedAt: null, warnings: [], unknownPaths: [] },
    item: { by, ...item },
  };
  // The item has fields of customers.
  return made as unknown as SourceRecord;
}

test('the same documents in any order, batches and files, repeated, and after any crash, give the same account', async () => {
  await fc.assert(
    asyncProperty(worlds, plans, async (world, plan) => {
      const expected = await contentsAfter((id) =>
        importAll(
          id,
          systems.map((system) => fileOf(system, world[system], maxSizes)),
        ),
      );

      const found = await contentsAfter(async (id) => {
        const runs = runsOf(world, plan);
        await importBroken(id, runs, plan);
        return importAll(id, runs);
      });

      expect(differences(expected, found)).toEqual([]);
    }),
    runsFor(8, 40),
  );
});

const key = (name: string) =>
  fc.option(
    fc.nat(2).map((at) => `${name}${at}`),
    { nil: undefined },
  );
const keyedItems = fc.record({
  ...{ number: key('N-'), shortId: key('S'), reference: key('R') },
  shopper: key('c').map((each) => (each === undefined ? undefined : { email: `${each}@x.example` })),
});

const itemsOf = fc.array(keyedItems, { minLength: 1, maxLength: 6 });

test('with --match and keys of several records, no record is lost, and a customer has one of each system', async () => {
  const given = fc.record({ AUGNO: itemsOf, COMMERCE_LAYER: itemsOf, OTHER: itemsOf });
  const matches = fc.shuffledSubarray([...matchKeys]);
  await fc.assert(
    asyncProperty(given, matches, plans, async (items, match, plan) => {
      const { id } = await add.addAccount(owner);
      const records = Object.entries(items).flatMap(([system, list]) =>
        list.map((item, at) => keyed(system as SourceSystem, `${system}:${at}`, item)),
      );
      const runs = Object.values(sourceSystems).flatMap((of) =>
        placed(
          records.filter(({ system }) => system === of),
          plan,
        ).map(
          (file): Run => ({
            ...{ of, match, sizes: plan },
            async *records() {
              yield* file;
            },
          }),
        ),
      );
      const ordered = inOrderOf(plan, runs);

      await importBroken(id, ordered, plan);
      for (const run of ordered) await importOne(id, run);
      const rejected: string[] = [];
      for (const run of ordered) rejected.push(...(await importOne(id, run)).rejected);

      const stored = await owner.customerSource.findMany({ where: { accountId: id } });
      const own = stored.filter(({ raw }) => raw !== null);
      const ids = new Set(own.map(({ sourceId }) => sourceId));
      const missing = records.filter(({ sourceId }) => !ids.has(sourceId));
      expect(
        missing.filter(({ sourceId }) => !rejected.some((each) => each.includes(` ${sourceId} `))),
      ).toEqual([]);
      const linked = own.map(({ customerId, system }) => `${customerId} ${system}`);
      expect(new Set(linked).size).toBe(linked.length);
    }),
    runsFor(8, 40),
  );
});
