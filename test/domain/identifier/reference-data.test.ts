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
const word = add.word;

const unit = await add.addUnit(db, null, { name: `US dollar ${word()}`, type: 'CURRENCY' });
const carrier = await add.addCarrier(db, null);
const level = await add.addServiceLevel(db, null, carrier.id);
const [paymentTerm, shippingTerm] = [
  await add.addPaymentTerm(db, accountId),
  await add.addShippingTerm(db, accountId),
];
const [type, priceGroup] = [
  await add.addGroup(db, accountId, 'TYPE_GROUP', { name: `Café ${word()}` }),
  await add.addGroup(db, accountId, 'PRICING_GROUP'),
];
const customerGroup = await db.customerGroup.create({
  data: { id: newId('CustomerGroup'), accountId, name: `Shop ${word()}` },
});
const salesRep = await add.addAccountUser(db, accountId);
const { email } = await db.user.findFirstOrThrow({ where: { id: salesRep.userId } });

const seen = `customer { id creditLimit { unit { id } } freightPreferences { carrier { id } serviceLevel { id } }
  defaults { paymentTerm { id } shippingTerm { id } salesRep { id } } type { id }
  priceGroups { nodes { id } } customerGroup { id } }`;
const create = (input: object) => mutate(us, 'customerCreate', { name: 'New', ...input }, seen);
const update = (id: string, input: object) => mutate(us, 'customerUpdate', { by: { id }, ...input }, seen);

const named = (spelled: (name: string) => string) => ({
  creditLimit: { value: '1', unit: { name: spelled(unit.name) } },
  freightPreferences: {
    carrier: { name: spelled(carrier.name) },
    serviceLevel: { token: level.serviceLevelToken },
  },
  defaults: {
    paymentTerm: { name: spelled(paymentTerm.name) },
    shippingTerm: { name: spelled(shippingTerm.name) },
    salesRep: { email: spelled(email ?? '') },
  },
  type: { name: spelled(type.name) },
  priceGroups: [{ name: spelled(priceGroup.name) }, { id: priceGroup.id }],
  customerGroup: { name: spelled(customerGroup.name) },
});

test.for<[string, (name: string) => string]>([
  ['exactly', (name) => name],
  ['in a different case', (name) => name.toUpperCase()],
  ['with leading and trailing whitespace', (name) => ` ${name}\t`],
])('reference data is found by its name, given %s', async ([, spelled]) => {
  const { customer, userErrors } = await create(named(spelled));

  expect(userErrors).toEqual([]);
  expect(customer).toMatchObject({
    creditLimit: { unit: { id: unit.id } },
    freightPreferences: { carrier: { id: carrier.id }, serviceLevel: { id: level.id } },
    defaults: {
      paymentTerm: { id: paymentTerm.id },
      shippingTerm: { id: shippingTerm.id },
      salesRep: { id: salesRep.id },
    },
    type: { id: type.id },
    priceGroups: { nodes: [{ id: priceGroup.id }] },
    customerGroup: { id: customerGroup.id },
  });
});

