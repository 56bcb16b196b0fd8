import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { damagedLine, salted } from './secrets.mjs';

const times = (updated) => ({ created_at: '2024-01-02T03:04:05Z', updated_at: updated });
const january = '2024-01-09T00:00:00Z';
const upTo = (count) => [...Array(count).keys()];

/** A customer, whose parent is often in a later document, and whose term is sometimes in none. */
function salesCustomer(at, count, { below }) {
  const parent = at % 2 === 1 ? 2 * below(Math.ceil(count / 2)) : undefined;
  const number = below(40);
  return {
    ...{ id: `ac_${at}`, object: 'customer', name: `Sales ${at}`, number: `N-${at}`, status: 'normal' },
    ...{ edi_status: 'disabled', commission_policy: 'commission_exempt', note: `Note ${below(9)}` },
    ...{ credit_limit: null, notification_preferences: null, price_groups: null, child_accounts: null },
    relationship_type: parent === undefined ? 'standalone' : 'child',
    contact_info: {
      object: 'customer_contact_info',
      email: `s${at}@sales.example`,
      phone: '555-0100',
      url: null,
    },
    freight_preferences: null,
    defaults: {
      object: 'customer_defaults',
      payment_term: { id: `pytm_${number}`, object: 'payment_term' },
    },
    bill_to_address: {
      ...{
        id: `ad_${at}`,
        object: 'address',
        name: `Site ${at}`,
        phone: null,
        email: null,
        type: 'standard',
      },
      geolocation: { id: `gl_${at}`, object: 'geolocation', locality: `Town ${below(50)}`, country: 'US' },
      ...times(january),
    },
    ship_to_address: null,
    type: { id: `acgp_${below(5)}`, object: 'account_group' },
    parent_account: parent === undefined ? null : { id: `ac_${parent}`, object: 'customer' },
    ...times(january),
  };
}

const term = (at) => ({
  ...{
    id: `pytm_${at}`,
    object: 'payment_term',
    name: `Net ${100 + at}`,
    status: 'active',
    ...times(january),
  },
});

const group = (at) => ({
  ...{
    id: `acgp_${at}`,
    object: 'account_group',
    type: 'type_group',
    name: `Group ${at}`,
    description: null,
  },
  ...{ commission_policy: 'commission_exempt', freight_policy: 'billed_freight', ...times(january) },
});

/** The settings are at the end of the file. */
const sales = (count, random) => [
  ...upTo(count).map((at) => salesCustomer(at, count, random)),
  ...upTo(35).map(term),
  ...upTo(5).map(group),
];

const warehouse = (count, { below }) =>
  upTo(count).map((at) => ({
    ...{ shortID: `W${at}`, name: `Warehouse ${at}`, address1: `${below(99)} Quay`, address2: '', state: '' },
    ...{ city: `Town ${below(50)}`, zip: String(10_000 + at), country: 'US', phone: '555-0101', fax: '' },
    ...{ email: `w${at}@warehouse.example`, contact: 'Kim', active: below(20) > 0 },
    ...{ created: '2024-01-01T00:00:00Z', modified: january },
  }));

const resource = (type, id, attributes, relationships = {}) => ({
  ...{ type, id, attributes: { ...attributes, ...times(january) }, relationships },
});
const to = (type, id) => ({ data: { type, id } });

function shopCustomer(at, { below }) {
  const number = below(8);
  const owner = { customer: to('customers', `c${at}`) };
  return {
    data: resource(
      ...['customers', `c${at}`],
      { email: `c${at}@shop.example`, status: 'repeat', total_orders_count: 1, metadata: { at } },
      {
        customer_group: to('customer_groups', `g${number}`),
        tags: { data: [{ type: 'tags', id: `t${number}` }] },
      },
    ),
    included: [
      resource('customer_groups', `g${number}`, { name: `Partners ${number}` }),
      resource('tags', `t${number}`, { name: `tag${number}` }),
      resource('customer_addresses', `ca${at}`, {}, { ...owner, address: to('addresses', `a${at}`) }),
      resource('addresses', `a${at}`, { company: `Shop ${at}`, city: 'Cork', country_code: 'IE' }),
    ],
  };
}

const shopOrder = (at) =>
  resource(
    ...['orders', `o${at}`],
    { number: at, status: 'placed', currency_code: 'EUR', total_amount_with_taxes_cents: 100 + at },
    { customer: to('customers', `c${at}`) },
  );

/** Half of the orders are before the customers. */
function shop(count, random) {
  const orders = upTo(Math.ceil(count / 2)).map((at) => ({ data: shopOrder(2 * at < count ? 2 * at : at) }));
  const half = Math.ceil(orders.length / 2);
  return [
    ...orders.slice(0, half),
    ...upTo(count).map((at) => shopCustomer(at, random)),
    ...orders.slice(half),
  ];
}

const lines = (documents) =>
  salted(documents)
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');

async function writeFiles(folder, files) {
  const paths = Object.entries(files).map(async ([system, [name, content]]) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return [system, path];
  });
  return Object.fromEntries(await Promise.all(paths));
}

/**
 * Writes a file for each system, in the forms that imports read: lines, a page, lines compressed with gzip. Each
 * object has secrets.
 * @returns {Promise<Record<string, string>>} the paths by system
 */
export function writeDocuments(folder, count, random) {
  const page = { value: warehouse(count, random) };
  return writeFiles(folder, {
    augno: ['augno.ndjson', lines(sales(count, random))],
    'inventory-pro': ['inventory-pro.json', JSON.stringify(salted(page), null, 1)],
    'commerce-layer': ['commerce-layer.ndjson.gz', gzipSync(lines(shop(count, random)))],
  });
}

/** Writes files of documents that an import rejects. */
export function writeRejected(folder, random) {
  const rejected = {
    augno: { ...salesCustomer(0, 1, random), id: null },
    'inventory-pro': { ...warehouse(1, random)[0], shortID: '' },
    'commerce-layer': { data: resource('orders', 'o', { status: 'placed' }) },
  };
  const files = Object.entries(rejected).map(([system, document]) => [
    system,
    [`${system}.rejected.ndjson`, lines([document]) + damagedLine()],
  ]);
  return writeFiles(folder, Object.fromEntries(files));
}
