import { expect, test } from 'vitest';
import { newId } from '../../../src/db/model/id.ts';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { faultsOf, mutate } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const { id: otherAccount } = await add.addAccount(db);
const us = as(accountId);

const whole = await addWholeCustomer(db, accountId);
const { customer: known } = whole;
const foreign = await addWholeCustomer(db, otherAccount);
const bare = await add.addCustomer(db, accountId);
const parent = await add.addCustomer(db, accountId);
const child = await add.addCustomer(db, accountId, { parentId: parent.id });
const gone = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });
const deletedCarrier = await add.addCarrier(db, accountId, { deletedAt: new Date() });
const otherCarrier = await add.addCarrier(db, accountId);
const inactive = await db.paymentTerm.create({
  data: { id: newId('PaymentTerm'), accountId, name: 'Old', status: 'INACTIVE' },
});
const removed = await add.addAccountUser(db, accountId);
await db.accountUser.update({
  where: { accountId_id: { accountId, id: removed.id } },
  data: { status: 'REMOVED' },
});

/** Invalid values of fields that both mutations have, and the expected user errors. */
const both: readonly (readonly [string, object, readonly string[]])[] = [
  ['a long name', { name: 'ü'.repeat(256) }, ['TOO_LONG name']],
  ['a long number', { number: 'x'.repeat(65) }, ['TOO_LONG number']],
  ['a long short id', { shortId: 'x'.repeat(256) }, ['TOO_LONG shortId']],
  ['a long note', { note: 'x'.repeat(10_001) }, ['TOO_LONG note']],
  ['a number of another customer', { number: known.number }, ['TAKEN number']],
  ['a short id of another customer', { shortId: known.shortId }, ['TAKEN shortId']],
  [
    'an email of another customer, in a different case',
    { shopper: { email: known.shopperEmail?.toUpperCase() } },
    ['TAKEN shopper.email'],
  ],
  [
    'a reference of another customer',
    { reference: known.reference, referenceOrigin: known.referenceOrigin },
    ['TAKEN reference'],
  ],
  ['an origin without reference', { referenceOrigin: 'sap' }, ['REQUIRED reference']],
  ['an invalid email', { contactInfo: { email: 'ada at example' } }, ['INVALID contactInfo.email']],
  ['an invalid shopper email', { shopper: { email: 'ada@' } }, ['INVALID shopper.email']],
  ['an invalid website', { contactInfo: { url: 'javascript:alert(1)' } }, ['INVALID contactInfo.url']],
  [
    'a third party without its account',
    { freightPreferences: { billingType: 'THIRD_PARTY' } },
    ['REQUIRED freightPreferences.billingAccount'],
  ],
  [
    'an account although the sender pays',
    { freightPreferences: { billingType: 'SENDER', billingAccount: '1' } },
    ['INVALID freightPreferences.billingAccount'],
  ],
  [
    'an account without a payer',
    { freightPreferences: { billingAccount: '1' } },
    ['INVALID freightPreferences.billingAccount'],
  ],
  [
    'a service level without carrier',
    { freightPreferences: { serviceLevel: { id: whole.serviceLevel.id } } },
    ['WRONG_CARRIER freightPreferences.serviceLevel'],
  ],
  [
    'a service level of another carrier',
    { freightPreferences: { carrier: { id: otherCarrier.id }, serviceLevel: { id: whole.serviceLevel.id } } },
    ['WRONG_CARRIER freightPreferences.serviceLevel'],
  ],
  [
    'a deleted carrier',
    { freightPreferences: { carrier: { id: deletedCarrier.id } } },
    ['NOT_FOUND freightPreferences.carrier'],
  ],
  [
    'an inactive payment term',
    { defaults: { paymentTerm: { id: inactive.id } } },
    ['INVALID defaults.paymentTerm'],
  ],
  [
    'an account user who was removed',
    { defaults: { salesRep: { id: removed.id } } },
    ['NOT_FOUND defaults.salesRep'],
  ],
  ['a price group as type', { type: { id: whole.priceGroup.id } }, ['WRONG_GROUP_TYPE type']],
  [
    'a type group as price group',
    { priceGroups: [{ id: whole.priceGroup.id }, { id: whole.type.id }] },
    ['WRONG_GROUP_TYPE priceGroups.1'],
  ],
  ['an unknown price group', { priceGroups: [{ id: 'grp_0' }] }, ['NOT_FOUND priceGroups.0']],
  [
    'ids of other types',
    { type: { id: whole.unit.id }, freightPreferences: { carrier: { id: 'carrier' } } },
    ['INVALID freightPreferences.carrier', 'INVALID type'],
  ],
  [
    'another account’s settings',
    {
      type: { id: foreign.type.id },
      priceGroups: [{ id: foreign.priceGroup.id }],
      creditLimit: { value: '1', unit: { id: foreign.unit.id } },
      customerGroup: { id: foreign.customerGroup.id },
      freightPreferences: { carrier: { id: foreign.carrier.id } },
      defaults: {
        paymentTerm: { id: foreign.paymentTerm.id },
        shippingTerm: { id: foreign.shippingTerm.id },
        salesRep: { id: foreign.salesRep.id },
      },
    },
    [
      'NOT_FOUND creditLimit.unit',
      'NOT_FOUND customerGroup',
      'NOT_FOUND defaults.paymentTerm',
      'NOT_FOUND defaults.salesRep',
      'NOT_FOUND defaults.shippingTerm',
      'NOT_FOUND freightPreferences.carrier',
      'NOT_FOUND priceGroups.0',
      'NOT_FOUND type',
    ],
  ],
  [
    'invalid tags',
    { tags: ['ok', 'a b', '', 'x'.repeat(26), 'Ä'] },
    ['INVALID tags.1', 'INVALID tags.2', 'INVALID tags.4', 'TOO_LONG tags.3'],
  ],
  ['too many tags', { tags: Array.from({ length: 11 }, (_, at) => `t${at}`) }, ['LIMIT_EXCEEDED tags']],
  ['much metadata', { metadata: { a: 'x'.repeat(65_536) } }, ['TOO_LONG metadata']],
  ['a lone surrogate in metadata', { metadata: { a: '\ud800' } }, ['INVALID metadata']],
  ['a long key', { idempotencyKey: 'x'.repeat(256) }, ['TOO_LONG idempotencyKey']],
  ['an empty key', { idempotencyKey: '' }, ['INVALID idempotencyKey']],
  [
    'several errors in one input',
    { note: 'x'.repeat(10_001), contactInfo: { email: 'x', url: 'y' }, tags: ['!'], shortId: known.shortId },
    [
      'INVALID contactInfo.email',
      'INVALID contactInfo.url',
      'INVALID tags.0',
      'TAKEN shortId',
      'TOO_LONG note',
    ],
  ],
];

