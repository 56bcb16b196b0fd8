import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const time = (at) => new Date(Date.UTC(2024, 0, 1) + at * 60_000).toISOString();
const code = (at) => String(at).padStart(8, '0');
const nameOf = (at) => `Harbor Lane ${['Books', 'Tools', 'Foods', 'Prints', 'Garden'][at % 5]} ${at}`;
const street = (at) => `${1 + (at % 980)} ${['Elm', 'Oak', 'Mill', 'Station'][at % 4]} Street`;
const place = (at) => ['Portland', 'Austin', 'Denver', 'Boise'][at % 4];
const state = (at) => ['OR', 'TX', 'CO', 'ID'][at % 4];
const zip = (at) => String(10_000 + (at % 89_999));
const phone = (at) => `555-${String(at % 10_000).padStart(4, '0')}`;

const times = (at) => ({ created_at: time(at), updated_at: time(at) });

const augnoAddress = (at, kind) => ({
  id: `ad_${kind}${code(at)}`,
  object: 'address',
  name: `${kind === 'b' ? 'Office' : 'Warehouse'} ${at}`,
  phone: phone(at),
  email: null,
  is_drop_ship: false,
  geolocation: {
    id: `gl_${kind}${code(at)}`,
    object: 'geolocation',
    street_line_1: street(at),
    street_line_2: null,
    locality: place(at),
    state: state(at),
    postal_code: zip(at),
    country: 'US',
  },
  ...times(at),
});

const augno = (at) => ({
  id: `ac_${code(at)}`,
  object: 'customer',
  name: nameOf(at),
  number: `A-${code(at)}`,
  status: 'normal',
  is_edi_enabled: false,
  is_parent_account: false,
  commission_policy: 'commission_applied',
  note: `Customer since ${time(at).slice(0, 4)}.`,
  contact_info: {
    object: 'customer_contact_info',
    email: `orders@harbor-${at}.example`,
    phone: phone(at),
    url: `https://harbor-${at}.example`,
  },
  freight_preferences: { object: 'customer_freight_preferences', status: 'billed_freight' },
  notification_preferences: { object: 'customer_notification_preferences', accepts_invoice_emails: true },
  bill_to_address: augnoAddress(at, 'b'),
  ship_to_address: augnoAddress(at, 's'),
  ...times(at),
});

const inventoryPro = (at) => ({
  shortID: `W${code(at)}`,
  name: nameOf(at),
  address1: street(at),
  address2: '',
  city: place(at),
  state: state(at),
  zip: zip(at),
  country: 'US',
  phone: phone(at),
  fax: '',
  email: `stock@harbor-${at}.example`,
  contact: `Ada Harbor ${at}`,
  active: true,
  created: time(at),
  modified: time(at),
});

const linkTo = (type, id) => ({ data: { type, id } });

function commerceLayer(at) {
  const [customer, join, address] = ['c', 'j', 'a'].map((letter) => letter + code(at));
  const meta = { mode: 'live', organization_id: 'bench' };
  const shared = { reference: null, reference_origin: null, metadata: {} };
  return {
    data: {
      id: customer,
      type: 'customers',
      attributes: {
        email: `shopper@harbor-${at}.example`,
        status: 'prospect',
        has_password: true,
        shopper_reference: `S-${code(at)}`,
        total_orders_count: at % 20,
        ...shared,
        reference: `R-${code(at)}`,
        metadata: { segment: at % 7 },
        ...times(at),
      },
      relationships: { customer_addresses: { data: [linkTo('customer_addresses', join).data] } },
      meta,
    },
    included: [
      {
        id: join,
        type: 'customer_addresses',
        attributes: { name: nameOf(at), ...shared, ...times(at) },
        relationships: { customer: linkTo('customers', customer), address: linkTo('addresses', address) },
        meta,
      },
      {
        id: address,
        type: 'addresses',
        attributes: {
          company: nameOf(at),
          line_1: street(at),
          line_2: null,
          city: place(at),
          state_code: state(at),
          zip_code: zip(at),
          country_code: 'US',
          phone: phone(at),
          email: null,
          ...shared,
          ...times(at),
        },
        meta,
      },
    ],
  };
}

/** A customer with its addresses as a document of each system: two addresses in Augno, one in the others. */
export const documents = {
  augno,
  'inventory-pro': inventoryPro,
  'commerce-layer': commerceLayer,
};

function* lines(documentOf, count) {
  for (let at = 1; at <= count; at += 1) yield `${JSON.stringify(documentOf(at))}\n`;
}

function* page(documentOf, count) {
  yield '{"object":"list","data":[\n';
  for (let at = 1; at <= count; at += 1) yield `${at === 1 ? '' : ','}${JSON.stringify(documentOf(at))}`;
  yield ']}\n';
}

/** Writes the documents of customers: a page of Augno's list API, or a document per line. */
export const writeDocuments = (system, count, path) => {
  const write = system === 'augno' ? page : lines;
  return pipeline(Readable.from(write(documents[system], count)), createWriteStream(path));
};
