import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { bare, carrier, customer, level } from '../importers/augno.ts';

const script = fileURLToPath(new URL('../../scripts/fixtures/run.mjs', import.meta.url));

/** Runs the script on a folder with these files. */
async function run(files: Readonly<Record<string, object | string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  const child = spawn(process.execPath, [script, folder], { timeout: 120_000, killSignal: 'SIGKILL' });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

const levels = [{ ...level('crop_1'), is_default: false }, level('crop_2')];
const ownCarrier = { ...carrier, service_levels: { object: 'list', data: levels } };

const whole = {
  ...customer,
  contact_info: { ...customer.contact_info, url: 'https://buyer.example' },
  freight_preferences: { ...customer.freight_preferences, carrier: ownCarrier, service_level: levels[0] },
};

const warehouse = {
  ...{ shortID: 'NORD', name: 'Nord  Kontor', address1: 'Hafen 9', address2: '', city: 'Kiel', state: '' },
  ...{ zip: '24103', country: 'DE', phone: '0431 1', fax: '0431 1', email: '', contact: 'Ada Berg' },
  ...{ active: true, created: '2023-04-15T08:30:00', modified: '2024-11-02T14:22:00' },
};

const toMany = (type: string, ...ids: readonly string[]) => ({ data: ids.map((id) => ({ type, id })) });
const toOne = (type: string, id: string) => ({ data: { type, id } });
const resource = (type: string, id: string, attributes: object, relationships: object = {}) => ({
  ...{ id, type, attributes, relationships, meta: { mode: 'test' } },
});

const ofCustomer = { customer: toOne('customers', 'c2') };

/** A customer with everything that the shop has. */
const buyer = {
  data: resource(
    ...([
      'customers',
      'c2',
      { email: 'kim@shop.example', status: 'acquired', total_orders_count: 4 },
    ] as const),
    {
      ...{ customer_group: toOne('customer_groups', 'g1'), tags: toMany('tags', 't2', 't1') },
      ...{ customer_addresses: toMany('customer_addresses', 'ca1'), returns: toMany('returns', 'r1') },
      customer_payment_sources: toMany('customer_payment_sources', 'p1'),
    },
  ),
  included: [
    resource('customer_groups', 'g1', { name: 'Partners', code: 'partner' }),
    ...[resource('tags', 't1', { name: 'vip' }), resource('tags', 't2', { name: 'eu:west' })],
    resource(
      'customer_addresses',
      'ca1',
      { name: 'x' },
      { ...ofCustomer, address: toOne('addresses', 'a1') },
    ),
    resource('addresses', 'a1', {
      ...{ company: null, full_name: 'Kim Lee', line_1: '1 Quay Rd', line_2: null, city: 'Cork' },
      ...{ zip_code: 'T12', state_code: 'C', country_code: 'IE', phone: '555-0180' },
    }),
    resource('returns', 'r1', { number: 'R-1', status: 'requested' }, ofCustomer),
    resource(
      'customer_payment_sources',
      'p1',
      { name: 'Card' },
      { ...ofCustomer, payment_source: toOne('stripe_payments', 's1') },
    ),
  ],
};

const shop = {
  data: {
    ...{ id: 'c1', type: 'customers', meta: { mode: 'test' }, relationships: { tags: { links: {} } } },
    attributes: { email: 'c1@shop.example', status: 'repeat', reference: '', metadata: { tier: 'gold' } },
  },
  included: [
    {
      ...{ id: 'o1', type: 'orders', relationships: {} },
      attributes: {
        ...{ number: 2_454_700, status: 'placed', payment_status: 'paid', fulfillment_status: 'unfulfilled' },
        ...{ customer_email: 'c1@shop.example', currency_code: 'EUR', total_amount_with_taxes_cents: 3_507 },
      },
    },
  ],
};

test('documents that come back, and a list of which the field map has all fields, are explained', async () => {
  const fields = { email: { fetchable: true }, _add_tags: { fetchable: false } };
  const { code, out, err } = await run({
    'augno.json': whole,
    'buyer.json': buyer,
    'page.txt': `A customer:\n${JSON.stringify(warehouse)}\nwith {braces} and text.`,
    'request_customer.json': { name: 'X' },
    'resources.json': [{ id: 'customer', type: 'resources', attributes: { fields, relationships: {} } }],
    'shop.json': shop,
  });

  expect([err, out]).toEqual(['', expect.stringMatching(/\nEverything is explained\.\n$/)]);
  expect(out).toMatch(/^buyer\.json: 5 records, 0 rejects, 0 warnings, 2 differences$/m);
  expect(out).toMatch(/^page\.txt#1: 2 records, 0 rejects, 0 warnings, 0 differences$/m);
  expect(out).toMatch(/^request_customer\.json: skipped: .*request/m);
  expect(out).toMatch(/^ {2}other form: customer\.price_groups: .+ \(2 ×\)$/m);
  expect(code).toBe(0);
});

test('an unknown field, and a record that is rejected, are failures', async () => {
  const fields = { colour: { fetchable: true } };
  const { code, out } = await run({
    'augno.json': { object: 'list', data: [{ ...bare('ac_1', '7'), id: undefined }] },
    'resources.json': [{ id: 'customer', type: 'resources', attributes: { fields, relationships: {} } }],
  });

  expect(out).toMatch(/^ {2}REJECTED: unknown null: /m);
  expect(out).toMatch(/^ {2}NOT IN docs\/field-map\.md: customer\.colour$/m);
  expect(out).toMatch(/^ {2}UNKNOWN TO THE IMPORTER: customer\.colour$/m);
  expect(code).toBe(1);
});