const creations: typeof both = [
  ['a parent that is a child', { parent: { id: child.id } }, ['HIERARCHY_DEPTH parent']],
  ['a parent that is discontinued', { parent: { id: gone.id } }, ['DISCONTINUED parent']],
  ['another account’s parent', { parent: { id: foreign.customer.id } }, ['NOT_FOUND parent']],
  [
    'invalid addresses',
    {
      billToAddress: { name: ' ', country: 'XX', email: 'x' },
      shipToAddress: { name: 'x'.repeat(256), country: 'USA', postalCode: 'x'.repeat(33) },
    },
    [
      'INVALID billToAddress.country',
      'INVALID billToAddress.email',
      'INVALID shipToAddress.country',
      'TOO_LONG shipToAddress.name',
      'TOO_LONG shipToAddress.postalCode',
    ],
  ],
];

const updates: typeof both = [
  ['an outdated version', { ifVersion: 7 }, ['STALE_VERSION ifVersion']],
  [
    'another customer’s addresses',
    { billToAddressId: whole.address.id, shipToAddressId: foreign.address.id },
    ['NOT_FOUND billToAddressId', 'NOT_FOUND shipToAddressId'],
  ],
  [
    'null in fields that cannot be null',
    {
      name: null,
      number: null,
      status: null,
      ediStatus: null,
      commissionPolicy: null,
      freightPreferences: { status: null },
      notificationPreferences: { acceptsInvoiceEmails: null },
    },
    [
      'REQUIRED commissionPolicy',
      'REQUIRED ediStatus',
      'REQUIRED freightPreferences.status',
      'REQUIRED name',
      'REQUIRED notificationPreferences.acceptsInvoiceEmails',
      'REQUIRED number',
      'REQUIRED status',
    ],
  ],
];

