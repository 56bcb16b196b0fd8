import { expect, test } from 'vitest';
import { commerceLayerForm } from '../../src/exporters/commerce-layer.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { addWholeCustomer } from '../whole-customer.ts';
import { documents, exported } from './exported.ts';
import { expectUnchanged, recordsOf } from './reimport.ts';

const gateway = await openGateway();
const { db, url } = gateway;
const pages = commerceLayerForm({ isLines: false });
const lines = commerceLayerForm({ isLines: true });

/** A customer with all fields, whose objects all have records of the shop. */
async function addShopCustomer(accountId: string, sourceId: string) {
  const whole = await addWholeCustomer(db, accountId);
  const { id: customerId } = whole.customer;
  await db.customerSource.create({
    data: { accountId, customerId, system: 'COMMERCE_LAYER', sourceId, seenAt: new Date() },
  });
  await db.objectSource.updateMany({ where: { accountId }, data: { system: 'COMMERCE_LAYER' } });
  return whole;
}

test('a customer is exported with its related resources included', async () => {
  const { id: accountId } = await add.addAccount(db);
  await add.addCustomer(db, accountId);
  const { customer, customerGroup, tag, address } = await addShopCustomer(accountId, 'shop1');

  const [{ data, included }, ...others] = await documents(url, accountId, lines);

  expect(others).toEqual([]);
  expect(data).toMatchObject({
    ...{ id: 'shop1', type: 'customers', meta: { mode: 'live' } },
    attributes: {
      ...{ email: customer.shopperEmail, status: 'acquired', has_password: true, total_orders_count: 1 },
      ...{ shopper_reference: customer.shopperReference, reference: customer.reference },
      metadata: customer.metadata,
    },
  });
  const named = Object.values(data.relationships).flatMap(
    (each) => (each as { readonly data: unknown }).data ?? [],
  );
  const known = included.map(({ type, id }: Record<string, string>) => ({ type, id }));
  expect(known).toEqual(expect.arrayContaining(named));
  const find = (type: string) =>
    included.find((each: Record<string, string>) => each.type === type)?.attributes;
  expect(find('customer_groups')).toMatchObject({ name: customerGroup.name, code: customerGroup.code });
  expect(find('tags')).toMatchObject({ name: tag.name });
  expect(find('addresses')).toMatchObject({ company: address.name, country_code: 'US' });
  expect(find('orders')).toMatchObject({
    ...{ currency_code: 'USD', total_amount_with_taxes_cents: 123_450 },
    formatted_total_amount_with_taxes: '$1,234.50',
  });
});

test('pages have at most 25 customers', async () => {
  const { id: accountId } = await add.addAccount(db);
  for (let at = 0; at < 26; at += 1) {
    const shopper = { shopperEmail: `${add.word()}@example.com`, shopperStatus: 'PROSPECT' } as const;
    const { id: customerId } = await add.addCustomer(db, accountId, shopper);
    await db.customerSource.create({
      data: { accountId, customerId, system: 'COMMERCE_LAYER', sourceId: `shop${at}`, seenAt: new Date() },
    });
  }

  const [first, second, ...others] = await documents(url, accountId, pages);

  expect(others).toEqual([]);
  expect([first.data.length, second.data.length]).toEqual([25, 1]);
  expect(first).toMatchObject({
    meta: { record_count: 26, page_count: 2 },
    links: { next: expect.any(String) },
  });
  expect(second.links).not.toHaveProperty('next');
});

test('importing an export changes nothing, and no secret is in it', async () => {
  const { id: accountId } = await add.addAccount(db);
  await addShopCustomer(accountId, 'shop1');
  await addShopCustomer(accountId, 'shop2');
  await db.shopperCredential.updateMany({ where: { accountId }, data: { passwordHash: 'scrypt$canary' } });
  const before = await exported(url, accountId, ownForm({ withShopRecords: true }));

  for (const form of [lines, pages]) {
    const text = await exported(url, accountId, form);
    expect(text).not.toContain('canary');
    const kinds = [
      ...(['customerGroup', 'customer', 'address', 'order', 'orderSubscription', 'return'] as const),
      ...(['skuList', 'paymentSource', 'customerSubscription', 'attachment'] as const),
    ];
    await expectUnchanged(gateway.as(accountId), await recordsOf(commerceLayer, text), ...kinds);
  }

  expect(await exported(url, accountId, ownForm({ withShopRecords: true }))).toBe(before);
});
