import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import { mutate } from '../../mutation.ts';
import { addWholeCustomer } from '../../whole-customer.ts';
import { everythingWritten } from '../everything-written.ts';

const { db, as, pool } = await openGateway();
const { id: accountId } = await add.addAccount(db);
const us = as(accountId);

const lastEvent =
  'events(first: 1) { nodes { action actor { type name } changes { path oldValue newValue } occurredAt } }';
const stored = (id: string) => db.customer.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });

async function update(input: object, selection = 'id version updatedAt') {
  const { customer, userErrors } = await mutate(
    us,
    'customerUpdate',
    input,
    `customer { ${selection} ${lastEvent} }`,
  );
  expect(userErrors).toEqual([]);
  const { events, ...rest } = customer;
  return { ...rest, event: events.nodes[0] };
}

test('absent fields are kept, and only changed ones are in the event', async () => {
  const { customer } = await addWholeCustomer(db, accountId);

  const { event, ...updated } = await update({
    by: { id: customer.id },
    note: ' new ',
    status: 'HOLD_ALL',
    name: customer.name,
  });

  expect(event).toMatchObject({
    action: 'UPDATE',
    actor: { type: 'SERVICE', name: 'test' },
    changes: [
      { path: 'status', oldValue: 'NORMAL', newValue: 'HOLD_ALL' },
      { path: 'note', oldValue: customer.note, newValue: 'new' },
    ],
    occurredAt: updated.updatedAt,
  });
  const { billToAddressId, shipToAddressId } = await stored(customer.id);
  expect(billToAddressId).not.toBeNull();
  expect(await stored(customer.id)).toEqual({
    ...customer,
    ...{ billToAddressId, shipToAddressId, note: 'new', status: 'HOLD_ALL', version: 2 },
    updatedAt: new Date(updated.updatedAt),
  });
});

test('null clears every field that can be cleared, also within objects', async () => {
  const { customer, tag, priceGroup } = await addWholeCustomer(db, accountId);

  const { event } = await update({
    by: { id: customer.id },
    ...{
      shortId: null,
      note: null,
      creditLimit: null,
      contactInfo: null,
      freightPreferences: null,
      defaults: null,
    },
    ...{
      notificationPreferences: null,
      billToAddressId: null,
      shipToAddressId: null,
      type: null,
      shopper: null,
    },
    ...{
      priceGroups: null,
      customerGroup: null,
      reference: null,
      referenceOrigin: null,
      metadata: null,
      tags: null,
    },
  });

  const {
    accountId: _account,
    id: _id,
    number,
    name,
    createdAt,
    updatedAt: _updatedAt,
    ...rest
  } = await stored(customer.id);
  expect([number, name, createdAt]).toEqual([customer.number, customer.name, customer.createdAt]);
  expect(Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null))).toEqual({
    status: 'NORMAL',
    ediStatus: 'DISABLED',
    relationshipType: 'STANDALONE',
    commissionPolicy: 'COMMISSION_APPLIED',
    freightPolicy: 'BILLED_FREIGHT',
    acceptsInvoiceEmails: false,
    hasConflicts: false,
    mode: 'LIVE',
    metadata: {},
    version: 2,
  });
  expect(event.changes).toContainEqual({ path: 'tags', oldValue: tag.name, newValue: null });
  expect(event.changes).toContainEqual({ path: 'priceGroups', oldValue: priceGroup.id, newValue: null });
  expect(event.changes).toContainEqual({
    path: 'shopper.email',
    oldValue: customer.shopperEmail,
    newValue: null,
  });
  expect(await db.shopperCredential.count({ where: { customerId: customer.id } })).toBe(0);
});

test('a partial object keeps the other fields, and an empty text becomes null', async () => {
  const { customer } = await addWholeCustomer(db, accountId);

  const { contactInfo, defaults } = await update(
    { by: { id: customer.id }, contactInfo: { phone: '1', fax: ' ' }, defaults: { priority: null } },
    'contactInfo { name phone fax } defaults { priority { id } paymentTerm { id } }',
  );

  expect(contactInfo).toEqual({ name: customer.contactName, phone: '1', fax: null });
  expect(defaults).toEqual({ priority: null, paymentTerm: { id: customer.paymentTermId } });
});

test('lists replace the existing ones', async () => {
  const { customer, priceGroup } = await addWholeCustomer(db, accountId);
  const other = await add.addGroup(db, accountId, 'PRICING_GROUP');
  const tag = `t-${add.word()}`;

  const { tags, priceGroups, event } = await update(
    { by: { id: customer.id }, tags: [tag, 'x'], priceGroups: [{ id: other.id }, { id: priceGroup.id }] },
    'tags { nodes { name } } priceGroups { nodes { id } }',
  );

  expect(tags.nodes).toEqual([{ name: 'x' }, { name: tag }].sort((a, b) => (a.name < b.name ? 1 : -1)));
  expect(priceGroups.nodes).toEqual([{ id: other.id }, { id: priceGroup.id }]);
  expect(event.changes.map(({ path }: { path: string }) => path)).toEqual(['priceGroups', 'tags']);
});

