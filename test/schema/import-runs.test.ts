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
