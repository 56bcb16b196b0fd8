import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const range = (length: number) => Array.from({ length }, (_, at) => at);

const seen = 'customer { id version sources { system sourceId goneAt } }';
const link = (id: string, source: object, more: object = {}) =>
  mutate(us, 'customerSourceAdd', { by: { id }, source, ...more }, seen);
const unlink = (id: string, source: object, more: object = {}) =>
  mutate(us, 'customerSourceRemove', { by: { id }, source, ...more }, seen);
const augno = () => ({ system: 'AUGNO', sourceId: word() });

async function eventsOf(id: string) {
  const { data } = await us.execute(
    `query ($id: ID!) { customer(by: { id: $id }) {
      events { nodes { action changes { field path oldValue newValue } } } } }`,
    { id },
  );
  return data.customer.events.nodes;
}

const event = (action: string, oldValue: string | null, newValue: string | null) => ({
  action,
  changes: [{ field: 'SOURCES', path: 'sources', oldValue, newValue }],
});

test('a record is linked and removed, each with an event and a version; repetitions have no effect', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const source = augno();
  const text = `AUGNO ${source.sourceId}`;

  const linked = await link(id, source);
  const again = await link(id, { ...source, sourceId: ` ${source.sourceId} ` });
  const removed = await unlink(id, source);
  const gone = await unlink(id, source);

  expect([linked, again].map(({ customer }) => customer)).toEqual([
    { id, version: 2, sources: [{ ...source, goneAt: null }] },
    { id, version: 2, sources: [{ ...source, goneAt: null }] },
  ]);
  expect([removed, gone].map(({ customer }) => customer)).toEqual([
    { id, version: 3, sources: [] },
    { id, version: 3, sources: [] },
  ]);
  expect(await eventsOf(id)).toEqual([event('UNLINK', text, null), event('LINK', null, text)]);
});

test('a record of another customer is taken, unless it is moved', async () => {
  const [from, to] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  const [source, other] = [augno(), augno()];
  await link(from.id, source);
  await link(to.id, other);
  const before = await everythingWritten(pool);

  const taken = await link(to.id, source);
  const notMine = await unlink(to.id, source);
  const dry = await link(to.id, source, { move: true, dryRun: true });
  expect(faultsOf(taken)).toEqual(['TAKEN source']);
  expect(taken.userErrors[0]?.message).toContain(from.number);
  expect(faultsOf(notMine)).toEqual(['NOT_FOUND source']);
  expect(dry.customer).toMatchObject({ version: 3 });
  expect(await everythingWritten(pool)).toBe(before);

  const moved = await link(to.id, source, { move: true });

  expect(moved.customer.sources).toHaveLength(2);
  const [text, both] = [
    `AUGNO ${source.sourceId}`,
    [source, other]
      .map(({ sourceId }) => `AUGNO ${sourceId}`)
      .sort()
      .join(', '),
  ];
  expect((await eventsOf(to.id))[0]).toEqual(event('LINK', `AUGNO ${other.sourceId}`, both));
  expect((await eventsOf(from.id))[0]).toEqual(event('UNLINK', text, null));
  const found = await us.execute(
    'query ($source: SourceRecordInput!) { customer(by: { source: $source }) { id } }',
    { source },
  );
  expect(found.data.customer.id).toBe(to.id);
});

test('invalid records, unknown customers and stale versions are rejected, and nothing is written', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const { id: foreign } = await add.addCustomer(db, (await add.addAccount(db)).id);
  const before = await everythingWritten(pool);

  expect(faultsOf(await link(id, { system: 'OTHER', sourceId: 'x' }))).toEqual(['INVALID source.sourceId']);
  expect(faultsOf(await link(id, { system: 'AUGNO', sourceId: ' ' }))).toEqual(['REQUIRED source.sourceId']);
  expect(faultsOf(await link(foreign, augno()))).toEqual(['NOT_FOUND by']);
  const stale = await link(id, augno(), { ifVersion: 9 });
  expect(faultsOf(stale)).toEqual(['STALE_VERSION ifVersion']);
  expect(stale.customer).toMatchObject({ id, version: 1 });
  expect(faultsOf(await unlink(id, augno(), { ifVersion: 9 }))).toEqual(['STALE_VERSION ifVersion']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('a customer has at most 250 records', async () => {
  const { id } = await add.addCustomer(db, accountId);
  await db.customerSource.createMany({
    data: range(250).map((at) => ({
      ...{ accountId, customerId: id, system: 'AUGNO' as const, sourceId: `${id} ${at}`, seenAt: new Date() },
    })),
  });

  expect(faultsOf(await link(id, augno()))).toEqual(['LIMIT_EXCEEDED source']);
});

test('50 concurrent links of one record to one customer have one effect', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const source = augno();

  const answers = await Promise.all(range(50).map(() => link(id, source)));

  expect(answers.flatMap(faultsOf)).toEqual([]);
  expect(new Set(answers.map(({ customer }) => customer.version))).toEqual(new Set([2]));
  expect(await eventsOf(id)).toHaveLength(1);
});

test('concurrent moves and an upsert of one record leave it with one customer, and each move has two events', async () => {
  const ids = (await Promise.all(range(4).map(() => add.addCustomer(db, accountId)))).map(({ id }) => id);
  const source = augno();

  const moves = ids.map((id) => link(id, source, { move: true }));
  const upsert = mutate(us, 'customerUpsert', { by: { source }, name: 'Upserted' }, 'customer { id }');
  const answers = await Promise.all([...moves, upsert]);

  expect(answers.flatMap(faultsOf)).toEqual([]);
  expect(await db.customerSource.count({ where: { sourceId: source.sourceId } })).toBe(1);
  const all = [...new Set([...ids, answers.at(-1)?.customer.id])];
  const actions = (await Promise.all(all.map(eventsOf))).flat().map(({ action }) => action);
  const count = (action: string) => actions.filter((each) => each === action).length;
  expect(count('LINK') + count('CREATE') - count('UNLINK')).toBe(1);
});
