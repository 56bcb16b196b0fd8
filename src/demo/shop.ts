import { type DemoAccount, stream } from './accounts.ts';
import { instant } from './clock.ts';
import type { Identity } from './identity.ts';
import { demoId } from './ids.ts';
import { emailName } from './names.ts';
import { addOrderSubscriptions, addOrders, addReturns } from './orders.ts';
import type { Random } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Settings } from './settings.ts';

type Customer = Row<'Customer'>;
type ShopperColumns =
  | 'customerGroupId'
  | 'shopperEmail'
  | 'shopperReference'
  | 'shopperStatus'
  | 'totalOrdersCount';

/** The customer that a row of the shop belongs to. */
export interface Owner {
  readonly accountId: string;
  readonly customerId: string;
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
const lists = [
  'Weekly restock',
  'Spring catalogue',
  'Werkzeug für die Montage',
  'Truck stock',
  'Emergency spares',
];
const documents = [
  'Credit application',
  'W-9',
  'Resale certificate',
  'Lieferantenvertrag',
  'Signed quote',
  '写真',
];
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function shopperOf(
  random: Random,
  settings: Settings,
  identity: Identity,
): Pick<Customer, ShopperColumns> {
  const { index, name, sample } = identity;
  const orders = random.count(orderCounts);
  const shops = random.has(0.45);
  const customerGroupId = random.maybe(0.5, () => random.pick(settings.customerGroupIds));
  const email =
    sample?.shopperEmail ??
    (shops ? `${emailName(name, 'shop').slice(0, 24)}.${index + 1}@mail.example.com` : null);
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

/** Adds the customer's data in the shop, and its attachments. */
export function addShop(
  rows: Rows,
  account: DemoAccount,
  identity: Identity,
  { shopperEmail, totalOrdersCount }: Pick<Customer, 'shopperEmail' | 'totalOrdersCount'>,
): void {
  const { index, id: customerId, sample, createdAt } = identity;
  const random = stream(account.ordinal, 'shop', index, sample?.fullness);
  const owner = { accountId: account.id, customerId };
  addAttachments(rows, random, owner, createdAt);
  if (shopperEmail === null) return;
  addCredential(rows, random, owner, createdAt);
  addPaymentSources(rows, random, owner, createdAt);
  addSubscriptions(rows, random, owner, createdAt, shopperEmail);
  addSkuLists(rows, random, owner, createdAt);
  addOrders(rows, random, owner, identity, totalOrdersCount ?? 0);
  if (totalOrdersCount !== null && totalOrdersCount > 1) addReturns(rows, random, owner, createdAt);
  addOrderSubscriptions(rows, random, owner, createdAt);
}

/** A random text in the format of a scrypt hash, not the hash of a password. */
function addCredential(rows: Rows, random: Random, owner: Owner, from: Date): void {
  if (!random.has(0.5)) return;
  const passwordHash = `scrypt$16384$8$1$${random.text(base64, 22)}==$${random.text(base64, 86)}==`;
  rows.add('ShopperCredential', { ...owner, passwordHash, createdAt: instant(random, from) });
}

function addPaymentSources(rows: Rows, random: Random, owner: Owner, from: Date): void {
  for (let left = random.count([0, 0, 0, 1, 1, 2, 3]); left > 0; left -= 1) {
    const createdAt = instant(random, from);
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

function addSubscriptions(rows: Rows, random: Random, owner: Owner, from: Date, customerEmail: string): void {
  for (let left = random.count([0, 0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, from);
    const id = demoId('CustomerSubscription', createdAt, random);
    const reference = random.maybe(0.7, () => random.pick(['newsletter', 'price-drops', 'back-in-stock']));
    rows.add('CustomerSubscription', { ...owner, id, customerEmail, reference, createdAt });
  }
}

function addSkuLists(rows: Rows, random: Random, owner: Owner, from: Date): void {
  for (const name of random.sample(lists, random.count([0, 0, 0, 0, 0, 1, 2]))) {
    const createdAt = instant(random, from);
    const description = random.maybe(0.5, () => `${random.between(3, 60)} items, checked each month.`);
    const id = demoId('SkuList', createdAt, random);
    rows.add('SkuList', { ...owner, id, name, slug: emailName(name, 'list'), description, createdAt });
  }
}

function addAttachments(rows: Rows, random: Random, owner: Owner, from: Date): void {
  for (const name of random.sample(documents, random.count([0, 0, 0, 0, 0, 0, 1, 2]))) {
    const createdAt = instant(random, from);
    const id = demoId('Attachment', createdAt, random);
    const description = random.maybe(0.5, () => `Received ${createdAt.toISOString().slice(0, 10)}.`);
    const url = random.maybe(0.8, () => `https://files.example.com/${id}.pdf`);
    rows.add('Attachment', { ...owner, id, name, description, url, createdAt });
  }
}
