import { type DemoAccount, stream } from './accounts.ts';
import { end, instant } from './clock.ts';
import type { Identity } from './identity.ts';
import { demoId } from './ids.ts';
import { emailName } from './names.ts';
import { addOrderSubscriptions, addOrders, addReturns } from './orders.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

type DemoCustomer = DemoRow<'Customer'>;
type ShopperColumns =
  | 'customerGroupId'
  | 'shopperEmail'
  | 'shopperReference'
  | 'shopperStatus'
  | 'totalOrdersCount';

export interface ShopCustomer {
  readonly accountId: string;
  readonly customerId: string;
}

/** The time in which a customer is active: until it was discontinued, or until today. */
export interface Period {
  readonly from: Date;
  readonly to: Date;
}

const orderCounts = [0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 7, 9, 12, 30];
const paymentTypes = [
  ['stripe_payments', 'Visa ending in 4242'],
  ['adyen_payments', 'Mastercard ending in 5454'],
  ['braintree_payments', 'Amex ending in 0005'],
  ['paypal_payments', 'PayPal'],
  ['klarna_payments', null],
  ['wire_transfers', 'Wire transfer'],
] as const;
const lists = ['Weekly restock', 'Spring catalog', 'Assembly line tools', 'Truck stock', 'Emergency spares'];
const documents = [
  'Credit application',
  'W-9',
  'Resale certificate',
  'Supply agreement',
  'Signed quote',
  'Dock photo',
];
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function shopperOf(
  random: Random,
  words: Words,
  settings: Settings,
  identity: Identity,
): Pick<DemoCustomer, ShopperColumns> {
  const { index, host, place, sample } = identity;
  const orders = random.count(orderCounts);
  const shops = random.has(0.45);
  const customerGroupId = random.maybe(0.5, () => random.pick(settings.customerGroupIds));
  const buyer = emailName(random.pick(words[place.language].lastNames), 'buyer').replaceAll('-', '.');
  // The number makes it unique: branches share their parent's host.
  const email = sample?.shopperEmail ?? (shops ? `${buyer}${index + 1}@${host}` : null);
  if (email === null) {
    return {
      customerGroupId,
      shopperEmail: null,
      shopperReference: null,
      shopperStatus: null,
      totalOrdersCount: null,
    };
  }
  const totalOrdersCount = sample?.orders ?? orders;
  return {
    customerGroupId,
    shopperEmail: email,
    shopperReference: random.maybe(0.4, () => random.pattern('shp_####@@##')),
    shopperStatus: totalOrdersCount === 0 ? 'PROSPECT' : totalOrdersCount === 1 ? 'ACQUIRED' : 'REPEAT',
    totalOrdersCount,
  };
}

export function addShop(
  rows: Rows,
  account: DemoAccount,
  identity: Identity,
  {
    shopperEmail,
    totalOrdersCount,
    discontinuedAt,
  }: Pick<DemoCustomer, 'discontinuedAt' | 'shopperEmail' | 'totalOrdersCount'>,
): void {
  const { index, id: customerId, sample, createdAt, place } = identity;
  const random = stream(account.ordinal, 'shop', index, sample?.fullness);
  const owner = { accountId: account.id, customerId };
  const period = { from: createdAt, to: discontinuedAt ?? end };
  addAttachments(rows, random, owner, period);
  if (shopperEmail === null) return;
  addCredential(rows, random, owner, period);
  addPaymentSources(rows, random, owner, period);
  addSubscriptions(rows, random, owner, period, shopperEmail);
  addSkuLists(rows, random, owner, period);
  const count = totalOrdersCount ?? 0;
  const orders = addOrders(rows, random, owner, { period, currency: place.currency, count });
  if (count > 1) addReturns(rows, random, owner, { ...orders, to: period.to });
  addOrderSubscriptions(rows, random, owner, period);
}

/** A random text in the format of a scrypt hash, not the hash of a password. */
function addCredential(rows: Rows, random: Random, owner: ShopCustomer, period: Period): void {
  if (!random.has(0.5)) return;
  const passwordHash = `scrypt$16384$8$1$${random.text(base64, 22)}==$${random.text(base64, 86)}==`;
  rows.add('ShopperCredential', {
    ...owner,
    passwordHash,
    createdAt: instant(random, period.from, period.to),
  });
}

function addPaymentSources(rows: Rows, random: Random, owner: ShopCustomer, period: Period): void {
  for (let left = random.count([0, 0, 0, 1, 1, 2, 3]); left > 0; left -= 1) {
    const createdAt = instant(random, period.from, period.to);
    const [type, name] = random.pick(paymentTypes);
    rows.add('PaymentSource', {
      ...owner,
      id: demoId('PaymentSource', createdAt, random),
      name,
      type,
      createdAt,
    });
  }
}

function addSubscriptions(
  rows: Rows,
  random: Random,
  owner: ShopCustomer,
  period: Period,
  customerEmail: string,
): void {
  for (let left = random.count([0, 0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, period.from, period.to);
    const id = demoId('CustomerSubscription', createdAt, random);
    const reference = random.maybe(0.7, () => random.pick(['newsletter', 'price-drops', 'back-in-stock']));
    rows.add('CustomerSubscription', { ...owner, id, customerEmail, reference, createdAt });
  }
}

function addSkuLists(rows: Rows, random: Random, owner: ShopCustomer, period: Period): void {
  for (const name of random.sample(lists, random.count([0, 0, 0, 0, 0, 1, 2]))) {
    const createdAt = instant(random, period.from, period.to);
    const description = random.maybe(0.5, () => `${random.between(3, 60)} items, checked each month.`);
    const id = demoId('SkuList', createdAt, random);
    rows.add('SkuList', { ...owner, id, name, slug: emailName(name, 'list'), description, createdAt });
  }
}

function addAttachments(rows: Rows, random: Random, owner: ShopCustomer, period: Period): void {
  for (const name of random.sample(documents, random.count([0, 0, 0, 0, 0, 0, 1, 2]))) {
    const createdAt = instant(random, period.from, period.to);
    const id = demoId('Attachment', createdAt, random);
    const description = random.maybe(0.5, () => `Received ${createdAt.toISOString().slice(0, 10)}.`);
    const url = random.maybe(0.8, () => `https://files.example.com/${id}.pdf`);
    rows.add('Attachment', { ...owner, id, name, description, url, createdAt });
  }
}
