import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { addAccount, addCarrier, addCustomer, addServiceLevel, addUnit } from '../builders.ts';
import { openGateway } from '../gateway.ts';

const { db, as } = await openGateway({ demo: true });

test('the three priorities are listed lowest first', async () => {
  const account = await addAccount(db);

  const { data } = await as(account.id).execute('{ priorities { code name owner { type account { id } } } }');

  const owner = { type: 'SYSTEM', account: null };
  expect(data.priorities).toEqual([
    { code: 'LOW', name: 'Low', owner },
    { code: 'NORMAL', name: 'Normal', owner },
    { code: 'HIGH', name: 'High', owner },
  ]);
});

test('a deleted carrier cannot be selected, and customers that have it show it', async () => {
  const account = await addAccount(db);
  const deletedAt = new Date('2026-02-03T04:05:06.789Z');
  const [live, deleted] = [await addCarrier(db, account.id), await addCarrier(db, account.id, { deletedAt })];
  const level = await addServiceLevel(db, account.id, deleted.id);
  const customer = await addCustomer(db, account.id, { carrierId: deleted.id, serviceLevelId: level.id });

  const { data } = await as(account.id).execute(
    `query ($id: ID!, $carrier: ID!) {
      carriers(first: 250) { totalCount nodes { id } }
      customer(by: { id: $id }) { freightPreferences {
        carrier { id deletedAt serviceLevels { nodes { id } } } serviceLevel { id carrier { id } }
      } }
      node(id: $carrier) { id }
    }`,
    { id: customer.id, carrier: deleted.id },
  );

  const system = await db.carrier.findMany({ where: { accountId: null } });
  const chosen: readonly { id: string }[] = data.carriers.nodes;
  expect(chosen.map(({ id }) => id).toSorted()).toEqual([...system, live].map(({ id }) => id).toSorted());
  expect(data.carriers.totalCount).toBe(system.length + 1);
  expect(data.customer.freightPreferences).toEqual({
    carrier: {
      id: deleted.id,
      deletedAt: '2026-02-03T04:05:06.789Z',
      serviceLevels: { nodes: [{ id: level.id }] },
    },
    serviceLevel: { id: level.id, carrier: { id: deleted.id } },
  });
  expect(data.node).toEqual({ id: deleted.id });
});

test('the demo’s deleted carrier is not listed, and the one that reuses its name is', async () => {
  const { data } = await as(demoAccountId).execute(
    '{ carriers(first: 250) { nodes { name deletedAt owner { type } } } }',
  );

  const red = data.carriers.nodes.filter(({ name }: { name: string }) => name === 'Red Arrow Cartage');
  expect(red).toEqual([{ name: 'Red Arrow Cartage', deletedAt: null, owner: { type: 'ACCOUNT' } }]);
});

test('an account’s setting is owned by the account, and listed with those of the system', async () => {
  const account = await addAccount(db);
  const { id } = await addUnit(db, account.id);

  const { data } = await as(account.id).execute(
    '{ units(type: MASS) { totalCount nodes { id abbreviation isBaseUnit owner { type account { id name } } } } }',
  );

  const [own, ...others] = data.units.nodes;
  const system = { type: 'SYSTEM', account: null };
  expect(own).toMatchObject({
    id,
    isBaseUnit: false,
    owner: { type: 'ACCOUNT', account: { id: account.id, name: account.name } },
  });
  expect(
    others.map(({ abbreviation, owner }: Record<string, unknown>) => [abbreviation, owner]).toSorted(),
  ).toEqual(['g', 'kg', 'lb', 'oz'].map((abbreviation) => [abbreviation, system]));
});

test('a system-owned carrier shows the system’s levels and the account’s own, and no other account’s', async () => {
  const [account, other] = [await addAccount(db), await addAccount(db)];
  const fedex = await db.carrier.findFirstOrThrow({ where: { accountId: null, code: 'FEDEX' } });
  const own = await addServiceLevel(db, account.id, fedex.id);
  await addServiceLevel(db, other.id, fedex.id);

  const { data } = await as(account.id).execute(
    `query ($id: ID!) { node(id: $id) { ... on Carrier { serviceLevels {
      totalCount nodes { id owner { type } }
    } } } }`,
    { id: fedex.id },
  );

  const { totalCount, nodes } = data.node.serviceLevels;
  expect(totalCount).toBe(7);
  expect(nodes[0]).toEqual({ id: own.id, owner: { type: 'ACCOUNT' } });
  expect(nodes.slice(1).map(({ owner }: { owner: object }) => owner)).toEqual(
    Array(6).fill({ type: 'SYSTEM' }),
  );
});

test('lists by type contain only that type', async () => {
  const { data } = await as(demoAccountId).execute(`{
    types: accountGroups(type: TYPE_GROUP, first: 250) { totalCount nodes { type } }
    prices: accountGroups(type: PRICING_GROUP, first: 250) { totalCount nodes { type } }
    all: accountGroups(first: 0) { totalCount nodes { id } }
    temperatures: units(type: TEMPERATURE) { nodes { type abbreviation } }
  }`);

  expect(data.types).toEqual({ totalCount: 8, nodes: Array(8).fill({ type: 'TYPE_GROUP' }) });
  expect(data.prices).toEqual({ totalCount: 64, nodes: Array(64).fill({ type: 'PRICING_GROUP' }) });
  expect(data.all).toEqual({ totalCount: 72, nodes: [] });
  expect(
    data.temperatures.nodes.map(({ abbreviation }: Record<string, string>) => abbreviation).toSorted(),
  ).toEqual(['K', '°C', '°F', '°R']);
});
