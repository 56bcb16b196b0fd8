import { expect, test } from 'vitest';
import { sourceSystems } from '../../../src/domain/source-system.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { brokenRules } from '../model/invariants.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;

const record = (sourceId: string = word()) => ({ system: 'INVENTORY_PRO', sourceId });
const seen = 'customer { id version shortId sources { system sourceId } }';
const create = async (input: object = {}) => (await mutate(us, 'customerCreate', input, seen)).customer;
const link = (id: string, source: object, more: object = {}) =>
  mutate(us, 'customerSourceAdd', { by: { id }, source, ...more }, seen);
const unlink = (id: string, source: object) =>
  mutate(us, 'customerSourceRemove', { by: { id }, source }, seen);
const update = (id: string, input: object) => mutate(us, 'customerUpdate', { by: { id }, ...input }, seen);
const upsert = (input: object) => mutate(us, 'customerUpsert', input, `outcome ${seen}`);

async function read(id: string) {
  const { data } = await us.execute(
    `query ($id: ID!) { customer(by: { id: $id }) { shortId version sources { system sourceId }
      events(first: 1) { nodes { action changes { field oldValue newValue } } } } }`,
    { id },
  );
  return data.customer;
}

async function idBy(shortId: string): Promise<string | undefined> {
  const query = 'query ($shortId: String!) { customer(by: { shortId: $shortId }) { id } }';
  return (await us.execute(query, { shortId })).data.customer?.id;
}

async function idsOfSearch(query: string): Promise<readonly string[]> {
  const { data } = await us.execute('query ($query: String!) { customers(query: $query) { nodes { id } } }', {
    query,
  });
  return data.customers.nodes.map(({ id }: { id: string }) => id);
}

const linked = (field: string, oldValue: string | null, newValue: string | null) => ({
  field,
  oldValue: field === 'SOURCES' && oldValue ? `INVENTORY_PRO ${oldValue}` : oldValue,
  newValue: field === 'SOURCES' && newValue ? `INVENTORY_PRO ${newValue}` : newValue,
});

test('the first linked record sets the short id, further ones do not; its removal leaves the next one', async () => {
  const { id } = await create();
  const [b, a, c] = [record(`B-${word()}`), record(`A-${word()}`), record(`C-${word()}`)];

  const first = await link(id, b);
  const event = (await read(id)).events.nodes[0];
  await link(id, a);
  const last = await link(id, c);

  expect(first.customer).toMatchObject({ shortId: b.sourceId, version: 2 });
  expect(event).toEqual({
    action: 'LINK',
    changes: [linked('SHORT_ID', null, b.sourceId), linked('SOURCES', null, b.sourceId)],
  });
  expect(last.customer).toMatchObject({ shortId: b.sourceId, version: 4, sources: [b, a, c] });
  expect(await idBy(b.sourceId)).toBe(id);
  expect(await idBy(a.sourceId)).toBeUndefined();
  expect(await idsOfSearch(b.sourceId)).toEqual([id]);

  expect((await unlink(id, b)).customer).toMatchObject({ shortId: a.sourceId, sources: [a, c] });
  expect([await idBy(b.sourceId), await idBy(a.sourceId)]).toEqual([undefined, id]);
  expect(await idsOfSearch(b.sourceId)).toEqual([]);
  expect((await unlink(id, c)).customer).toMatchObject({ shortId: a.sourceId, sources: [a] });
  expect((await unlink(id, a)).customer).toMatchObject({ shortId: null, sources: [] });
  expect((await read(id)).events.nodes[0]).toEqual({
    action: 'UNLINK',
    changes: [linked('SHORT_ID', a.sourceId, null), linked('SOURCES', a.sourceId, null)],
  });
});

test('a moved record changes the short ids of both customers', async () => {
  const [x, y] = [record(), record()];
  const from = await create({ sources: [x, y] });
  const to = await create();

  const taken = await link(to.id, x);
  const moved = await link(to.id, x, { move: true });

  expect(faultsOf(taken)).toEqual(['TAKEN source']);
  expect(moved.customer).toMatchObject({ shortId: x.sourceId, sources: [x], version: 2 });
  expect(await read(from.id)).toMatchObject({ shortId: y.sourceId, sources: [y], version: 2 });
  expect(await idBy(x.sourceId)).toBe(to.id);

  await link(to.id, y, { move: true });
  expect(await read(from.id)).toMatchObject({ shortId: null, sources: [], version: 3 });
  expect(await read(to.id)).toMatchObject({ shortId: x.sourceId, sources: [x, y] });
});

