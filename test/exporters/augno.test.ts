import { expect, test } from 'vitest';
import { augnoForm } from '../../src/exporters/augno.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { augno } from '../../src/importers/augno/mapper.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { documents, exported } from './exported.ts';
import { expectUnchanged, recordsOf } from './reimport.ts';

const gateway = await openGateway();
const { db, url } = gateway;
const pages = augnoForm({ isLines: false });
const lines = augnoForm({ isLines: true });

async function link(accountId: string, customerId: string, sourceId: string, values: object = {}) {
  const data = { accountId, customerId, system: 'AUGNO', sourceId, seenAt: new Date(), ...values } as const;
  await db.customerSource.create({ data });
}

test('a customer of Augno is exported with all parts, under the ids of its records', async () => {
  const { id: accountId } = await add.addAccount(db);
  await addWholeCustomer(db, accountId);
  const { customer, ...whole } = await addWholeCustomer(db, accountId);
  const parent = await add.addCustomer(db, accountId, {
    id: customer.id.replace('cus_', 'cus_f').slice(0, 36),
  });
  await db.customer.updateMany({ where: { accountId, id: customer.id }, data: { parentId: parent.id } });
  await Promise.all([link(accountId, customer.id, 'ac_1'), link(accountId, parent.id, 'ac_0')]);
  const idOf = async (column: string, id: string) =>
    (await db.objectSource.findFirstOrThrow({ where: { accountId, [column]: id } })).sourceId;

  const found = await documents(url, accountId, lines);

  const [child, top] = [found.find(({ id }) => id === 'ac_1'), found.find(({ id }) => id === 'ac_0')];
  expect(found.length).toBe(2);
  expect(child).toMatchObject({
    ...{ object: 'customer', number: customer.number, status: 'normal', relationship_type: 'child' },
    credit_limit: {
      value: '1000.5',
      display_value: `1,000.5 ${whole.unit.abbreviation}`,
      unit: { id: await idOf('unitId', whole.unit.id), type: 'mass', ratio_numerator: '1000' },
    },
    contact_info: { email: customer.contactEmail, phone: customer.contactPhone, url: customer.contactUrl },
    freight_preferences: {
      ...{ status: 'billed_freight', billing_type: 'third_party', billing_account: customer.billingAccount },
      carrier: { id: await idOf('carrierId', whole.carrier.id), name: whole.carrier.name },
      service_level: { service_level_token: whole.serviceLevel.serviceLevelToken },
    },
    defaults: {
      payment_term: { id: await idOf('paymentTermId', whole.paymentTerm.id), status: 'active' },
      shipping_term: { type: 'free_freight', flat_rate: null },
      ...{ priority: { code: 'high' }, sales_rep: { status: 'active', user: { object: 'user' } } },
    },
    notification_preferences: { accepts_invoice_emails: false },
    bill_to_address: { id: await idOf('addressId', whole.address.id), geolocation: { country: 'US' } },
    type: { type: 'type_group' },
    price_groups: { object: 'list', data: [{ type: 'pricing_group', name: whole.priceGroup.name }] },
    ...{ parent_account: { id: 'ac_0', number: parent.number, defaults: null }, child_accounts: null },
  });
  expect(top).toMatchObject({
    ...{ relationship_type: 'parent', parent_account: null },
    child_accounts: { data: [{ id: 'ac_1', number: customer.number }] },
  });
});

test('a response of the list has all customers with a record that exists', async () => {
  const { id: accountId } = await add.addAccount(db);
  const [known, gone] = [await add.addCustomer(db, accountId), await add.addCustomer(db, accountId)];
  await link(accountId, known.id, 'ac_1', { goneAt: new Date() });
  await link(accountId, known.id, 'ac_2', { position: 1 });
  await link(accountId, gone.id, 'ac_3', { goneAt: new Date() });

  const [page, ...others] = await documents(url, accountId, pages);

  expect(others).toEqual([]);
  expect(page).toMatchObject({
    object: 'list',
    data: [{ id: 'ac_2' }],
    page_info: { next_page_url: null, previous_page_url: null, has_next_page: false, has_prev_page: false },
  });
});

test('importing an export changes nothing', async () => {
  const { id: accountId } = await add.addAccount(db);
  const { customer: parent } = await addWholeCustomer(db, accountId);
  const { customer: child } = await addWholeCustomer(db, accountId, { parentId: parent.id });
  const plain = await add.addCustomer(db, accountId);
  await Promise.all([parent, child, plain].map(({ id }, at) => link(accountId, id, `ac_${at}`)));
  const before = await exported(url, accountId, ownForm({}));

  for (const form of [lines, pages]) {
    const records = await recordsOf(augno, await exported(url, accountId, form));
    const kinds = ['unit', 'accountGroup', 'carrier', 'serviceLevel', 'paymentTerm', 'customer'] as const;
    await expectUnchanged(gateway.as(accountId), records, ...kinds);
  }

  expect(await exported(url, accountId, ownForm({}))).toBe(before);
});
