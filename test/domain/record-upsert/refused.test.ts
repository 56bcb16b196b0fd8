import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { everythingWritten } from '../everything-written.ts';
import { augno, faultsOfAll, type Kind, outcomes, upsert } from './upserts.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);
const word = add.word;
const [carrier, foreignCarrier] = [
  await add.addCarrier(db, accountId),
  await add.addCarrier(db, otherAccount),
];
const deleted = await add.addCarrier(db, accountId, { deletedAt: new Date() });
const level = await add.addServiceLevel(db, accountId, carrier.id);
const group = await add.addGroup(db, accountId, 'TYPE_GROUP');
const kilogram = await add.addUnit(db, accountId, { type: 'MASS' });
const term = await add.addPaymentTerm(db, null);
const long = 'x'.repeat(256);

const refused: readonly (readonly [Kind, object, readonly string[]])[] = [
  ['paymentTermsUpsert', {}, ['REQUIRED source']],
  ['paymentTermsUpsert', { name: ' ' }, ['REQUIRED source']],
  ['paymentTermsUpsert', { source: augno(' '), name: word() }, ['REQUIRED source.sourceId']],
  ['paymentTermsUpsert', { source: augno(long), name: word() }, ['TOO_LONG source.sourceId']],
  ['paymentTermsUpsert', { source: { system: 'OTHER', sourceId: '1' } }, ['INVALID source.sourceId']],
  ['paymentTermsUpsert', { source: augno(word()) }, ['REQUIRED name']],
  ['paymentTermsUpsert', { source: augno(word()), name: null, status: null }, ['REQUIRED name']],
  ['paymentTermsUpsert', { name: long }, ['TOO_LONG name']],
  ['paymentTermsUpsert', { name: term.name, status: 'INACTIVE' }, ['SYSTEM_OWNED status']],
  ['carriersUpsert', { name: word(), code: 'UPS' }, ['REQUIRED accountNumber']],
  ['carriersUpsert', { name: carrier.name, code: 'FEDEX' }, ['INVALID code']],
  ['serviceLevelsUpsert', { carrier: { id: carrier.id } }, ['REQUIRED source']],
  [
    'serviceLevelsUpsert',
    { carrier: { id: carrier.id }, source: augno(word()) },
    ['REQUIRED name', 'REQUIRED serviceLevelToken'],
  ],
  [
    'serviceLevelsUpsert',
    { carrier: { id: foreignCarrier.id }, name: word(), serviceLevelToken: word() },
    ['NOT_FOUND carrier'],
  ],
  [
    'serviceLevelsUpsert',
    { carrier: { id: deleted.id }, name: word(), serviceLevelToken: word() },
    ['NOT_FOUND carrier'],
  ],
  ['serviceLevelsUpsert', { carrier: { id: group.id }, name: word() }, ['INVALID carrier']],
  ['serviceLevelsUpsert', { carrier: { name: word() }, name: word() }, ['NOT_FOUND carrier']],
  ['accountGroupsUpsert', { name: word() }, ['REQUIRED type']],
  ['accountGroupsUpsert', { name: group.name, type: 'PRICING_GROUP' }, ['INVALID type']],
  ['accountGroupsUpsert', { name: group.name, commissionPolicy: null }, ['REQUIRED commissionPolicy']],
  [
    'unitsUpsert',
    { name: word() },
    ['REQUIRED abbreviation', 'REQUIRED ratioDenominator', 'REQUIRED ratioNumerator', 'REQUIRED type'],
  ],
  ['unitsUpsert', { name: kilogram.name, type: 'VOLUME' }, ['INVALID type']],
  ['unitsUpsert', { name: kilogram.name, ratioNumerator: '7' }, ['INVALID ratioNumerator']],
  ['unitsUpsert', { name: kilogram.name, ratioDenominator: '0' }, ['INVALID ratioDenominator']],
  ['shippingTermsUpsert', { name: word() }, ['REQUIRED type']],
  [
    'shippingTermsUpsert',
    {
      ...{ name: word(), type: 'FREE_FREIGHT', flatRate: { value: '1', unit: { id: kilogram.id } } },
      ...{ minimumOrderValue: { value: '1', unit: { name: 'x' } } },
      freeShippingServiceLevelIds: [level.id, newId('ServiceLevel'), carrier.id],
    },
    [
      'INVALID flatRate.unit',
      'INVALID freeShippingServiceLevelIds.2',
      'NOT_FOUND freeShippingServiceLevelIds.1',
      'NOT_FOUND minimumOrderValue.unit',
    ],
  ],
  ['customerGroupsUpsert', { source: augno(word()) }, ['REQUIRED name']],
];

let before = '';
beforeEach(async () => {
  before = await everythingWritten(pool);
});