test.for([...both, ...creations])('a customer cannot be created with %s', async ([, wrong, faults]) => {
  const before = await everythingWritten(pool);

  const result = await mutate(us, 'customerCreate', { name: 'New', ...wrong });

  expect(faultsOf(result)).toEqual(faults);
  expect(result.customer).toBeNull();
  expect(result.userErrors.filter(({ message }) => !/^.{10,200}[.?]$/u.test(message))).toEqual([]);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for([...both, ...updates])('a customer cannot be updated to have %s', async ([, wrong, faults]) => {
  const before = await everythingWritten(pool);

  const result = await mutate(us, 'customerUpdate', { by: { id: bare.id }, note: 'new', ...wrong });

  expect(faultsOf(result)).toEqual(faults);
  expect(result.customer).toEqual(faults[0]?.startsWith('STALE') ? { id: bare.id, version: 1 } : null);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for([
  [
    'another carrier, with the old one’s service level',
    { freightPreferences: { carrier: { id: otherCarrier.id } } },
    'WRONG_CARRIER freightPreferences.serviceLevel',
  ],
  [
    'no carrier, with its service level',
    { freightPreferences: { carrier: null } },
    'WRONG_CARRIER freightPreferences.serviceLevel',
  ],
  [
    'a sender who pays by a third party’s account',
    { freightPreferences: { billingType: 'SENDER' } },
    'INVALID freightPreferences.billingAccount',
  ],
  ['an origin without its reference', { reference: null }, 'REQUIRED reference'],
] as const)('kept values must be compatible with new ones: %s', async ([, wrong, fault]) => {
  const before = await everythingWritten(pool);

  expect(faultsOf(await mutate(us, 'customerUpdate', { by: { id: known.id }, ...wrong }))).toEqual([fault]);
  expect(await everythingWritten(pool)).toBe(before);
});

test.for(['customerUpdate', 'customerDiscontinue', 'customerReactivate'])(
  '%s does not find customers that do not exist or belong to other accounts',
  async (name) => {
    const before = await everythingWritten(pool);
    const type = name === 'customerUpdate' ? undefined : 'CustomerVersionInput';
    const faults = async (id: string) => faultsOf(await mutate(us, name, { by: { id } }, undefined, type));

    expect(await faults(newId('Customer'))).toEqual(['NOT_FOUND by']);
    expect(await faults(foreign.customer.id)).toEqual(['NOT_FOUND by']);
    expect(await faults(whole.address.id)).toEqual(['INVALID by']);
    expect(await faults('')).toEqual(['INVALID by']);
    expect(await everythingWritten(pool)).toBe(before);
  },
);

test.for(['customerDiscontinue', 'customerReactivate'])('%s checks the version', async (name) => {
  const before = await everythingWritten(pool);

  const result = await mutate(
    us,
    name,
    { by: { id: bare.id }, ifVersion: 2 },
    undefined,
    'CustomerVersionInput',
  );

  expect(faultsOf(result)).toEqual(['STALE_VERSION ifVersion']);
  expect(result.customer).toEqual({ id: bare.id, version: 1 });
  expect(await everythingWritten(pool)).toBe(before);
});

test('a customer keeps settings that can no longer be selected', async () => {
  const { id } = await add.addCustomer(db, accountId, {
    carrierId: deletedCarrier.id,
    paymentTermId: inactive.id,
    salesRepId: removed.id,
  });

  const { customer, userErrors } = await mutate(us, 'customerUpdate', {
    by: { id },
    note: 'changed',
    freightPreferences: { carrier: { id: deletedCarrier.id } },
    defaults: { paymentTerm: { id: inactive.id }, salesRep: { id: removed.id } },
  });

  expect(userErrors).toEqual([]);
  expect(customer).toEqual({ id, version: 2 });
});
