import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

const told = 'events(first: 1) { nodes { action changes { path oldValue newValue } } }';
const changeGroups = (name: 'Add' | 'Remove', input: object) =>
  mutate(
    us,
    `customerPriceGroups${name}`,
    input,
    `customer { version priceGroups { nodes { id } } ${told} }`,
    'CustomerPriceGroupsInput',
  );
const changeTags = (name: 'Add' | 'Remove', input: object) =>
  mutate(
    us,
    `customerTags${name}`,
    input,
    `customer { version tags { nodes { name } } ${told} }`,
    'CustomerTagsInput',
  );
const groupsOf = (customer: { priceGroups: { nodes: readonly { id: string }[] } }) =>
  customer.priceGroups.nodes.map(({ id }) => id).sort();
const tagsOf = (customer: { tags: { nodes: readonly { name: string }[] } }) =>
  customer.tags.nodes.map(({ name }) => name).sort();

const [one, two, three] = [
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
];

test('price groups are added to the existing ones, and removed, each once', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const first = await changeGroups('Add', {
    by: { id },
    priceGroups: [{ id: one.id }, { id: two.id }, { id: one.id }],
  });
  expect(groupsOf(first.customer)).toEqual([one.id, two.id].sort());
  expect(first.customer).toMatchObject({
    version: 2,
    events: {
      nodes: [
        {
          action: 'UPDATE',
          changes: [{ path: 'priceGroups', oldValue: null, newValue: [one.id, two.id].sort().join(', ') }],
        },
      ],
    },
  });
  const second = await changeGroups('Add', {
    by: { id },
    priceGroups: [{ id: two.id }, { id: three.id }],
    ifVersion: 2,
  });
  expect(groupsOf(second.customer)).toEqual([one.id, two.id, three.id].sort());
  const third = await changeGroups('Remove', { by: { id }, priceGroups: [{ id: one.id }, { id: three.id }] });
  expect(groupsOf(third.customer)).toEqual([two.id]);
  expect(third.customer.version).toBe(4);
});

test('tags are added to the existing ones, in lowercase, and removed', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const first = await changeTags('Add', { by: { id }, tags: ['VIP', ' vip ', 'eu:de'] });
  expect(tagsOf(first.customer)).toEqual(['eu:de', 'vip']);
  const second = await changeTags('Add', { by: { id }, tags: ['new'] });
  expect(second.customer.events.nodes).toEqual([
    {
      action: 'UPDATE',
      changes: [{ path: 'tags', oldValue: 'eu:de, vip', newValue: 'eu:de, new, vip' }],
    },
  ]);
  const third = await changeTags('Remove', { by: { id }, tags: ['Vip', 'unknown'], ifVersion: 3 });
  expect(tagsOf(third.customer)).toEqual(['eu:de', 'new']);
  expect(third.customer.version).toBe(4);
});

