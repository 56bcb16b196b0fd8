import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import { addAccount, addCustomer } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await addAccount(db);

const read = `query ($filter: CustomerFilter) {
  customers(first: 250, filter: $filter, orderBy: { field: NAME }) { nodes { name } totalCount } }`;

async function names(filter: object, account = accountId): Promise<readonly string[]> {
  const { data, errors } = await as(account).execute(read, { filter });
  if (errors) throw new Error(JSON.stringify(errors));
  const found = data.customers.nodes.map(({ name }: { name: string }) => name);
  expect(data.customers.totalCount).toBe(found.length);
  return found;
}

/** A unit of the account. */
async function addUnit(abbreviation: string, type: 'CURRENCY' | 'MASS', ratio: readonly [string, string]) {
  const id = newId('Unit');
  const [ratioNumerator, ratioDenominator] = ratio;
  await db.unit.create({
    data: { accountId, id, name: abbreviation, abbreviation, type, ratioNumerator, ratioDenominator },
  });
  return id;
}

const dollar = 'unt_0160b6194e8071a1b850010cd7ad267b';
const euro = 'unt_0160b6194e807658a3b4d530794d07ca';
const thousand = await addUnit('kUSD', 'CURRENCY', ['1000', '1']);
const third = await addUnit('third', 'CURRENCY', ['1', '3']);
const stone = await addUnit('st', 'MASS', ['635029318', '100000000']);

const limit = (creditLimitValue: string, creditLimitUnitId: string) => ({
  creditLimitValue,
  creditLimitUnitId,
});

const parent = await addCustomer(db, accountId, { name: 'parent', note: 'Zahlt SPÄT', contactFax: '+1 555' });
await addCustomer(db, accountId, { name: 'child', parentId: parent.id, ...limit('100000', dollar) });
await addCustomer(db, accountId, { name: 'euro', ...limit('100000', euro) });
await addCustomer(db, accountId, { name: 'thirds', ...limit('300000', third) });
await addCustomer(db, accountId, {
  name: 'thousands',
  ...limit('100.000000000000000000000000000001', thousand),
});
await addCustomer(db, accountId, { name: 'weight', ...limit('100000', stone) });

test.each([
  [{ from: '100000', unit: 'USD' }, ['child', 'thirds', 'thousands']],
  [{ from: '100000', unitId: dollar }, ['child', 'thirds', 'thousands']],
  [{ from: '100000.000000000000000000000000001', unit: 'USD' }, ['thousands']],
  [{ from: '100000.000000000000000000000000001001', unit: 'USD' }, []],
  [{ to: '100000', unit: 'USD' }, ['child', 'thirds']],
  [{ from: '300000', to: '300000', unit: 'third' }, ['child', 'thirds']],
  [{ from: '100', unitId: thousand }, ['child', 'thirds', 'thousands']],
  [{ from: '0', unit: 'EUR' }, ['euro']],
  [{ unit: 'EUR' }, ['euro']],
  [{ from: '0', unit: 'kg' }, ['weight']],
  [{ from: '635029.318', to: '635029.318', unit: 'kg' }, ['weight']],
  [{ from: '0', unit: 'usd' }, []],
  [{ exists: false }, ['parent']],
  [{ exists: false, unit: 'USD' }, []],
  [{ exists: true, to: '1', unit: 'USD' }, []],
  [{}, ['child', 'euro', 'parent', 'thirds', 'thousands', 'weight']],
])('credit limits of %j are those of %j', async (creditLimit, expected) => {
  expect(await names({ creditLimit })).toEqual(expected);
});

test('a unit of another account matches nothing', async () => {
  const other = await addAccount(db);
  await addCustomer(db, other.id, { name: 'other', ...limit('1', dollar) });

  expect(await names({ creditLimit: { from: '0', unitId: thousand } }, other.id)).toEqual([]);
  expect(await names({ creditLimit: { from: '0', unit: 'kUSD' } }, other.id)).toEqual([]);
  expect(await names({ creditLimit: { from: '0', unit: 'USD' } }, other.id)).toEqual(['other']);
});

