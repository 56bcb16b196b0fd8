import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { everythingWritten } from '../everything-written.ts';
import { mutationsOf } from './settings.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

const ours = await addWholeCustomer(db, accountId);
const theirs = await addWholeCustomer(db, otherAccount);
const dollar = await add.addUnit(db, null, { type: 'CURRENCY' });
const systemCarrier = await add.addCarrier(db, null);
const system = {
  carrier: systemCarrier,
  serviceLevel: await add.addServiceLevel(db, null, systemCarrier.id),
  paymentTerm: await add.addPaymentTerm(db, null),
  shippingTerm: await add.addShippingTerm(db, null),
};
const deleted = await add.addCarrier(db, accountId, { deletedAt: new Date() });
const ups = await add.addCarrier(db, accountId, { code: 'UPS', accountNumber: '1Z' });
const other = {
  accountGroup: await add.addGroup(db, accountId, 'TYPE_GROUP'),
  carrier: await add.addCarrier(db, accountId),
  serviceLevel: await add.addServiceLevel(db, accountId, ours.carrier.id),
  paymentTerm: await add.addPaymentTerm(db, accountId),
  shippingTerm: await add.addShippingTerm(db, accountId),
};
type Kind = keyof typeof other;
const money = { value: '1', unit: { id: dollar.id } };
const { word } = add;

/** The minimal input that creates one of each kind. */
const right: Readonly<Record<Kind | 'unit', () => object>> = {
  accountGroup: () => ({ type: 'TYPE_GROUP', name: word() }),
  carrier: () => ({ name: word() }),
  serviceLevel: () => ({ carrierId: ours.carrier.id, name: word(), serviceLevelToken: word() }),
  paymentTerm: () => ({ name: word() }),
  shippingTerm: () => ({ name: word(), type: 'FREE_FREIGHT' }),
  unit: () => ({
    ...{ name: word(), abbreviation: word(), type: 'MASS', ratioNumerator: '1', ratioDenominator: '1' },
  }),
};

type Case = readonly [Kind | 'unit', string, object, readonly string[]];
const long = 'ü'.repeat(256);

/** Invalid values of fields that both mutations have, and the expected user errors. */
const both: readonly Case[] = [
  ...(Object.keys(right) as (Kind | 'unit')[]).flatMap((kind): Case[] => [
    [kind, 'no name', { name: ' ' }, ['REQUIRED name']],
    [kind, 'a long name', { name: long }, ['TOO_LONG name']],
  ]),
  ['accountGroup', 'a name that is taken', { name: ours.priceGroup.name }, ['TAKEN name']],
  ['accountGroup', 'a long description', { description: 'x'.repeat(2_001) }, ['TOO_LONG description']],
  ['carrier', 'a name that is taken', { name: ours.carrier.name }, ['TAKEN name']],
  ['carrier', 'a long number', { accountNumber: 'x'.repeat(65) }, ['TOO_LONG accountNumber']],
  [
    'serviceLevel',
    'a token in use, and no name',
    { name: '', serviceLevelToken: ours.serviceLevel.serviceLevelToken },
    ['REQUIRED name', 'TAKEN serviceLevelToken'],
  ],
  ['serviceLevel', 'an empty token', { serviceLevelToken: '  ' }, ['REQUIRED serviceLevelToken']],
  ['serviceLevel', 'a long token', { serviceLevelToken: 'x'.repeat(65) }, ['TOO_LONG serviceLevelToken']],
  ['paymentTerm', 'a name that is taken', { name: ours.paymentTerm.name }, ['TAKEN name']],
  ['paymentTerm', 'the name of a system’s', { name: system.paymentTerm.name }, ['TAKEN name']],
  ['shippingTerm', 'a name that is taken', { name: ours.shippingTerm.name }, ['TAKEN name']],
  [
    'shippingTerm',
    'invalid rates',
    {
      flatRate: { value: '1', unit: { id: ours.unit.id } },
      minimumOrderValue: { value: '1', unit: { id: ours.unit.id } },
    },
    ['INVALID flatRate.unit', 'INVALID minimumOrderValue.unit'],
  ],
  [
    'shippingTerm',
    'unknown units',
    {
      flatRate: { value: '1', unit: { id: theirs.unit.id } },
      minimumOrderValue: { ...money, unit: { id: 'x' } },
    },
    ['INVALID minimumOrderValue.unit', 'NOT_FOUND flatRate.unit'],
  ],
  [
    'shippingTerm',
    'unknown service levels',
    { freeShippingServiceLevelIds: [ours.serviceLevel.id, theirs.serviceLevel.id, ours.carrier.id, ''] },
    [
      'INVALID freeShippingServiceLevelIds.2',
      'INVALID freeShippingServiceLevelIds.3',
      'NOT_FOUND freeShippingServiceLevelIds.1',
    ],
  ],
];