test('adding an existing entry or removing a missing one is a no-op', async () => {
  const { id } = await add.addCustomer(db, accountId);
  await changeGroups('Add', { by: { id }, priceGroups: [{ id: one.id }] });
  await changeTags('Add', { by: { id }, tags: ['a'] });
  const before = await everythingWritten(pool);

  const answers = [
    await changeGroups('Add', { by: { id }, priceGroups: [{ id: one.id }] }),
    await changeGroups('Add', { by: { id }, priceGroups: [] }),
    await changeGroups('Remove', { by: { id }, priceGroups: [{ id: two.id }] }),
    await changeTags('Add', { by: { id }, tags: ['A'] }),
    await changeTags('Remove', { by: { id }, tags: ['b'] }),
    await changeTags('Remove', { by: { id }, tags: [] }),
  ];

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(answers.map(({ customer }) => customer.version)).toEqual([3, 3, 3, 3, 3, 3]);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(['Add', 'Remove'] as const)('invalid price groups are rejected: %s', async (name) => {
  const { id } = await add.addCustomer(db, accountId);
  const type = await add.addGroup(db, accountId, 'TYPE_GROUP');
  const foreign = await add.addGroup(db, otherAccount, 'PRICING_GROUP');
  const stranger = await add.addCustomer(db, otherAccount);
  const before = await everythingWritten(pool);
  const priceGroups = [one.id, type.id, newId('AccountGroup'), foreign.id, 'x'].map((id) => ({ id }));
  const wrong = [
    'INVALID priceGroups.4',
    'NOT_FOUND priceGroups.2',
    'NOT_FOUND priceGroups.3',
    'WRONG_GROUP_TYPE priceGroups.1',
  ];

  const result = await changeGroups(name, { by: { id }, priceGroups, ifVersion: 9 });
  const elsewhere = await changeGroups(name, { by: { id: stranger.id }, priceGroups });

  expect(faultsOf(result)).toEqual([...wrong, 'STALE_VERSION ifVersion'].sort());
  expect(result.userErrors.filter(({ message }) => !/^.{10,200}[.?]$/u.test(message))).toEqual([]);
  expect(faultsOf(elsewhere)).toEqual([...wrong, 'NOT_FOUND by'].sort());
  expect(await everythingWritten(pool)).toBe(before);
});

test('a customer has at most 250 price groups', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const groups = Array.from({ length: 250 }, () => ({
    ...{ id: newId('AccountGroup'), accountId, type: 'PRICING_GROUP' as const, name: add.word() },
  }));
  await db.accountGroup.createMany({ data: groups });
  await db.customerPriceGroup.createMany({
    data: groups.map((group) => ({ accountId, customerId: id, groupId: group.id })),
  });
  const before = await everythingWritten(pool);

  const result = await changeGroups('Add', { by: { id }, priceGroups: [{ id: one.id }] });

  expect(faultsOf(result)).toEqual(['LIMIT_EXCEEDED priceGroups']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('invalid tags, and more than ten, are rejected', async () => {
  const { id } = await add.addCustomer(db, accountId);
  await changeTags('Add', { by: { id }, tags: Array.from({ length: 9 }, (_, at) => `t${at}`) });
  const before = await everythingWritten(pool);
  const shapes = ['INVALID tags.1', 'INVALID tags.2', 'INVALID tags.4', 'TOO_LONG tags.3'];
  const tags = ['t0', 'a b', '', 'x'.repeat(26), 'Ä'];

  expect(faultsOf(await changeTags('Remove', { by: { id }, tags }))).toEqual(shapes);
  expect(faultsOf(await changeTags('Add', { by: { id }, tags, ifVersion: 1 }))).toEqual(
    [...shapes, 'LIMIT_EXCEEDED tags', 'STALE_VERSION ifVersion'].sort(),
  );
  expect(faultsOf(await changeTags('Add', { by: { id }, tags: ['t0', 'x', 'y'] }))).toEqual([
    'LIMIT_EXCEEDED tags',
  ]);
  expect(faultsOf(await changeTags('Add', { by: { id: newId('Customer') }, tags: ['x'] }))).toEqual([
    'NOT_FOUND by',
  ]);
  expect(await everythingWritten(pool)).toBe(before);
  expect((await changeTags('Add', { by: { id }, tags: ['t0', 'x'] })).userErrors).toEqual([]);
});

test('50 concurrent additions of a tag or a group lose none', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const groups = [one, two, three];

  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      at % 2 === 0
        ? changeTags('Add', { by: { id }, tags: [`r${at % 10}`, `s${at % 4}`] })
        : changeGroups('Add', { by: { id }, priceGroups: [{ id: groups[at % 3]?.id }] }),
    ),
  );

  expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(await db.customerTag.count({ where: { customerId: id } })).toBe(7);
  expect(await db.customerPriceGroup.count({ where: { customerId: id } })).toBe(3);
});

test('dry runs and idempotency keys apply', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const before = await everythingWritten(pool);

  const dry = await changeTags('Add', { by: { id }, tags: ['dry'], dryRun: true });
  const dryGroups = await changeGroups('Add', { by: { id }, priceGroups: [{ id: one.id }], dryRun: true });

  expect(tagsOf(dry.customer)).toEqual(['dry']);
  expect(groupsOf(dryGroups.customer)).toEqual([one.id]);
  expect(await everythingWritten(pool)).toBe(before);
  const key = { idempotencyKey: add.word() };
  const first = await changeTags('Add', { by: { id }, tags: ['wet'], ...key });
  await changeTags('Remove', { by: { id }, tags: ['wet'] });
  const again = await changeTags('Add', { by: { id }, tags: ['wet'], ...key });
  expect([first.customer.version, again.customer.version]).toEqual([2, 3]);
  expect(tagsOf(again.customer)).toEqual([]);
});
