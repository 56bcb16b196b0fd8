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
    'page.txt': `A customer:\n${JSON.stringify(warehouse)}\nwith {braces} and text.`,
    'request_customer.json': { name: 'X' },
    'resources.json': [{ id: 'customer', type: 'resources', attributes: { fields, relationships: {} } }],
    'shop.json': shop,
  });

  expect([err, out]).toEqual(['', expect.stringMatching(/\nEverything is explained\.\n$/)]);
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
