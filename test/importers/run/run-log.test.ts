import { expect, test } from 'vitest';
import { runLimits } from '../../../src/domain/import-run/run.ts';
import { InputError } from '../../../src/importers/input-error.ts';
import type { Rejection } from '../../../src/importers/record.ts';
import * as add from '../../builders.ts';
import { eventually } from '../../eventually.ts';
import { address, customer, openImports } from './records.ts';

const { db, importInto } = await openImports();

const newAccount = async () => (await add.addAccount(db)).id;

const runsOf = (accountId: string) =>
  db.importRun.findMany({
    where: { accountId },
    orderBy: { startedAt: 'asc' },
    include: { warnings: { orderBy: { id: 'asc' } }, rejects: { orderBy: { id: 'asc' } } },
  });

const rejection = (at: number, sourceId: string | null = null): Rejection => ({
  ...{ kind: 'rejection', position: `file.json#/${at}`, sourceId, raw: { id: at } },
  reason: { code: 'SYNTAX', path: '', message: 'The part is not JSON.' },
});

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

test('a run is stored with its options, counts, unknown fields, warnings and rejects', async () => {
  const accountId = await newAccount();
  const invalid = { contactInfo: { email: 'none' } };
  const records = [
    customer('c1', invalid, { unknownPaths: ['tier'] }),
    customer('c2', invalid),
    address('a1', 'missing'),
    rejection(7, 'x'),
  ];

  await importInto(accountId, records, { match: ['number', 'email'], isComplete: true });

  const [run, ...others] = await runsOf(accountId);
  expect(others).toEqual([]);
  const none = { created: 0, updated: 0, unchanged: 0, rejected: 0, unprocessed: 0, warned: 0, gone: 0 };
  expect(run).toMatchObject({
    ...{ system: 'AUGNO', state: 'COMPLETED', input: 'file.json', stopReason: null, stopPosition: null },
    ...{ isDryRun: false, isStrict: false, isComplete: true, isRemap: false, matchKeys: ['number', 'email'] },
    counts: [
      { ...none, kind: 'customer', created: 2, warned: 2 },
      { ...none, kind: 'address', rejected: 1 },
      { ...none, kind: 'unknown', rejected: 1 },
    ],
    unknownFields: [{ kind: 'customer', path: 'tier', count: 1, position: 'file.json#/c1' }],
    omittedRejects: 0,
  });
  expect(run?.endedAt?.getTime()).toBeGreaterThanOrEqual(run?.startedAt.getTime() ?? Number.NaN);
  expect(run?.warnings).toMatchObject([
    {
      ...{ kind: 'customer', code: 'INVALID', path: 'contactInfo.email', count: 2 },
      examples: [
        { position: 'file.json#/c1', value: '"none"' },
        { position: 'file.json#/c2', value: '"none"' },
      ],
    },
  ]);
  expect(run?.rejects).toMatchObject([
    { position: 'file.json#/7', kind: 'unknown', sourceId: 'x', errors: [{ code: 'SYNTAX', path: '' }] },
    {
      ...{ position: 'file.json#/a1', kind: 'address', sourceId: 'a1' },
      errors: [{ code: 'NOT_FOUND', path: 'customer', message: expect.any(String) }],
    },
  ]);
});

test('a dry run is stored, and writes nothing else', async () => {
  const accountId = await newAccount();

  await importInto(accountId, [customer('c1')], { isDry: true, isStrict: true });

  expect(await runsOf(accountId)).toMatchObject([
    { state: 'COMPLETED', isDryRun: true, isStrict: true, counts: [{ kind: 'customer', created: 1 }] },
  ]);
  expect(await db.customer.count({ where: { accountId } })).toBe(0);
});

test('a stopped run has its reason and the place where it stopped', async () => {
  const accountId = await newAccount();

  await importInto(accountId, [rejection(0), customer('c1')], { maxRejects: 0 });

  expect(await runsOf(accountId)).toMatchObject([
    {
      ...{ state: 'STOPPED', stopReason: 'More than 0 records were rejected.' },
      ...{ stopPosition: 'file.json#/c1', endedAt: expect.any(Date) },
      counts: [
        { kind: 'customer', unprocessed: 1 },
        { kind: 'unknown', rejected: 1 },
      ],
    },
  ]);
});