test('unknown names, tokens, emails, source records and unit abbreviations are not found', async () => {
  const { id } = await add.addCustomer(db, accountId, { carrierId: carrier.id });
  const before = await everythingWritten(pool);
  const source = { system: 'AUGNO', sourceId: 'x' };

  const byName = await update(id, {
    creditLimit: { value: '1', unit: { name: unit.abbreviation } },
    freightPreferences: { serviceLevel: { token: level.serviceLevelToken.toUpperCase() } },
    defaults: { paymentTerm: { name: '' }, shippingTerm: { name: word() }, salesRep: { email: 'x' } },
    type: { name: 'x'.repeat(300) },
    priceGroups: [{ id: priceGroup.id }, { name: 'a\ud800' }],
    customerGroup: { name: '%' },
  });
  const bySource = await update(id, {
    creditLimit: { value: '1', unit: { source } },
    freightPreferences: { carrier: { source }, serviceLevel: { source } },
    defaults: { paymentTerm: { source }, shippingTerm: { source }, salesRep: { source } },
    type: { source },
    priceGroups: [{ source }],
    customerGroup: { source },
  });

  const paths = [
    ...['creditLimit.unit', 'customerGroup', 'defaults.paymentTerm', 'defaults.salesRep'],
    ...['defaults.shippingTerm', 'freightPreferences.serviceLevel'],
  ];
  expect(faultsOf(byName)).toEqual(
    [...paths, 'priceGroups.1', 'type'].map((path) => `NOT_FOUND ${path}`).sort(),
  );
  expect(faultsOf(bySource)).toEqual(
    [...paths, 'freightPreferences.carrier', 'priceGroups.0', 'type']
      .map((path) => `NOT_FOUND ${path}`)
      .sort(),
  );
  expect(
    [...byName.userErrors, ...bySource.userErrors].filter(({ message }) => message.length > 200),
  ).toEqual([]);
  expect(byName.userErrors.find(({ path }) => path[0] === 'customerGroup')?.message).toBe(
    'No customer group has the name “%”; `customerGroups` lists all customer groups.',
  );
  expect(await everythingWritten(pool)).toBe(before);
});

test('names and emails of other accounts are not found', async () => {
  const foreign = await add.addGroup(db, otherAccount, 'TYPE_GROUP');
  const stranger = await add.addAccountUser(db, otherAccount);
  const user = await db.user.findFirstOrThrow({ where: { id: stranger.userId } });

  const result = await create({
    type: { name: foreign.name },
    defaults: { salesRep: { email: user.email } },
  });

  expect(faultsOf(result)).toEqual(['NOT_FOUND defaults.salesRep', 'NOT_FOUND type']);
});

test('an exact match takes precedence over a different case, and the account’s row over the system’s', async () => {
  const name = `Net ${word()}`;
  const addTerm = (account: string | null, called: string) =>
    db.paymentTerm.create({ data: { id: newId('PaymentTerm'), accountId: account, name: called } });
  const chosen = async (called: string) =>
    (await create({ defaults: { paymentTerm: { name: called } } })).customer?.defaults.paymentTerm.id;
  const system = await addTerm(null, name);

  expect(await chosen(name)).toBe(system.id);
  const lower = await addTerm(accountId, name.toLowerCase());
  expect(await chosen(name)).toBe(system.id);
  expect(await chosen(name.toUpperCase())).toBe(lower.id);
  const own = await addTerm(accountId, name);
  expect(await chosen(name)).toBe(own.id);

  const both = await create({ defaults: { paymentTerm: { name: name.toUpperCase() } } });
  expect(faultsOf(both)).toEqual(['AMBIGUOUS defaults.paymentTerm']);
  expect(both.userErrors[0]?.message).toBe(
    `More than one payment term matches “${name.toUpperCase()}”; use the exact name or the id.`,
  );
});

test('a deleted carrier is found last, and only for a customer that has it', async () => {
  const name = `Van ${word()}`;
  const gone = await add.addCarrier(db, accountId, { name, deletedAt: new Date() });
  const { id } = await add.addCustomer(db, accountId, { carrierId: gone.id });
  const preferences = { freightPreferences: { carrier: { name } } };

  expect((await update(id, preferences)).userErrors).toEqual([]);
  expect(faultsOf(await create(preferences))).toEqual(['NOT_FOUND freightPreferences.carrier']);
  const carrier = await add.addCarrier(db, accountId, { name: name.toUpperCase() });
  expect((await create(preferences)).customer.freightPreferences.carrier).toEqual({ id: carrier.id });
});

