import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { mutationsOf } from './settings.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);
const dollar = await db.unit.findFirstOrThrow({ where: { accountId: null, abbreviation: 'USD' } });
const carrier = await add.addCarrier(db, accountId);
const levels = [
  await add.addServiceLevel(db, accountId, carrier.id),
  await add.addServiceLevel(db, accountId, carrier.id),
];

/** Rows created with the minimal input and with all fields, and the result of updating all fields. */
const kinds = [
  {
    kind: 'accountGroup',
    selection: 'type name description commissionPolicy freightPolicy',
    least: { type: 'TYPE_GROUP', name: ' Dealers ' },
    leastMade: {
      type: 'TYPE_GROUP',
      name: 'Dealers',
      description: null,
      commissionPolicy: 'COMMISSION_APPLIED',
      freightPolicy: 'BILLED_FREIGHT',
    },
    most: {
      type: 'PRICING_GROUP',
      name: 'Gold',
      description: ' 10 % off ',
      commissionPolicy: 'COMMISSION_EXEMPT',
      freightPolicy: 'FREE_FREIGHT',
    },
    mostMade: { description: '10 % off' },
    change: { name: 'Silver', description: '', commissionPolicy: 'COMMISSION_APPLIED' },
    changed: { description: null },
  },
  {
    kind: 'carrier',
    selection: 'name code accountNumber customerPortalVisibility deletedAt owner { account { id } }',
    least: { name: 'Own van' },
    leastMade: {
      name: 'Own van',
      code: null,
      accountNumber: null,
      customerPortalVisibility: 'VISIBLE',
      deletedAt: null,
      owner: { account: { id: accountId } },
    },
    most: { name: 'UPS', code: 'UPS', accountNumber: '1Z', customerPortalVisibility: 'HIDDEN' },
    mostMade: { deletedAt: null, owner: { account: { id: accountId } } },
    change: { name: 'UPS Ground', accountNumber: '2Z', customerPortalVisibility: 'VISIBLE' },
    changed: {},
  },
  {
    kind: 'serviceLevel',
    selection: 'carrier { id } name serviceLevelToken customerPortalVisibility isDefault',
    least: { carrierId: carrier.id, name: 'Ground', serviceLevelToken: ' ground ' },
    leastMade: {
      carrierId: undefined,
      carrier: { id: carrier.id },
      name: 'Ground',
      serviceLevelToken: 'ground',
      customerPortalVisibility: 'VISIBLE',
      isDefault: false,
    },
    most: {
      carrierId: carrier.id,
      name: 'Air',
      serviceLevelToken: 'air',
      customerPortalVisibility: 'HIDDEN',
      isDefault: true,
    },
    mostMade: { carrierId: undefined, carrier: { id: carrier.id } },
    change: { name: 'Air 2', serviceLevelToken: 'air2', isDefault: false },
    changed: {},
  },
  {
    kind: 'paymentTerm',
    selection: 'name status',
    least: { name: 'Net 7' },
    leastMade: { name: 'Net 7', status: 'ACTIVE' },
    most: { name: 'Net 8', status: 'INACTIVE' },
    mostMade: {},
    change: { name: 'Net 9', status: 'ACTIVE' },
    changed: {},
  },
  {
    kind: 'shippingTerm',
    selection: `name type flatRate { value unit { id } } minimumOrderValue { value unit { id } }
      freeShippingServiceLevels { nodes { id } }`,
    least: { name: 'Free', type: 'FREE_FREIGHT', flatRate: null, freeShippingServiceLevelIds: null },
    leastMade: {
      name: 'Free',
      type: 'FREE_FREIGHT',
      flatRate: null,
      minimumOrderValue: null,
      freeShippingServiceLevelIds: undefined,
      freeShippingServiceLevels: { nodes: [] },
    },
    most: {
      name: 'Flat',
      type: 'FLAT_RATE_FREIGHT',
      flatRate: { value: '9.950', unit: { id: dollar.id } },
      minimumOrderValue: { value: '499.99', unit: { id: dollar.id } },
      freeShippingServiceLevelIds: [levels[0]?.id, levels[1]?.id, levels[0]?.id],
    },
    mostMade: {
      flatRate: { value: '9.95', unit: { id: dollar.id } },
      minimumOrderValue: { value: '499.99', unit: { id: dollar.id } },
      freeShippingServiceLevelIds: undefined,
      freeShippingServiceLevels: { nodes: [{ id: levels[1]?.id }, { id: levels[0]?.id }] },
    },
    change: { minimumOrderValue: null, freeShippingServiceLevelIds: [levels[1]?.id] },
    changed: {
      minimumOrderValue: null,
      freeShippingServiceLevelIds: undefined,
      freeShippingServiceLevels: { nodes: [{ id: levels[1]?.id }] },
    },
  },
];

test.for(kinds)('a new $kind has defaults for absent fields', async (each) => {
  const { create } = mutationsOf(us, each.kind, each.selection);

  const { [each.kind]: made, userErrors } = await create(each.least);

  expect(userErrors).toEqual([]);
  expect(made).toEqual({ id: made.id, ...each.least, ...each.leastMade });
});

test.for(kinds)('a $kind is created and updated with all fields', async (each) => {
  const { create, update } = mutationsOf(us, each.kind, each.selection);

  const { [each.kind]: made } = await create(each.most);
  const { [each.kind]: changed, userErrors } = await update({ id: made.id, ...each.change });

  expect(made).toEqual({ id: made.id, ...each.most, ...each.mostMade });
  expect(userErrors).toEqual([]);
  expect(changed).toEqual({ ...made, ...each.change, ...each.changed });
});