const creations: readonly Case[] = [
  ['carrier', 'UPS without its number', { code: 'UPS' }, ['REQUIRED accountNumber']],
  ['carrier', 'USPS with an empty number', { code: 'USPS', accountNumber: ' ' }, ['REQUIRED accountNumber']],
  ['serviceLevel', 'another account’s carrier', { carrierId: theirs.carrier.id }, ['NOT_FOUND carrierId']],
  ['serviceLevel', 'a deleted carrier', { carrierId: deleted.id }, ['NOT_FOUND carrierId']],
  ['serviceLevel', 'an id of another type', { carrierId: ours.unit.id }, ['INVALID carrierId']],
  [
    'serviceLevel',
    'the default of the system’s carrier',
    { carrierId: systemCarrier.id, isDefault: true },
    ['SYSTEM_OWNED isDefault'],
  ],
  [
    'serviceLevel',
    'the token of a system’s level',
    { carrierId: systemCarrier.id, serviceLevelToken: system.serviceLevel.serviceLevelToken },
    ['TAKEN serviceLevelToken'],
  ],
  ['unit', 'a name that is taken', { name: ours.unit.name }, ['TAKEN name']],
  ['unit', 'an abbreviation that is taken', { abbreviation: ours.unit.abbreviation }, ['TAKEN abbreviation']],
  ['unit', 'no abbreviation', { abbreviation: '' }, ['REQUIRED abbreviation']],
  ['unit', 'a long abbreviation', { abbreviation: 'x'.repeat(65) }, ['TOO_LONG abbreviation']],
  [
    'unit',
    'a denominator of zero',
    { ratioNumerator: '0.0', ratioDenominator: '-0', offsetDenominator: '0' },
    ['INVALID offsetDenominator', 'INVALID ratioDenominator', 'INVALID ratioNumerator'],
  ],
];

const updates: readonly Case[] = [
  [
    'accountGroup',
    'null in fields that cannot be null',
    { name: null, commissionPolicy: null, freightPolicy: null },
    ['REQUIRED commissionPolicy', 'REQUIRED freightPolicy', 'REQUIRED name'],
  ],
  [
    'carrier',
    'null in fields that cannot be null',
    { name: null, customerPortalVisibility: null },
    ['REQUIRED customerPortalVisibility', 'REQUIRED name'],
  ],
  [
    'serviceLevel',
    'null in fields that cannot be null',
    { name: null, serviceLevelToken: null, customerPortalVisibility: null, isDefault: null },
    [
      'REQUIRED customerPortalVisibility',
      'REQUIRED isDefault',
      'REQUIRED name',
      'REQUIRED serviceLevelToken',
    ],
  ],
  [
    'paymentTerm',
    'null in fields that cannot be null',
    { name: null, status: null },
    ['REQUIRED name', 'REQUIRED status'],
  ],
  ['shippingTerm', 'null in required fields', { name: null, type: null }, ['REQUIRED name', 'REQUIRED type']],
];

