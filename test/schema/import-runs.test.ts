import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { runLimits } from '../../src/domain/import-run/run.ts';
import { addAccount, addImportRun } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway();

const one = `query ($id: ID!) { importRun(id: $id) {
  system state dryRun strict complete match input stopReason stopPosition endedAt omittedRejects
  counts { kind created updated unchanged rejected unprocessed warned gone }
  unknownFields { kind path count position }
  warnings { totalCount nodes { kind code path message count examples { position value } } }
  rejects { totalCount nodes { kind sourceId position errors { code path message } } }
} }`;

test('a run is read with its counts, warnings and rejects', async () => {
  const account = await addAccount(db);
  const { id, ...run } = await addImportRun(db, account.id);
  const [warning] = await db.importWarning.findMany({ where: { runId: id } });
  const [reject] = await db.importReject.findMany({ where: { runId: id } });

  const { data } = await as(account.id).execute(one, { id });

  expect(data.importRun).toMatchObject({
    ...{ system: 'AUGNO', state: 'STOPPED', dryRun: false, strict: false, complete: false },
    ...{ match: ['number'], input: run.input, omittedRejects: 0 },
    ...{ stopReason: run.stopReason, stopPosition: run.stopPosition, endedAt: run.endedAt?.toISOString() },
    counts: run.counts,
    unknownFields: run.unknownFields,
    warnings: { totalCount: 1, nodes: [{ path: warning?.path, examples: warning?.examples }] },
    rejects: { totalCount: 1, nodes: [{ sourceId: reject?.sourceId, errors: reject?.errors }] },
  });
});

test('runs are listed newest first', async () => {
  const account = await addAccount(db);
  const ids = [];
  for (const day of [1, 3, 2]) {
    const { id } = await addImportRun(db, account.id);
    const startedAt = new Date(Date.UTC(2026, 0, day));
    await db.importRun.updateMany({ where: { id }, data: { startedAt } });
    ids.push(id);
  }

  const { data } = await as(account.id).execute('{ importRuns { totalCount nodes { id } } }');

  expect(data.importRuns).toEqual({ totalCount: 3, nodes: [ids[1], ids[2], ids[0]].map((id) => ({ id })) });
});

test('a run whose process has been silent for minutes has failed', async () => {
  const account = await addAccount(db);
  const add = (silentMs: number) =>
    db.importRun.create({
      data: {
        ...{ accountId: account.id, id: newId('ImportRun'), system: 'AUGNO', matchKeys: [] },
        aliveAt: new Date(Date.now() - silentMs),
      },
    });
  const [alive, lost] = [await add(runLimits.silenceMs / 2), await add(runLimits.silenceMs * 2)];
  const stateOf = async (id: string) =>
    (
      await as(account.id).execute('query ($id: ID!) { importRun(id: $id) { state stopReason endedAt } }', {
        id,
      })
    ).data.importRun;

  expect(await stateOf(alive.id)).toEqual({ state: 'RUNNING', stopReason: null, endedAt: null });
  expect(await stateOf(lost.id)).toEqual({
    ...{ state: 'FAILED', stopReason: 'The process ended before the run.' },
    endedAt: lost.aliveAt.toISOString(),
  });
});

test('an unknown run and one of another account are null; an id of another type is an error', async () => {
  const [own, other] = [await addAccount(db), await addAccount(db)];
  const { id } = await addImportRun(db, other.id);
  const read = (of: string) =>
    as(own.id).execute('query ($id: ID!) { importRun(id: $id) { id } }', { id: of });

  for (const each of [id, newId('ImportRun')])
    expect(await read(each)).toEqual({ data: { importRun: null } });
  expect((await read(newId('Customer'))).errors).toMatchObject([{ extensions: { code: 'ID_INVALID' } }]);
});

test('runs are filtered by system, state, kind and time, and their parts by text', async () => {
  const account = await addAccount(db);
  const stopped = await addImportRun(db, account.id);
  const start = (system: 'AUGNO' | 'COMMERCE_LAYER', silentMs: number, more: object) =>
    db.importRun.create({
      data: {
        ...{ accountId: account.id, id: newId('ImportRun'), system, matchKeys: [] },
        aliveAt: new Date(Date.now() - silentMs),
        ...more,
      },
    });
  const running = await start('COMMERCE_LAYER', 0, { isDryRun: true, input: 'Größe.csv' });
  const lost = await start('AUGNO', runLimits.silenceMs * 2, { startedAt: new Date(0) });
  const found = async (filter: string) => {
    const { data, errors } = await as(account.id).execute(
      `{ importRuns(filter: ${filter}) { totalCount nodes { id } } }`,
    );
    if (errors) throw new Error(JSON.stringify(errors));
    return data.importRuns.nodes.map(({ id }: { id: string }) => id);
  };

  expect(await found('{ states: [RUNNING] }')).toEqual([running.id]);
  expect(await found('{ states: [FAILED] }')).toEqual([lost.id]);
  expect(await found('{ not: { states: [FAILED, RUNNING] } }')).toEqual([stopped.id]);
  expect(await found('{ systems: [COMMERCE_LAYER] }')).toEqual([running.id]);
  expect(await found('{ dryRun: true, input: { startsWith: "grosse" } }')).toEqual([running.id]);
  expect(await found('{ startedAt: { to: "1970-01-01" } }')).toEqual([lost.id]);
  expect(await found('{ rejects: { some: { kind: { equals: "address" } } } }')).toEqual([stopped.id]);
  expect(await found('{ startedAt: { from: "2020-01-01" }, warnings: { none: {} } }')).toEqual([running.id]);

  const parts = await as(account.id).execute(
    `query ($id: ID!) { importRun(id: $id) {
      all: warnings { nodes { code count } } warnings(filter: { code: { equals: "none" } }) { totalCount }
      many: warnings(filter: { count: { from: 1 } }) { totalCount }
      rejects(filter: { sourceId: { exists: true } }) { totalCount }
      others: rejects(filter: { kind: { equals: "none" } }) { totalCount } } }`,
    { id: stopped.id },
  );
  expect(parts.errors).toBeUndefined();
  expect(parts.data.importRun).toMatchObject({
    ...{ warnings: { totalCount: 0 }, many: { totalCount: 1 } },
    ...{ rejects: { totalCount: 1 }, others: { totalCount: 0 } },
  });
});