test('a changed short id changes the record; null removes the records of the warehouse', async () => {
  const [x, y, augno] = [record(), record(), { system: 'AUGNO', sourceId: word() }];
  const { id } = await create({ sources: [augno, x, y] });
  const shortId = word();

  const changed = await update(id, { shortId: ` ${shortId}` });
  const { events } = await read(id);
  const second = await update(id, { shortId: y.sourceId });
  const again = await update(id, { shortId: y.sourceId });
  const none = await update(id, { shortId: null });

  expect(changed.customer).toMatchObject({ shortId, version: 2, sources: [augno, record(shortId), y] });
  expect(events.nodes[0].changes.map(({ field }: { field: string }) => field)).toEqual([
    'SHORT_ID',
    'SOURCES',
  ]);
  expect(second.customer).toMatchObject({ shortId: y.sourceId, version: 3, sources: [augno, y] });
  expect(again.customer).toEqual(second.customer);
  expect(none.customer).toMatchObject({ shortId: null, version: 4, sources: [augno] });
  expect(await idBy(y.sourceId)).toBeUndefined();
  expect((await create({ shortId: y.sourceId })).sources).toEqual([y]);
});

test('null removes all records of the warehouse, so that the short id is null', async () => {
  const { id } = await create({ sources: [record(), record()] });

  expect((await update(id, { shortId: null })).customer).toMatchObject({ shortId: null, sources: [] });
});

test.each([
  ['customerCreate', (shortId: string) => ({ shortId }), 'TAKEN shortId'],
  ['customerUpsert', (shortId: string) => ({ by: { number: word() }, shortId }), 'TAKEN shortId'],
  [
    'customerUpsert',
    (shortId: string) => ({ by: { number: word() }, addSources: [record(shortId)] }),
    'TAKEN addSources.0',
  ],
])('%s: a short id that is any record of another customer is taken', async (name, inputOf, fault) => {
  const [x, y] = [record(), record()];
  await create({ sources: [x, y] });

  for (const { sourceId } of [x, y])
    expect(faultsOf(await mutate(us, name, inputOf(sourceId), 'customer { id }'))).toEqual([fault]);
});

test('an upsert with a short id and records: the given short id is the first', async () => {
  const [x, y, z] = [record(), record(), record()];

  const created = await upsert({ by: { source: x }, shortId: y.sourceId, addSources: [z] });
  const again = await upsert({ by: { source: x }, shortId: y.sourceId, addSources: [z] });
  const other = await upsert({ by: { source: x }, shortId: z.sourceId });
  const byShortId = await upsert({ by: { shortId: z.sourceId }, name: 'Found' });

  expect(created).toMatchObject({
    outcome: 'CREATED',
    customer: { shortId: y.sourceId, sources: [y, x, z] },
  });
  expect(again).toMatchObject({ outcome: 'UNCHANGED', customer: created.customer });
  expect(other).toMatchObject({ outcome: 'UPDATED', customer: { shortId: z.sourceId, sources: [z, x] } });
  expect(byShortId.customer).toMatchObject({ id: created.customer.id });
});

test('null contradicts a record of the same input', async () => {
  const [x, y] = [record(), record()];

  const faults = ['INVALID shortId'];
  expect(faultsOf(await upsert({ by: { source: x }, shortId: null }))).toEqual(faults);
  expect(faultsOf(await upsert({ by: { number: word() }, shortId: null, addSources: [y] }))).toEqual(faults);
});

test.for([null, ' '])(
  'without a short id, a record of another customer has one error: %j',
  async (shortId) => {
    const taken = record();
    await create({ sources: [taken] });

    const input = { by: { number: word() }, shortId, addSources: [taken] };
    expect(faultsOf(await upsert(input))).toEqual(['TAKEN addSources.0']);
  },
);

async function upsertAll(items: readonly object[]) {
  const { data } = await us.execute(
    `mutation ($items: [CustomerUpsertInput!]!) { customersUpsert(input: { items: $items }) {
      results { outcome ${seen} userErrors { code path } } } }`,
    { items },
  );
  return data.customersUpsert.results;
}

test('items of one call see the short ids of earlier items', async () => {
  const [x, y, replaced] = [record(), record(), record()];
  const { id } = await create({ sources: [x, y] });

  const results = await upsertAll([
    { by: { number: word() }, addSources: [y] },
    { by: { source: y }, shortId: replaced.sourceId },
    { by: { shortId: replaced.sourceId }, name: 'Found' },
    { by: { shortId: x.sourceId }, name: 'New' },
  ]);

  expect(results).toMatchObject([
    { outcome: null, userErrors: [{ code: 'TAKEN', path: ['items', '0', 'addSources', '0'] }] },
    { outcome: 'UPDATED', customer: { id, sources: [replaced, y] } },
    { outcome: 'UPDATED', customer: { id } },
    { outcome: 'CREATED', customer: { shortId: x.sourceId, sources: [x] } },
  ]);
});

test('an item that clears a short id frees its records for a later item', async () => {
  const [x, y, number] = [record(), record(), word()];
  await create({ number, sources: [x, y] });

  const results = await upsertAll([
    { by: { number }, shortId: null },
    { by: { reference: { reference: word() } }, addSources: [y] },
  ]);

  expect(results).toMatchObject([
    { outcome: 'UPDATED', customer: { shortId: null, sources: [] } },
    { outcome: 'CREATED', customer: { shortId: y.sourceId, sources: [y] } },
  ]);
});

