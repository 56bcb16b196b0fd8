import { expect, test } from 'vitest';
import { addAccount, word } from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { mutate } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';

const { db, as } = await openGateway();
const { id: accountId } = await addAccount(db);
const us = as(accountId);

const everything = `customer {
  id number name status ediStatus relationshipType commissionPolicy note version active shortId reference referenceOrigin metadata
  createdAt updatedAt
  creditLimit { value displayValue unit { id } }
  contactInfo { name email phone fax url }
  freightPreferences { status carrier { id } serviceLevel { id } billingType billingAccount }
  defaults { paymentTerm { id } shippingTerm { id } priority { code } salesRep { id } }
  notificationPreferences { acceptsInvoiceEmails }
  billToAddress { id name phone email type geolocation { streetLine1 streetLine2 locality state postalCode country } }
  shipToAddress { name type geolocation { country } }
  addresses { totalCount nodes { name } }
  type { id } priceGroups { nodes { id } } parentAccount { id relationshipType }
  shopper { email status shopperReference totalOrdersCount hasPassword }
  customerGroup { id } tags { nodes { name } }
  events { nodes { action actor { type name } changes { path oldValue newValue } } }
}`;

async function wholeInput() {
  const {
    unit,
    carrier,
    serviceLevel,
    paymentTerm,
    shippingTerm,
    type,
    priceGroup,
    salesRep,
    customerGroup,
  } = await addWholeCustomer(db, accountId);
  const parent = await mutate(us, 'customerCreate', { name: 'Parent' });
  return {
    name: '  Ada & Söhne ',
    number: `N-${word()}`,
    shortId: `S-${word()}`,
    status: 'PREFERRED',
    ediStatus: 'ENABLED',
    commissionPolicy: 'COMMISSION_APPLIED',
    note: 'A note\nof two lines',
    creditLimit: { value: '1234.500000000000000000000000000001', unit: { id: unit.id } },
    contactInfo: {
      name: 'Ada',
      email: 'Ada@Example.com',
      phone: ' +49 (0)30 / 123-45 ',
      fax: '',
      url: 'https://www.example.com/a?b=c',
    },
    freightPreferences: {
      status: 'FREE_FREIGHT',
      carrier: { id: carrier.id },
      serviceLevel: { id: serviceLevel.id },
      billingType: 'THIRD_PARTY',
      billingAccount: '4711',
    },
    defaults: {
      paymentTerm: { id: paymentTerm.id },
      shippingTerm: { id: shippingTerm.id },
      priority: 'HIGH',
      salesRep: { id: salesRep.id },
    },
    notificationPreferences: { acceptsInvoiceEmails: true },
    billToAddress: {
      name: 'Head office',
      phone: '1',
      email: 'office@example.com',
      streetLine1: 'Street 1',
      locality: 'Berlin',
      postalCode: '10115',
      country: 'de',
    },
    shipToAddress: { name: 'Dock', type: 'DROP_SHIP', country: 'US' },
    type: { id: type.id },
    priceGroups: [{ id: priceGroup.id }, { id: priceGroup.id }],
    parent: { id: parent.customer.id },
    shopper: { email: `${word()}@Example.com`, shopperReference: 'r' },
    customerGroup: { id: customerGroup.id },
    reference: word(),
    referenceOrigin: 'sap',
    metadata: { b: [1, { c: null }], a: 'ä' },
    tags: ['VIP', 'vip', `t-${word()}`],
  };
}

test('a customer is created with all fields, and its event contains them', async () => {
  const input = await wholeInput();

  const { customer, userErrors } = await mutate(us, 'customerCreate', input, everything);

  expect(userErrors).toEqual([]);
  expect(customer).toMatchObject({
    name: 'Ada & Söhne',
    number: input.number,
    shortId: input.shortId,
    status: 'PREFERRED',
    ediStatus: 'ENABLED',
    relationshipType: 'CHILD',
    commissionPolicy: 'COMMISSION_APPLIED',
    note: input.note,
    version: 1,
    active: true,
    creditLimit: { value: input.creditLimit.value, unit: input.creditLimit.unit },
    contactInfo: { ...input.contactInfo, phone: '+49 (0)30 / 123-45', fax: null },
    freightPreferences: {
      status: 'FREE_FREIGHT',
      carrier: input.freightPreferences.carrier,
      serviceLevel: input.freightPreferences.serviceLevel,
      billingType: 'THIRD_PARTY',
      billingAccount: '4711',
    },
    defaults: {
      paymentTerm: input.defaults.paymentTerm,
      shippingTerm: input.defaults.shippingTerm,
      priority: { code: 'HIGH' },
      salesRep: input.defaults.salesRep,
    },
    notificationPreferences: { acceptsInvoiceEmails: true },
    billToAddress: {
      name: 'Head office',
      type: 'STANDARD',
      geolocation: { streetLine1: 'Street 1', streetLine2: null, locality: 'Berlin', country: 'DE' },
    },
    shipToAddress: { name: 'Dock', type: 'DROP_SHIP', geolocation: { country: 'US' } },
    addresses: { totalCount: 2 },
    type: input.type,
    priceGroups: { nodes: [input.priceGroups[0]] },
    parentAccount: { ...input.parent, relationshipType: 'PARENT' },
    shopper: {
      email: input.shopper.email.toLowerCase(),
      status: 'PROSPECT',
      totalOrdersCount: 0,
      hasPassword: false,
    },
    customerGroup: input.customerGroup,
    reference: input.reference,
    referenceOrigin: 'sap',
    metadata: input.metadata,
  });
  expect(customer.tags.nodes.map(({ name }: { name: string }) => name).sort()).toEqual([
    input.tags[2],
    'vip',
  ]);
  expect(customer.createdAt).toBe(customer.updatedAt);
  expect(customer.events.nodes).toHaveLength(1);
  const [{ action, actor, changes }] = customer.events.nodes;
  expect([action, actor]).toEqual(['CREATE', { type: 'SERVICE', name: 'test' }]);
  expect(changes).toContainEqual({ path: 'name', oldValue: null, newValue: 'Ada & Söhne' });
  expect(changes).toContainEqual({
    path: 'tags',
    oldValue: null,
    newValue: [input.tags[2], 'vip'].join(', '),
  });
  expect(changes).toContainEqual({
    path: 'creditLimit.value',
    oldValue: null,
    newValue: input.creditLimit.value,
  });
});

test('a dry run returns the customer with all its related objects, and writes nothing', async () => {
  const input = await wholeInput();
  const before = await db.customer.count();

  const { customer, userErrors } = await mutate(us, 'customerCreate', { ...input, dryRun: true }, everything);

  expect(userErrors).toEqual([]);
  expect(customer).toMatchObject({
    name: 'Ada & Söhne',
    billToAddress: { geolocation: { locality: 'Berlin' } },
    addresses: { totalCount: 2 },
    priceGroups: { nodes: [input.priceGroups[0]] },
    parentAccount: { ...input.parent, relationshipType: 'PARENT' },
    tags: { nodes: [{}, {}] },
    events: { nodes: [{ action: 'CREATE' }] },
  });
  expect(await db.customer.count()).toBe(before);
  expect(await db.customer.count({ where: { id: customer.id } })).toBe(0);
  expect(await db.tag.count({ where: { name: input.tags[2] ?? '' } })).toBe(0);
});