test.each([
  [{ note: { contains: 'spat' } }, ['parent']],
  [{ note: { equals: 'ZAHLT spat' } }, ['parent']],
  [{ contactFax: { startsWith: '+1' } }, ['parent']],
  [{ name: { startsWith: 'TH' } }, ['thirds', 'thousands']],
  [{ name: { contains: 'É' } }, ['euro', 'parent', 'weight']],
  [{ name: { in: ['Child', 'EURO'] } }, ['child', 'euro']],
  [{ shortId: { exists: true } }, []],
])('%j matches %j', async (filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

test.each([
  [{ parent: { exists: true } }, ['child']],
  [{ parent: { name: { equals: 'parent' } } }, ['child']],
  [{ parent: { not: { name: { equals: 'parent' } } } }, ['euro', 'parent', 'thirds', 'thousands', 'weight']],
  [{ parent: { exists: true, not: { name: { equals: 'parent' } } } }, []],
  [
    { parent: { or: [{ exists: false }, { active: false }] } },
    ['euro', 'parent', 'thirds', 'thousands', 'weight'],
  ],
  [{ children: { some: {} } }, ['parent']],
  [{ children: { none: { name: { equals: 'child' } } }, name: { startsWith: 'p' } }, []],
  [{ children: { some: { creditLimit: { from: '1', unit: 'USD' } } } }, ['parent']],
  [{ children: { every: { active: false } }, creditLimit: { exists: false } }, []],
  [{ parent: { children: { some: { parent: { note: { exists: true } } } } } }, ['child']],
  [{ address: { exists: true } }, []],
  [{ addresses: { some: {} } }, []],
  [{ orders: { none: { statuses: ['PLACED'] } }, name: { startsWith: 'p' } }, ['parent']],
  [{ tag: { exists: true } }, []],
  [{ sources: { some: { system: 'AUGNO' } } }, []],
  [{ metadata: { path: 'rating', exists: true } }, []],
  [{ differsFromParent: ['CREDIT_LIMIT'] }, ['child']],
  [{ differsFromParent: ['STATUS', 'PRICE_GROUPS', 'TAGS'] }, []],
])('%j matches %j', async (filter, expected) => {
  expect(await names(filter)).toEqual(expected);
});

test('each relation of a complete customer is found by name, and by its existence', async () => {
  const account = await addAccount(db);
  const { customer, carrier, paymentTerm, shippingTerm, type, priceGroup } = await addWholeCustomer(
    db,
    account.id,
  );
  await addCustomer(db, account.id, { name: 'Bare' });
  const named = (name: string) => ({ name: { equals: name.toUpperCase() } });
  const relations = {
    carrier: named(carrier.name),
    paymentTerm: named(paymentTerm.name),
    shippingTerm: named(shippingTerm.name),
    type: named(type.name),
  };

  for (const [field, filter] of Object.entries(relations)) {
    expect([field, await names({ [field]: filter }, account.id)]).toEqual([field, [customer.name]]);
    expect([field, await names({ [field]: { exists: true } }, account.id)]).toEqual([field, [customer.name]]);
    expect([field, await names({ [field]: { exists: false } }, account.id)]).toEqual([field, ['Bare']]);
  }
  expect(await names({ priceGroups: { some: named(priceGroup.name) } }, account.id)).toEqual([customer.name]);
  expect(await names({ priceGroups: { none: {} } }, account.id)).toEqual(['Bare']);
});

const nested = (levels: number): object => (levels === 0 ? { active: true } : { parent: nested(levels - 1) });

test.each([
  [
    { creditLimit: { from: '1' } },
    'BAD_USER_INPUT',
    '`filter.creditLimit` has no unit; give `unitId` or `unit`.',
  ],
  [
    { parent: { creditLimit: { to: '1', unit: 'USD', unitId: dollar } } },
    'BAD_USER_INPUT',
    '`filter.parent.creditLimit` has `unitId` and `unit`; give one of them.',
  ],
  [
    { creditLimit: { unit: '' } },
    'BAD_USER_INPUT',
    '`filter.creditLimit.unit` is an empty string; give at least one character, or use `exists`.',
  ],
  [
    { children: { every: { or: [{ note: {} }] } } },
    'BAD_USER_INPUT',
    '`filter.children.every.or[0].note` has no condition; give at least one of `equals`, `in`, `startsWith`, `contains` and `exists`.',
  ],
  [
    { orders: { some: { total: { from: '1' } } } },
    'BAD_USER_INPUT',
    '`filter.orders.some.total` has no currency; give `currencyCode`.',
  ],
  [
    { orders: { sum: { currencyCode: 'USD' } } },
    'BAD_USER_INPUT',
    '`filter.orders.sum` has no bound; give `from`, `to` or both.',
  ],
  [
    { orders: { sum: { currencyCode: 'USD', from: '2', to: '1.5' } } },
    'BAD_USER_INPUT',
    '`filter.orders.sum.from` (2) is greater than `filter.orders.sum.to` (1.5); exchange them.',
  ],
  [
    { orders: { sum: { currencyCode: '', to: '1' } } },
    'BAD_USER_INPUT',
    '`filter.orders.sum.currencyCode` is an empty string; give at least one character, or use `exists`.',
  ],
  [
    { metadata: { path: ['a'], from: '2', to: '1' } },
    'BAD_USER_INPUT',
    '`filter.metadata.from` (2) is greater than `filter.metadata.to` (1); exchange them.',
  ],
  [
    { metadata: { path: ['a'] } },
    'BAD_USER_INPUT',
    '`filter.metadata` has no condition; give at least one of `equals`, `in`, `contains`, `from`, `to` and `exists`.',
  ],
  [
    { metadata: { path: [], exists: true } },
    'BAD_USER_INPUT',
    '`filter.metadata.path` is empty; give at least one key.',
  ],
  [
    { metadata: { path: Array(11).fill('a'), exists: true } },
    'LIMIT_EXCEEDED',
    '`filter.metadata.path` has 11 keys; the maximum is 10.',
  ],
  [
    nested(10),
    'LIMIT_EXCEEDED',
    '`filter` is nested more than 10 levels deep; combine conditions in fewer levels.',
  ],
])('%j is rejected', async (filter, code, message) => {
  const { errors } = await as(accountId).execute(read, { filter });

  expect(errors).toMatchObject([{ message, extensions: { code } }]);
});

test.each([
  [{ salesRep: { ids: ['x'] } }, 'filter.salesRep.ids[0]'],
  [{ parent: { carrier: { ids: [dollar] } } }, 'filter.parent.carrier.ids[0]'],
  [{ priceGroups: { none: { ids: [dollar] } } }, 'filter.priceGroups.none.ids[0]'],
  [{ creditLimit: { unitId: parent.id } }, 'filter.creditLimit.unitId'],
])('the error of a wrong id in %j has its path', async (filter, path) => {
  const { errors } = await as(accountId).execute(read, { filter });

  expect(errors).toMatchObject([{ extensions: { code: 'ID_INVALID' } }]);
  expect(errors?.[0]?.message).toContain(`\`${path}\` is "`);
});
