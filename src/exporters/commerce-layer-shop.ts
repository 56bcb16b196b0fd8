import type { Row } from '../db/model/table.ts';
import { currencyFormat, displayMoney } from '../domain/display-value.ts';
import { decimalText } from './own-record.ts';
import type { CustomerRow, ListedModel, Page } from './page.ts';
import { type Identifier, listedInShop, type Resource, resource, shopId, toOne } from './resource.ts';

/** The smallest unit of a currency: `12.34` of one with two digits is 1234. Undefined if that is not exact. */
function cents(amount: string, digits: number): number | undefined {
  const [whole = '', fraction = ''] = amount.split('.');
  const value = Number(`${whole}${fraction.padEnd(digits, '0')}`);
  return fraction.length <= digits && Number.isSafeInteger(value) ? value : undefined;
}

function total({ totalAmount, currencyCode }: Row<'Order'>): object {
  const amount = decimalText(totalAmount);
  const format = currencyCode === null ? undefined : currencyFormat(currencyCode);
  const units = amount === null || format === undefined ? undefined : cents(amount, format.fractionDigits);
  if (amount === null || currencyCode === null || units === undefined) return { currency_code: currencyCode };
  return {
    currency_code: currencyCode,
    total_amount_with_taxes_cents: units,
    total_amount_with_taxes_float: Number(amount),
    formatted_total_amount_with_taxes: displayMoney(amount, currencyCode),
  };
}

/** The shop records of a customer, by the name of their relationship. */
export function shopResources(page: Page, row: CustomerRow): Readonly<Record<string, readonly Resource[]>> {
  const owner: Identifier = { type: 'customers', id: shopId(page, row.id) };
  const customer = { customer: toOne(owner) };
  const make = (
    each: Parameters<typeof resource>[2],
    type: string,
    attributes: object,
    relationships: object = customer,
  ) => resource(page, row, each, type, attributes, relationships);
  const listed = <M extends ListedModel>(model: M) => listedInShop(page, model, row);
  const email = { customer_email: row.shopperEmail };
  return {
    customer_payment_sources: listed('PaymentSource').map((each) => {
      const source = toOne({ type: each.type, id: shopId(page, each.id) });
      return make(
        each,
        'customer_payment_sources',
        { name: each.name },
        { ...customer, payment_source: source },
      );
    }),
    customer_subscriptions: listed('CustomerSubscription').map((each) =>
      make(each, 'customer_subscriptions', {
        ...{ customer_email: each.customerEmail, reference: each.reference },
      }),
    ),
    orders: listed('Order').map((each) =>
      make(each, 'orders', {
        ...{ number: each.number, status: each.status.toLowerCase() },
        payment_status: each.paymentStatus.toLowerCase(),
        fulfillment_status: each.fulfillmentStatus.toLowerCase(),
        ...{ ...email, ...total(each), placed_at: each.placedAt },
      }),
    ),
    order_subscriptions: listed('OrderSubscription').map((each) =>
      make(each, 'order_subscriptions', {
        ...{ number: each.number, status: each.status.toLowerCase(), frequency: each.frequency, ...email },
        ...{ starts_at: each.startsAt, expires_at: each.expiresAt, next_run_at: each.nextRunAt },
      }),
    ),
    returns: listed('Return').map((each) => {
      const order = each.orderId === null ? null : { type: 'orders', id: shopId(page, each.orderId) };
      const attributes = { number: each.number, status: each.status.toLowerCase(), ...email };
      return make(each, 'returns', attributes, { ...customer, order: toOne(order) });
    }),
    sku_lists: listed('SkuList').map((each) =>
      make(each, 'sku_lists', { name: each.name, slug: each.slug, description: each.description }),
    ),
    attachments: listed('Attachment').map((each) =>
      make(
        each,
        'attachments',
        { name: each.name, description: each.description, url: each.url },
        { attachable: toOne(owner) },
      ),
    ),
  };
}