test.for(refused)('%s rejects %o', async ([kind, item, expected]) => {
  const results = await upsert(us, kind, [item]);

  expect(faultsOfAll(results)).toEqual(expected.map((fault) => fault.replace(' ', ' items.0.')));
  expect(results).toMatchObject([{ outcome: null, it: null }]);
  expect(await everythingWritten(pool)).toBe(before);
});

test('an item that fails does not stop the others', async () => {
  const results = await upsert(us, 'customerGroupsUpsert', [
    { name: word(), code: 'same' },
    { name: word(), code: 'same' },
    { name: word() },
  ]);

  expect(outcomes(results)).toEqual(['CREATED', null, 'CREATED']);
  expect(faultsOfAll(results)).toEqual(['TAKEN items.1.code']);
});

test('an item that fails does not take the names of later items', async () => {
  const [name, abbreviation] = [word(), word()];
  const unit = { type: 'MASS', ratioNumerator: '1', ratioDenominator: '1' };

  const results = await upsert(us, 'unitsUpsert', [
    { ...unit, name, abbreviation, ratioNumerator: '0', source: augno(word()) },
    { ...unit, name: kilogram.name, abbreviation, source: augno(word()), type: 'LENGTH' },
    { ...unit, name, abbreviation, source: augno(word()) },
  ]);

  expect(faultsOfAll(results)).toEqual(['INVALID items.0.ratioNumerator', 'INVALID items.1.type']);
  expect(outcomes(results)).toEqual([null, null, 'CREATED']);
});

test('a service level keeps its carrier', async () => {
  const source = augno(word());
  const of = (id: string) => ({ carrier: { id }, source, name: word(), serviceLevelToken: source.sourceId });
  await upsert(us, 'serviceLevelsUpsert', [of(carrier.id)]);

  const moved = await upsert(us, 'serviceLevelsUpsert', [of((await add.addCarrier(db, accountId)).id)]);

  expect(faultsOfAll(moved)).toEqual(['WRONG_CARRIER items.0.carrier']);
});

test('more than 250 items are a request error', async () => {
  const items = Array.from({ length: 251 }, () => ({ name: word() }));

  const { errors } = await us.execute(
    'mutation ($input: UnitsUpsertInput!) { unitsUpsert(input: $input) { results { outcome } } }',
    { input: { items } },
  );

  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['LIMIT_EXCEEDED']);
  expect(await everythingWritten(pool)).toBe(before);
});

test('a repeated call with an idempotency key returns the same results, and other input is rejected', async () => {
  const [idempotencyKey, name] = [word(), word()];
  const items = [{ name }, {}];

  const first = await upsert(us, 'customerGroupsUpsert', items, { idempotencyKey });
  const second = await upsert(us, 'customerGroupsUpsert', items, { idempotencyKey });
  const other = await upsert(us, 'customerGroupsUpsert', [{ name: word() }, {}], { idempotencyKey });

  expect(outcomes(first)).toEqual(['CREATED', null]);
  expect(second).toEqual(first);
  expect(other.map(({ userErrors }) => userErrors.map(({ code }) => code))).toEqual([
    ['IDEMPOTENCY_KEY_REUSED'],
    ['IDEMPOTENCY_KEY_REUSED'],
  ]);
  expect(await db.customerGroup.count({ where: { name } })).toBe(1);
});

test('units and customer groups in use cannot be deleted; others are, with their source records', async () => {
  const remove = (kind: string, id: string) =>
    mutate(us, `${kind}Delete`, { id }, 'deletedId', 'DeleteInput');
  const dollar = await add.addUnit(db, accountId, { type: 'CURRENCY' });
  const flatRate = { value: '1', unit: { id: dollar.id } };
  const type = 'FLAT_RATE_FREIGHT';
  await upsert(us, 'shippingTermsUpsert', [{ name: word(), type, flatRate }]);
  const [{ it: shop } = { it: null }] = await upsert(us, 'customerGroupsUpsert', [
    { source: augno(word()), name: word() },
  ]);
  const { id } = await add.addCustomer(db, accountId, { customerGroupId: shop.id });

  expect(faultsOf(await remove('unit', dollar.id))).toEqual(['IN_USE id']);
  expect(faultsOf(await remove('unit', (await add.addUnit(db, null)).id))).toEqual(['SYSTEM_OWNED id']);
  expect(faultsOf(await remove('unit', newId('Unit')))).toEqual(['NOT_FOUND id']);
  expect(await remove('unit', kilogram.id)).toMatchObject({ deletedId: kilogram.id });
  expect(faultsOf(await remove('customerGroup', shop.id))).toEqual(['IN_USE id']);
  await db.customer.updateMany({ where: { id }, data: { customerGroupId: null } });
  expect(await remove('customerGroup', shop.id)).toMatchObject({ deletedId: shop.id });
  expect(await db.objectSource.count({ where: { customerGroupId: shop.id } })).toBe(0);
});