test('a failed run has the reason only if it concerns the input', async () => {
  const accountId = await newAccount();
  const failWith = async (error: Error) => {
    const records = (async function* () {
      yield* [];
      throw error;
    })();
    await expect(importInto(accountId, records)).rejects.toThrow(error.message);
  };

  await failWith(new InputError('file.json: the gzip file is damaged.'));
  await failWith(new Error('connect ECONNREFUSED /var/run/secret'));

  expect(await runsOf(accountId)).toMatchObject([
    { state: 'FAILED', stopReason: 'file.json: the gzip file is damaged.' },
    { state: 'FAILED', stopReason: 'The import failed; its output has the error.' },
  ]);
});

test('texts are shortened, and lose what the database cannot store', async () => {
  const accountId = await newAccount();
  const sourceId = `\0${'x'.repeat(runLimits.text)}\ud83d\ude00`;

  await importInto(accountId, [rejection(0, sourceId)]);

  const [run] = await runsOf(accountId);
  expect(run?.rejects[0]?.sourceId).toBe(`${'x'.repeat(runLimits.text - 2)}…`);
});

test('a run stores a limited number of rejects, and the number of the others', async () => {
  const accountId = await newAccount();
  const all = Array.from({ length: runLimits.rejects + 3 }, (_, at) => rejection(at));

  await importInto(accountId, all);

  const [run] = await runsOf(accountId);
  expect(run?.rejects.map(({ position }) => position)).toEqual(
    all.slice(0, runLimits.rejects).map(({ position }) => position),
  );
  expect(run).toMatchObject({ omittedRejects: 3, counts: [{ rejected: runLimits.rejects + 3 }] });
});

test('the next run ends one whose process was killed', async () => {
  const accountId = await newAccount();
  const aliveAt = new Date('2026-01-02T03:04:05.000Z');
  const killed = await db.importRun.create({
    data: { ...{ accountId, id: 'imp_killed', system: 'AUGNO', matchKeys: [] }, startedAt: aliveAt, aliveAt },
  });

  await importInto(accountId, [customer('c1')]);

  expect(await runsOf(accountId)).toMatchObject([
    {
      ...{ id: killed.id, state: 'FAILED', endedAt: aliveAt },
      stopReason: 'The process ended before the run.',
    },
    { state: 'COMPLETED' },
  ]);
});

test('the last runs are kept, with their rejects; the next run deletes older ones', async () => {
  const accountId = await newAccount();
  const at = (n: number) => new Date(Date.UTC(2026, 0, 1, 0, n));
  const ended = { accountId, system: 'AUGNO', state: 'COMPLETED' } as const;
  await db.importRun.createMany({
    data: Array.from({ length: runLimits.runs + 2 }, (_, n) => ({
      ...{ ...ended, matchKeys: [], id: `imp_${accountId}_${n}`, startedAt: at(n), endedAt: at(n) },
    })),
  });
  const reject = { accountId, position: 'file.json', kind: 'customer' };
  await db.importReject.createMany({
    data: [0, 50].map((n) => ({ ...reject, id: `irj_${accountId}_${n}`, runId: `imp_${accountId}_${n}` })),
  });

  await importInto(accountId, [customer('c1')]);

  const runs = await runsOf(accountId);
  expect(runs).toHaveLength(runLimits.runs);
  expect(runs[0]?.startedAt).toEqual(at(3));
  expect(await db.importReject.findMany({ where: { accountId } })).toMatchObject([
    { runId: `imp_${accountId}_50` },
  ]);
});

test('the progress of a run is stored while it runs', async () => {
  const accountId = await newAccount();
  const { promise: released, resolve: release } = deferred();
  const records = async function* () {
    yield customer('c1');
    // With these, the first window is full.
    for (let at = 1; at < 2_000; at += 1) yield rejection(at);
    await released;
  };
  const imported = importInto(accountId, records());

  await eventually(async () =>
    expect(await runsOf(accountId)).toMatchObject([
      { state: 'RUNNING', counts: [{ kind: 'customer', created: 1 }, { kind: 'unknown' }] },
    ]),
  );
  release();
  await imported;

  expect(await runsOf(accountId)).toMatchObject([{ state: 'COMPLETED' }]);
});
