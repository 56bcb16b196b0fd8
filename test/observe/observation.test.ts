import { afterEach, expect, test, vi } from 'vitest';
import { Observation, sending, statementName } from '../../src/observe/observation.ts';
import { observers } from '../../src/observe/observers.ts';
import { SeenSpans, watch } from './watch.ts';

afterEach(() => void vi.restoreAllMocks());

test.each([
  ['/* Customer.addresses page */ select 1', 'Customer.addresses page'],
  ['/* Query.customers facets country city */ select 1', 'Query.customers facets'],
  ['commit', 'commit'],
  [' SAVEPOINT work', 'savepoint'],
  ['SELECT "public"."tags"."id" FROM "public"."tags" WHERE 1=1', 'select tags'],
  [`/* ${'a'.repeat(200)} */ select 1`, 'other'],
  ['', 'other'],
])('the statement %j has the name %s', (text, name) => {
  expect(statementName(text)).toBe(name);
});

test('each moment of a request belongs to the database, to a queue or to the gateway', () => {
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  const { observer, ended } = watch();
  const observation = new Observation('1', 'POST', observer);
  const at = (ms: number, step: () => void) => {
    now = ms;
    step();
  };
  at(10, () => observation.waits());
  at(15, () => observation.waited());
  at(20, () => observation.sends());
  at(22, () => observation.waits());
  at(30, () => observation.received(2, 7));
  at(33, () => observation.sends());
  at(34, () => observation.waited());
  at(40, () => observation.received(1, 0));
  at(50, () => observation.end(200, 99));
  at(60, () => observation.end(500, 0));

  expect(ended).toEqual([observation]);
  expect(observation).toMatchObject({
    ...{ queueMs: 5 + 3, databaseMs: 10 + 7, durationMs: 50, ownMs: 25 },
    ...{ status: 200, bytes: 99, statements: 3, rows: 7 },
  });
});

test('a request keeps each error code once', () => {
  const observation = new Observation('1', 'POST');
  for (const code of ['TIMEOUT', 'FORBIDDEN', 'TIMEOUT']) observation.fail(code);
  expect(observation.codes).toEqual(['TIMEOUT', 'FORBIDDEN']);
});

test('each of several tracers gets its own spans as parents', () => {
  const tracers = [new SeenSpans(), new SeenSpans(), new SeenSpans()];
  const observation = new Observation('1', 'POST');
  for (const tracer of tracers) observation.trace(tracer);

  const batch = observation.tracer?.start('batch', { name: 'row Tag id' });
  observation.tracer?.start('statement', {}, batch).end({ rows: 2 }, new Error('failed'));
  batch?.end();

  for (const { all } of tracers) {
    expect(all.map(({ name, parent, ends }) => [name, parent?.name, ends])).toEqual([
      ['batch', undefined, 1],
      ['statement', 'batch', 1],
    ]);
    expect(all[1]).toMatchObject({ attributes: { rows: 2 }, error: new Error('failed') });
  }
});

const two = [{ statement: { text: 'begin', values: [] } }, { statement: { text: '/* A */', values: [] } }];

test.each([
  ['one statement', 1, [false, true]],
  ['the connection', -1, [true, true]],
])('a failure of %s is that of its statements', (_what, at, failed) => {
  const { observer, statements } = watch();
  const observation = new Observation('1', 'POST');

  sending(two, observation, observer)([[], [], []], 1, { at, error: new Error('failed') });

  expect(statements.map(({ isFailed }) => isFailed)).toEqual(failed);
});

test('several observers are called in order; without any there is none', () => {
  const told: string[] = [];
  const observer = observers([
    { sent: (events) => void told.push(`a ${events}`) },
    { batch: () => void told.push('b') },
    { sent: (events) => void told.push(`c ${events}`) },
  ]);
  observer?.sent(5);
  observer?.batch(1);
  observer?.published(1);

  expect(told).toEqual(['a 5', 'c 5', 'b']);
  expect(observers([])).toBeUndefined();
});
