import { expect, test } from 'vitest';
import { demoAccountId } from '../../src/demo/seed.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { countStatements, exported, documents as read } from './exported.ts';

const gateway = await openGateway({ demo: true });
const { db, url } = gateway;
const form = ownForm({});
const withRecords = ownForm({ withShopRecords: true });

/** GraphQL counts the orders if the shop gave no number. */
async function documents(...args: Parameters<typeof read>) {
  return (await read(...args)).map(withoutShopCount);
}

function withoutShopCount<R extends { readonly shopper: { totalOrdersCount?: number } | null }>(
  record: R,
): R {
  delete record.shopper?.totalOrdersCount;
  return record;
}

const keys = 'sources { system sourceId }';
const ref = `{ id name ${keys} }`;
const createdAt = `createdAt ${keys}`;

/** The selection of the whole record. */
const selection = `
  id number name status ediStatus relationshipType commissionPolicy note
  creditLimit { value unit {
    id name abbreviation type ratioNumerator ratioDenominator offsetNumerator offsetDenominator ${keys} } }
  contactInfo { name email phone fax url }
  freightPreferences { status carrier ${ref} serviceLevel { id name serviceLevelToken ${keys} } billingType billingAccount }
  defaults {
    paymentTerm ${ref} shippingTerm { id name type ${keys} } priority { id name code } salesRep { id name email ${keys} }
  }
  notificationPreferences { acceptsInvoiceEmails }
  billToAddress ${ref} shipToAddress ${ref} type ${ref}
  priceGroups(first: 250) { nodes ${ref} }
  parentAccount { id name number sources { system sourceId } }
  shortId active discontinuedAt shopper { email status hasPassword shopperReference } totalOrdersCount
  customerGroup { id name code ${keys} } mode reference referenceOrigin metadata
  tags(first: 250) { nodes { name } }
  addresses(first: 250) { nodes {
    id name phone email type geolocation { streetLine1 streetLine2 locality state postalCode country }
    updatedAt ${createdAt} } }
  attachments(first: 250) { nodes { id name description url ${createdAt} } }
  sources { system sourceId seenAt goneAt } version createdAt updatedAt`;

const records = `
  paymentSources(first: 250) { nodes { id name type ${createdAt} } }
  subscriptions(first: 250) { nodes { id customerEmail reference ${createdAt} } }
  orders(first: 250) { nodes {
    id number status paymentStatus fulfillmentStatus placedAt total { amount currencyCode } ${createdAt} } }
  orderSubscriptions(first: 250) { nodes { id number status frequency startsAt expiresAt nextRunAt ${createdAt} } }
  returns(first: 250) { nodes { id number status order { id number ${keys} } ${createdAt} } }
  skuLists(first: 250) { nodes { id name slug description ${createdAt} } }`;

/** A response of GraphQL in the form of a record: lists in place of connections, and tags by name. */
function asRecord(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((each) => (name === 'tags' ? each.name : asRecord(each)));
  if (typeof value !== 'object' || value === null) return value;
  if ('nodes' in value) return asRecord(value.nodes, name);
  const fields = Object.entries(value).map(([key, each]) => [key, asRecord(each, key)]);
  return { ...Object.fromEntries(fields), ...(name === 'priority' && { sources: [] }) };
}

async function shown(accountId: string, fields: string): Promise<readonly unknown[]> {
  const all: { readonly id: string }[] = [];
  let after: string | null = null;
  do {
    const query: string = `query ($after: String) { customers(first: 250, after: $after) {
      nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`;
    const { data } = await gateway.as(accountId).execute(query, { after });
    all.push(...data.customers.nodes);
    after = data.customers.pageInfo.hasNextPage ? data.customers.pageInfo.endCursor : null;
  } while (after !== null);
  return all.sort((a, b) => (a.id < b.id ? -1 : 1)).map((each) => asRecord(each));
}

test('the records equal what GraphQL shows, for all customers, ordered by id', async () => {
  const found = await documents(url, demoAccountId, form);

  expect(found.length).toBeGreaterThan(500);
  expect(found).toEqual(await shown(demoAccountId, selection));
});