test.for([...both, ...creations])('a %s cannot be created with %s', async ([kind, , wrong, faults]) => {
  const before = await everythingWritten(pool);

  const result = await mutationsOf(us, kind).create({ ...right[kind](), ...wrong });

  expect(faultsOf(result)).toEqual(faults);
  expect(result[kind]).toBeNull();
  expect(result.userErrors.filter(({ message }) => !/^.{10,200}[.?]$/u.test(message))).toEqual([]);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for([...both.filter(([kind]) => kind !== 'unit'), ...updates])(
  'a %s cannot be updated to have %s',
  async ([kind, , wrong, faults]) => {
    const before = await everythingWritten(pool);

    const result = await mutationsOf(us, kind).update({ id: other[kind as Kind].id, ...wrong });

    expect(faultsOf(result)).toEqual(faults);
    expect(result[kind]).toBeNull();
    expect(await everythingWritten(pool)).toBe(before);
  },
);

test.for([{ accountNumber: null }, { accountNumber: ' ' }])(
  'the account number of UPS cannot be cleared: %j',
  async (wrong) => {
    const { update } = mutationsOf(us, 'carrier');

    expect(faultsOf(await update({ id: ups.id, ...wrong }))).toEqual(['REQUIRED accountNumber']);
    expect((await update({ id: ups.id, name: 'UPS' })).userErrors).toEqual([]);
  },
);

const kinds = Object.keys(other) as Kind[];
const foreign: Readonly<Record<Kind, string>> = {
  ...{ accountGroup: theirs.priceGroup.id, carrier: theirs.carrier.id, serviceLevel: theirs.serviceLevel.id },
  ...{ paymentTerm: theirs.paymentTerm.id, shippingTerm: theirs.shippingTerm.id },
};

test.for(kinds)('an unknown %s, or another account’s, can be neither updated nor deleted', async (kind) => {
  const before = await everythingWritten(pool);
  const { update, remove } = mutationsOf(us, kind);
  const absent = newId(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as 'Carrier');

  expect(faultsOf(await update({ id: foreign[kind], name: '' }))).toEqual(['NOT_FOUND id', 'REQUIRED name']);
  expect(faultsOf(await update({ id: absent, name: 'x' }))).toEqual(['NOT_FOUND id']);
  expect(faultsOf(await update({ id: ours.customer.id, name: 'x' }))).toEqual(['INVALID id']);
  for (const id of [foreign[kind], absent]) {
    const result = await remove({ id });
    expect(faultsOf(result)).toEqual(['NOT_FOUND id']);
    expect(result.deletedId).toBeNull();
  }
  expect(faultsOf(await remove({ id: '' }))).toEqual(['INVALID id']);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(Object.entries(system))('the system’s %s is neither updated nor deleted', async ([kind, { id }]) => {
  const before = await everythingWritten(pool);
  const { update, remove } = mutationsOf(us, kind);

  expect(faultsOf(await update({ id, name: 'Ours' }))).toEqual(['SYSTEM_OWNED id']);
  expect(faultsOf(await remove({ id }))).toEqual(['SYSTEM_OWNED id']);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for([
  ['accountGroup', ours.type.id, ['It cannot be deleted: 1 customer uses it. Change that one first.']],
  ['paymentTerm', ours.paymentTerm.id, ['It cannot be deleted: 1 customer uses it. Change that one first.']],
  ['shippingTerm', ours.shippingTerm.id, ['It cannot be deleted: 2 customers use it. Change those first.']],
  [
    'serviceLevel',
    ours.serviceLevel.id,
    [
      'It cannot be deleted: 1 customer uses it. Change that one first.',
      'It cannot be deleted: 1 shipping term uses it. Change that one first.',
    ],
  ],
] as const)('deleting a %s in use fails with the use count', async ([kind, id, messages]) => {
  if (kind === 'shippingTerm') await add.addCustomer(db, accountId, { shippingTermId: id });
  const before = await everythingWritten(pool);

  const { deletedId, userErrors } = await mutationsOf(us, kind).remove({ id });

  expect(deletedId).toBeNull();
  expect(userErrors).toEqual(messages.map((message) => ({ code: 'IN_USE', path: ['id'], message })));
  expect(await everythingWritten(pool)).toBe(before);
});

test('a default service level cannot be deleted before it is replaced', async () => {
  const { id: carrierId } = await add.addCarrier(db, accountId);
  const { id } = await add.addServiceLevel(db, accountId, carrierId);
  const { update, remove } = mutationsOf(us, 'serviceLevel');
  await update({ id, isDefault: true });
  const before = await everythingWritten(pool);

  expect(faultsOf(await remove({ id }))).toEqual(['IN_USE id']);
  expect(await everythingWritten(pool)).toBe(before);
  await update({ id, isDefault: false });
  expect(await remove({ id })).toEqual({ deletedId: id, userErrors: [] });
});

test('a deleted carrier cannot be changed', async () => {
  const before = await everythingWritten(pool);
  const { update, remove } = mutationsOf(us, 'carrier');

  expect(faultsOf(await update({ id: deleted.id, name: 'Again' }))).toEqual(['NOT_FOUND id']);
  expect(faultsOf(await remove({ id: deleted.id }))).toEqual(['NOT_FOUND id']);
  expect(await everythingWritten(pool)).toBe(before);
});