test('a merge keeps the target’s short id first; without one, the first duplicate’s is taken', async () => {
  const [x, y, z] = [record(), record(), record()];
  const [first, second] = [await create({ sources: [y, z] }), await create({ sources: [x] })];
  const target = await create();
  const merge = (id: string, ids: readonly string[]) =>
    mutate(us, 'customerMerge', { target: { id }, duplicates: ids.map((each) => ({ id: each })) }, seen);

  const merged = await merge(second.id, [first.id]);
  const last = await merge(target.id, [second.id]);

  expect(merged.customer).toMatchObject({ shortId: x.sourceId, sources: [x, y, z] });
  expect(last.customer).toMatchObject({ id: target.id, shortId: x.sourceId, sources: [x, y, z] });
  expect(await idBy(x.sourceId)).toBe(target.id);
});

test('a short id that a previous gateway wrote without a record gets it with the next change of records', async () => {
  const { id } = await add.addCustomer(db, accountId, { shortId: word() });
  const { shortId } = await read(id);
  const x = record();

  expect((await link(id, x)).customer).toMatchObject({ shortId, sources: [record(shortId), x] });
});

test('a merge unites the short id of a previous gateway with the record of a duplicate', async () => {
  const sourceId = word();
  const target = await add.addCustomer(db, accountId, { shortId: sourceId });
  const duplicate = await add.addCustomer(db, accountId);
  await db.customerSource.create({
    data: { accountId, customerId: duplicate.id, system: 'WAREHOUSE', sourceId, seenAt: new Date() },
  });

  const { customer } = await mutate(
    us,
    'customerMerge',
    { target: { id: target.id }, duplicates: [{ id: duplicate.id }] },
    seen,
  );

  expect(customer).toMatchObject({ shortId: sourceId, sources: [record(sourceId)] });
});

test('a short id cannot be changed to a record of another customer', async () => {
  const [x, y] = [record(), record()];
  await create({ sources: [x, y] });
  const { id } = await create();

  for (const { sourceId } of [x, y])
    expect(faultsOf(await update(id, { shortId: sourceId }))).toEqual(['TAKEN shortId']);
  expect(await read(id)).toMatchObject({ shortId: null, version: 1 });
});

test('the event of a new customer lists its records, also in the feed', async () => {
  const [x, augno] = [record(), { system: 'AUGNO', sourceId: word() }];
  const { id } = await create({ sources: [x, augno] });
  const upserted = await upsert({
    by: { source: record() },
    addSources: [{ system: 'AUGNO', sourceId: word() }],
  });

  const { data } = await us.execute(
    `{ customerChanges(last: 2) { nodes { customerId action changes { field newValue } } } }`,
  );
  const sourcesIn = (at: number) =>
    data.customerChanges.nodes[at].changes.find(({ field }: { field: string }) => field === 'SOURCES');
  expect(sourcesIn(0)).toEqual({
    field: 'SOURCES',
    newValue: `AUGNO ${augno.sourceId}, INVENTORY_PRO ${x.sourceId}`,
  });
  expect((await read(id)).events.nodes[0].changes).toContainEqual({ ...sourcesIn(0), oldValue: null });
  expect(sourcesIn(1).newValue.split(', ')).toHaveLength(2);
  expect(upserted.outcome).toBe('CREATED');
});

test('concurrent moves, upserts and changes of short ids keep the rule', async () => {
  const records = [record(), record(), record()];
  const customers = [await create({ sources: records }), await create(), await create()];

  const answers = await Promise.all(
    customers.flatMap(({ id }, at) => [
      link(id, records[at] ?? {}, { move: true }),
      update(id, { shortId: word() }),
      upsert({ by: { source: records[(at + 1) % 3] }, name: word() }),
    ]),
  );

  expect(answers.flatMap(faultsOf).filter((fault) => !fault.startsWith('TAKEN'))).toEqual([]);
  const rule = 'a short id is the id of the first record of the warehouse';
  expect(await brokenRules(pool)).not.toContain(rule);
});

test('a record keeps its imported content when its place changes and when its customer is merged', async () => {
  const [x, y] = [record(), record()];
  const [a, b] = [await create({ sources: [x, y] }), await create({ sources: [record()] })];
  const content = { raw: { shortID: y.sourceId }, contentHash: word(), mapperVersion: 1 };
  const where = {
    accountId_system_sourceId: { accountId, system: sourceSystems.INVENTORY_PRO, sourceId: y.sourceId },
  };
  await db.customerSource.update({ where, data: content });
  const stored = async () => db.customerSource.findUnique({ where });

  const items = [{ by: { source: record() } }, { by: { source: x }, shortId: y.sourceId, addSources: [x] }];
  await us.execute(
    'mutation ($items: [CustomerUpsertInput!]!) { customersUpsert(input: { items: $items }) { results { outcome } } }',
    { items },
  );
  expect(await stored()).toMatchObject({ ...content, customerId: a.id });
  await mutate(us, 'customerMerge', { target: { id: b.id }, duplicates: [{ id: a.id }] }, 'customer { id }');
  expect(await stored()).toMatchObject({ ...content, customerId: b.id });
});