test('a customer with all fields is exported with its shop records', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { customer: parent } = await addWholeCustomer(db, accountId);
  await addWholeCustomer(db, accountId, {
    parentId: parent.id,
    creditLimitValue: '-12345678901234567890.000000001',
  });

  const found = await documents(url, accountId, withRecords);

  expect(found).toEqual(await shown(accountId, selection + records));
  expect(found[1].parentAccount).toMatchObject({ id: parent.id, number: parent.number });
  expect(found[1].creditLimit.value).toBe('-12345678901234567890.000000001');
});

test('fields are exported in the given order', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { id, number } = await add.addCustomer(db, accountId);

  expect(await exported(url, accountId, ownForm({ fields: ['number', 'id'] }))).toBe(
    `${JSON.stringify({ number, id })}\n`,
  );
});

test('all customers are as they were when the export began', async () => {
  const { id: accountId } = await add.addAccount(db);
  const first = await addWholeCustomer(db, accountId);
  const second = await addWholeCustomer(db, accountId);
  const before = await documents(url, accountId, withRecords);
  const where = { accountId_id: { accountId, id: second.customer.id } };
  const slow = { ...withRecords, head: '\n' };

  const [, ...lines] = (
    await exported(url, accountId, slow, {
      between: async () => {
        await db.customer.update({ where, data: { name: 'Changed', contactName: 'Changed' } });
        await db.address.updateMany({ where: { accountId }, data: { name: 'Changed' } });
        await db.attachment.deleteMany({ where: { accountId } });
        await addWholeCustomer(db, accountId);
      },
    })
  ).split('\n');

  expect(lines.slice(0, -1).map((line) => withoutShopCount(JSON.parse(line)))).toEqual(before);
  expect(before.map(({ id }) => id)).toEqual([first.customer.id, second.customer.id]);
  expect((await documents(url, accountId, form)).length).toBe(3);
});

test('other accounts are never exported', async () => {
  const [{ id: own }, { id: other }] = [await add.addAccount(db), await add.addAccount(db)];
  const { customer } = await addWholeCustomer(db, own);
  const { customer: foreign } = await addWholeCustomer(db, other);

  expect(await exported(url, own, form)).not.toContain(foreign.id);
  expect(await exported(url, other, form)).not.toContain(customer.id);
});

test('the number of statements does not depend on the number of customers', async () => {
  const { id: accountId } = await add.addAccount(db);
  await addWholeCustomer(db, accountId);
  const ofOne = await countStatements(() => exported(url, accountId, withRecords));
  for (let count = 0; count < 8; count += 1) await addWholeCustomer(db, accountId);

  expect(await countStatements(() => exported(url, accountId, withRecords))).toBe(ofOne);
});

test('no password, token or key is exported', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { customer, salesRep } = await addWholeCustomer(db, accountId);
  const canary = `canary${add.word()}`;
  const own = { accountId, customerId: customer.id };
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.shopperCredential.updateMany({ where: own, data: { passwordHash: `scrypt$${canary}` } });
  await db.passwordResetToken.create({ data: { ...own, tokenHash: canary, expiresAt } });
  await db.outboxMessage.create({
    data: { accountId, id: canary, topic: 'test', recipient: 'a@example.com', payload: { token: canary } },
  });
  await db.apiKey.create({ data: { id: canary, accountId, name: canary, hash: canary, scopes: [] } });
  await db.accountUserIdentity.create({
    data: { accountId, issuer: canary, subject: canary, accountUserId: salesRep.id },
  });

  const text = await exported(url, accountId, withRecords);

  expect(text).toContain('"hasPassword":true');
  expect(text).not.toContain(canary);
});

test('a filter and search words choose customers', async () => {
  const { id: accountId } = await add.addAccount(db);
  const name = `Zanzibar ${add.word()}`;
  const chosen = await add.addCustomer(db, accountId, { name, status: 'HOLD_ALL' });
  await add.addCustomer(db, accountId, { name });
  await add.addCustomer(db, accountId, { status: 'HOLD_ALL' });

  const where = { filter: { statuses: ['HOLD_ALL'] }, query: 'zanzibar' } as const;
  const found = await documents(url, accountId, form, { where });

  expect(found.map(({ id }) => id)).toEqual([chosen.id]);
});