test('an update without a change writes nothing', async () => {
  const { customer, tag, priceGroup, address } = await addWholeCustomer(db, accountId);
  const before = await everythingWritten(pool);

  const { version } = await update({
    by: { id: customer.id },
    ifVersion: 1,
    name: ` ${customer.name} `,
    creditLimit: { value: '1000.50', unit: { id: customer.creditLimitUnitId } },
    contactInfo: { email: customer.contactEmail },
    freightPreferences: { carrier: { id: customer.carrierId } },
    defaults: { priority: 'HIGH' },
    shopper: { email: customer.shopperEmail?.toUpperCase() },
    billToAddressId: address.id,
    metadata: customer.metadata,
    tags: [tag.name.toUpperCase()],
    priceGroups: [{ id: priceGroup.id }],
  });

  expect(version).toBe(1);
  expect(await everythingWritten(pool)).toBe(before);
  await update({ by: { id: customer.id }, note: 'another' });
  expect(await everythingWritten(pool)).not.toBe(before);
});

test('default addresses are selected from the customer’s own', async () => {
  const { customer } = await addWholeCustomer(db, accountId);
  const other = await add.addAddress(db, accountId, customer.id);

  const { billToAddress, event } = await update(
    { by: { id: customer.id }, billToAddressId: other.id },
    'billToAddress { id }',
  );

  expect(billToAddress).toEqual({ id: other.id });
  expect(event.changes).toMatchObject([{ path: 'billToAddress', newValue: other.id }]);
});

test('each change has a later time than the previous one, and events are in the same order', async () => {
  const { id } = await add.addCustomer(db, accountId, { updatedAt: new Date(Date.now() + 60_000) });

  for (const note of ['1', '2', '3']) await update({ by: { id }, note });

  const { data } = await us.execute(
    'query ($id: ID!) { customer(by: { id: $id }) { version events { nodes { changes { newValue } } } } }',
    { id },
  );
  expect(data.customer.version).toBe(4);
  expect(data.customer.events.nodes.map(({ changes }: { changes: unknown }) => changes)).toEqual(
    ['3', '2', '1'].map((newValue) => [{ newValue }]),
  );
});

const both = `mutation ($id: ID!) {
  a: customerDiscontinue(input: { by: { id: $id } }) { ...result }
  b: customerDiscontinue(input: { by: { id: $id } }) { ...result }
  c: customerReactivate(input: { by: { id: $id }, ifVersion: 2 }) { ...result }
  d: customerReactivate(input: { by: { id: $id } }) { ...result }
}
fragment result on CustomerPayload { customer { version active discontinuedAt updatedAt events { nodes { action changes { path oldValue newValue } } } } userErrors { code } }`;

test('repeated discontinuing and reactivating has no effect, and each is visible immediately', async () => {
  const { id } = await add.addCustomer(db, accountId);

  const { data } = await us.execute(both, { id });

  const [discontinued, reactivated] = [data.a.customer, data.c.customer];
  expect(discontinued).toMatchObject({ version: 2, active: false, discontinuedAt: discontinued.updatedAt });
  expect(discontinued.events.nodes).toEqual([
    { action: 'DISCONTINUE', changes: [{ path: 'active', oldValue: 'true', newValue: 'false' }] },
  ]);
  expect(data.b).toEqual(data.a);
  expect(reactivated).toMatchObject({ version: 3, active: true, discontinuedAt: null });
  expect(reactivated.events.nodes[0]).toEqual({
    action: 'REACTIVATE',
    changes: [{ path: 'active', oldValue: 'false', newValue: 'true' }],
  });
  expect(data.d).toEqual(data.c);
});

test('a discontinued customer can be updated, and remains discontinued', async () => {
  const { id } = await add.addCustomer(db, accountId, { discontinuedAt: new Date() });

  expect(await update({ by: { id }, note: 'late' }, 'active note version')).toMatchObject({
    active: false,
    note: 'late',
    version: 2,
  });
});

test('the id of a merged customer leads to the target', async () => {
  const target = await add.addCustomer(db, accountId);
  const id = `cus_${add.word()}`;
  await db.customerAlias.create({ data: { accountId, id, customerId: target.id } });

  expect(await update({ by: { id }, note: 'x' }, 'id note')).toMatchObject({ id: target.id, note: 'x' });
});

test('the number of statements of an update does not grow with its lists', async () => {
  const { customer } = await addWholeCustomer(db, accountId);
  const document = `mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) { customer { id } } }`;

  const names = await us.statementsOf(document, { input: { by: { id: customer.id }, note: 'counted' } });

  expect(names).toEqual([
    'customerTurn',
    'Customer lock',
    'Customer by id',
    'Customer update',
    'changesTurn',
    'CustomerEvent insert',
    'commit',
    'Customer by id',
  ]);
});