test.for(kinds)('an update of a $kind without a change keeps its update time', async (each) => {
  const { create, update } = mutationsOf(us, each.kind, 'updatedAt');
  const again = Object.fromEntries(
    Object.entries(each.most).filter(([name]) => !['type', 'code', 'carrierId'].includes(name)),
  );
  const other = each.kind === 'serviceLevel' ? { serviceLevelToken: 'again' } : { name: 'Again' };
  const { [each.kind]: made } = await create({ ...each.most, ...other });

  const { [each.kind]: same } = await update({ id: made.id, ...again, ...other });
  const { [each.kind]: renamed } = await update({ id: made.id, name: 'Other' });

  expect(same).toEqual(made);
  expect(Date.parse(renamed.updatedAt)).toBeGreaterThan(Date.parse(made.updatedAt));
});

test.for(kinds)('a $kind without uses is deleted, and a dry run returns the same', async (each) => {
  const { create, remove } = mutationsOf(us, each.kind);
  const isLevel = each.kind === 'serviceLevel';
  const { [each.kind]: made } = await create({
    ...each.least,
    name: 'Gone',
    ...(isLevel && { serviceLevelToken: 'gone' }),
  });
  const found = async () =>
    (await us.execute(`query ($id: ID!) { node(id: $id) { id } }`, { id: made.id })).data.node;

  const tried = await remove({ id: made.id, dryRun: true });
  const kept = await found();
  const { deletedId, userErrors } = await remove({ id: made.id });

  expect(tried).toEqual({ deletedId: made.id, userErrors: [] });
  expect(kept).toEqual({ id: made.id });
  expect(deletedId).toBe(made.id);
  expect(userErrors).toEqual([]);
  expect(await found()).toEqual(each.kind === 'carrier' ? { id: made.id } : null);
});

test('a unit is created, never as a base unit, and converts', async () => {
  const { create } = mutationsOf(
    us,
    'unit',
    'name abbreviation type ratioNumerator ratioDenominator offsetNumerator offsetDenominator isBaseUnit',
  );
  const least = {
    name: ' Stone ',
    abbreviation: 'st',
    type: 'MASS',
    ratioNumerator: '6.35029318',
    ratioDenominator: '1',
  };
  const most = {
    name: 'Fahrenheit',
    abbreviation: '°F',
    type: 'TEMPERATURE',
    ratioNumerator: '5',
    ratioDenominator: '-9',
    offsetNumerator: '45967',
    offsetDenominator: '180',
  };

  const first = await create(least);
  const second = await create(most);

  const common = { id: expect.any(String), isBaseUnit: false };
  const offset = { offsetNumerator: '0', offsetDenominator: '1' };
  expect(first.unit).toEqual({ ...least, name: 'Stone', ...offset, ...common });
  expect(second.unit).toEqual({ ...most, ...common });
});

test('a flat rate of a term that does not use it is stored, and applies once the term uses it', async () => {
  const { create, update } = mutationsOf(us, 'shippingTerm', 'type flatRate { value }');
  const rate = { value: '5', unit: { id: dollar.id } };

  const { shippingTerm, userErrors } = await create({ name: 'Later', type: 'FREE_FREIGHT', flatRate: rate });
  const { shippingTerm: flat } = await update({ id: shippingTerm.id, type: 'FLAT_RATE_FREIGHT' });

  expect(userErrors).toEqual([]);
  expect(flat).toEqual({ id: shippingTerm.id, type: 'FLAT_RATE_FREIGHT', flatRate: { value: '5' } });
});

test('a deleted carrier stays on its customers and leaves the list, and its name can be used again', async () => {
  const { create, remove } = mutationsOf(us, 'carrier', 'name');
  const { carrier: made } = await create({ name: 'Deleted' });
  const { id } = await add.addCustomer(db, accountId, { carrierId: made.id });

  await remove({ id: made.id });

  const { data } = await us.execute(
    `query ($id: ID!) { customer(by: { id: $id }) { freightPreferences { carrier { name deletedAt } } }
      carriers(first: 250) { nodes { id } } }`,
    { id },
  );
  expect(data.customer.freightPreferences.carrier).toEqual({
    name: 'Deleted',
    deletedAt: expect.any(String),
  });
  expect(data.carriers.nodes).not.toContainEqual({ id: made.id });
  expect((await create({ name: 'Deleted' })).userErrors).toEqual([]);
});

test('a new default replaces the previous one, and can be cleared', async () => {
  const { id: carrierId } = await add.addCarrier(db, accountId);
  const { create, update } = mutationsOf(us, 'serviceLevel');
  const defaults = async () =>
    (await db.serviceLevel.findMany({ where: { carrierId, isDefault: true } })).map(({ id }) => id);
  const level = { carrierId, name: 'Level', isDefault: true };

  const { serviceLevel: first } = await create({ ...level, serviceLevelToken: 'a' });
  const { serviceLevel: second } = await create({ ...level, serviceLevelToken: 'b' });
  expect(await defaults()).toEqual([second.id]);
  await update({ id: first.id, isDefault: true });
  expect(await defaults()).toEqual([first.id]);
  await update({ id: second.id, isDefault: false });
  expect(await defaults()).toEqual([first.id]);
  await update({ id: first.id, isDefault: false });
  expect(await defaults()).toEqual([]);
});
