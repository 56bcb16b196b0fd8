import { type Condition, type Definition, describeFilter } from './condition.ts';
import { conditionsOn, existence } from './kinds.ts';

type Shop =
  | 'Attachment'
  | 'CustomerSubscription'
  | 'OrderSubscription'
  | 'PaymentSource'
  | 'Return'
  | 'SkuList';

/** A filter with the conditions that all objects of a customer have, and more. */
function owned<M extends Shop, F extends Readonly<Record<string, Condition>>>(
  model: M,
  rows: string,
  more: F,
) {
  const { ids, range } = conditionsOn<Shop>(model);
  return {
    model,
    rows,
    description: describeFilter(rows),
    fields: {
      exists: existence,
      ids: ids('id', model, `Matches ${rows} with these ids.`),
      ...more,
      createdAt: range('createdAt', `Matches ${rows} created in this range of time.`),
    },
  } as const satisfies Definition;
}

const returned = conditionsOn('Return');
const recurring = conditionsOn('OrderSubscription');
const news = conditionsOn('CustomerSubscription');
const payment = conditionsOn('PaymentSource');
const list = conditionsOn('SkuList');
const attachment = conditionsOn('Attachment');

export const returns = owned('Return', 'returns', {
  number: returned.text('number', 'Matches returns by their number.'),
  statuses: returned.values('status', 'ReturnStatus', 'Matches returns with one of these statuses.'),
  order: returned.one('orderId', 'Order', 'Matches returns by the order of the returned goods.'),
});

export const orderSubscriptions = owned('OrderSubscription', 'order subscriptions', {
  number: recurring.text('number', 'Matches order subscriptions by their number.'),
  statuses: recurring.values(
    'status',
    'OrderSubscriptionStatus',
    'Matches order subscriptions with one of these statuses.',
  ),
  frequency: recurring.text('frequency', 'Matches order subscriptions by their frequency: `monthly`.'),
  startsAt: recurring.range('startsAt', 'Matches order subscriptions that start in this range of time.'),
  expiresAt: recurring.range('expiresAt', 'Matches order subscriptions that end in this range of time.'),
  nextRunAt: recurring.range(
    'nextRunAt',
    'Matches order subscriptions whose next order is in this range of time.',
  ),
});

export const customerSubscriptions = owned('CustomerSubscription', 'subscriptions', {
  customerEmail: news.text('customerEmail', 'Matches subscriptions by the email address.'),
  reference: news.text('reference', 'Matches subscriptions by their `reference`.'),
});

export const paymentSources = owned('PaymentSource', 'payment sources', {
  name: payment.text('name', 'Matches payment sources by their name.'),
  type: payment.text('type', 'Matches payment sources by their type: `wire_transfers`.'),
});

export const skuLists = owned('SkuList', 'SKU lists', {
  name: list.text('name', 'Matches SKU lists by their name.'),
  slug: list.text('slug', 'Matches SKU lists by their `slug`.'),
  description: list.text('description', 'Matches SKU lists by their description.'),
});

export const attachments = owned('Attachment', 'attachments', {
  name: attachment.text('name', 'Matches attachments by the name of the file.'),
  description: attachment.text('description', 'Matches attachments by their description.'),
});