test('a token is looked up within the given carrier, otherwise within the current one', async () => {
  const [one, two] = [await add.addCarrier(db, accountId), await add.addCarrier(db, accountId)];
  const serviceLevelToken = word();
  const addLevel = (account: string | null, carrierId: string) =>
    db.serviceLevel.create({
      data: { id: newId('ServiceLevel'), accountId: account, carrierId, name: word(), serviceLevelToken },
    });
  const [ofOne, ofTwo] = [await addLevel(accountId, one.id), await addLevel(accountId, two.id)];
  const { id } = await add.addCustomer(db, accountId, { carrierId: one.id });
  const serviceLevel = { token: serviceLevelToken };
  const chosen = async (preferences: object) =>
    (await update(id, { freightPreferences: preferences })).customer?.freightPreferences.serviceLevel?.id;

  expect(await chosen({ serviceLevel })).toBe(ofOne.id);
  expect(await chosen({ serviceLevel, carrier: { name: two.name } })).toBe(ofTwo.id);
  const none = { freightPreferences: { carrier: null, serviceLevel } };
  expect(faultsOf(await update(id, none))).toEqual(['WRONG_CARRIER freightPreferences.serviceLevel']);
  expect(faultsOf(await create({ freightPreferences: { serviceLevel } }))).toEqual([
    'WRONG_CARRIER freightPreferences.serviceLevel',
  ]);
  const unknown = { freightPreferences: { carrier: { name: word() }, serviceLevel } };
  expect(faultsOf(await update(id, unknown))).toEqual(['NOT_FOUND freightPreferences.carrier']);

  await addLevel(null, carrier.id);
  const own = await addLevel(accountId, carrier.id);
  expect(await chosen({ serviceLevel, carrier: { id: carrier.id } })).toBe(own.id);
});

test('price groups and units of shipping terms can be given by name', async () => {
  const { id } = await add.addCustomer(db, accountId);
  const change = (name: string, priceGroups: readonly object[]) =>
    mutate(
      us,
      `customerPriceGroups${name}`,
      { by: { id }, priceGroups },
      'customer { priceGroups { nodes { id } } }',
      'CustomerPriceGroupsInput',
    );

  const added = await change('Add', [{ name: priceGroup.name.toUpperCase() }]);
  expect(added.customer.priceGroups.nodes).toEqual([{ id: priceGroup.id }]);
  expect(faultsOf(await change('Add', [{ name: type.name }, { name: word() }]))).toEqual([
    'NOT_FOUND priceGroups.1',
    'WRONG_GROUP_TYPE priceGroups.0',
  ]);
  const removed = await change('Remove', [{ name: priceGroup.name }]);
  expect(removed.customer.priceGroups.nodes).toEqual([]);

  const term = (name: string) =>
    mutate(
      us,
      'shippingTermCreate',
      { name: word(), type: 'FLAT_RATE_FREIGHT', flatRate: { value: '9.5', unit: { name } } },
      'shippingTerm { flatRate { unit { id } } }',
    );
  expect((await term(unit.name)).shippingTerm).toEqual({ flatRate: { unit: { id: unit.id } } });
  expect(faultsOf(await term(word()))).toEqual(['NOT_FOUND flatRate.unit']);
});

test('the names in a call take one statement for each type, for 10 and 250 customers', async () => {
  const document = `mutation ($input: CustomersUpsertInput!) { customersUpsert(input: $input) {
    results { userErrors { code path } } } }`;
  const items = (size: number) =>
    Array.from({ length: size }, (_, at) => ({
      ...{ by: { number: word() }, name: `Customer ${at}` },
      ...named((name) => (at % 2 ? name : name.toUpperCase())),
    }));
  const ten = await us.statementsOf(document, { input: { items: items(10) } });
  const most = await us.statementsOf(document, { input: { items: items(250) } });

  expect(most).toEqual(ten);
  expect(most.filter((name) => name === 'referenceDataByName')).toHaveLength(7);
  const byId = items(10).map(({ by, name }) => ({ by, name, type: { id: type.id } }));
  expect(await us.statementsOf(document, { input: { items: byId } })).not.toContain('referenceDataByName');
});
