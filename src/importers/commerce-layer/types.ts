import { currencyFormat } from '../../domain/display-value.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { isObject } from '../../is-object.ts';
import type { Finish, Finished, ObjectType, Values } from '../mapping/map-object.ts';
import { wholeReference } from '../mapping/whole-reference.ts';
import * as tables from './fields.ts';
import { exactAmount } from './readers.ts';

/** The customer of a resource: by its record, or else by its email; without both, the run finds it. */
function withCustomer({ customer, customerEmail, ...values }: Values, { source }: Finish): Finished {
  const by = customer ?? (customerEmail === undefined ? undefined : { shopperEmail: customerEmail });
  return { item: { source, ...(by !== undefined && { customer: by }), ...values } };
}

const totalPath = 'attributes.total_amount_with_taxes_cents';

function withTotal({ total, ...values }: Values, { warn }: Finish): Values {
  if (!isObject(total) || typeof total.units !== 'bigint') return values;
  const currencyCode = String(total.currencyCode ?? '').toUpperCase();
  const format = currencyFormat(currencyCode);
  if (format !== undefined)
    return { ...values, total: { amount: exactAmount(total.units, format.fractionDigits), currencyCode } };
  warn('INVALID', totalPath, 'The amount is left out, since `currency_code` is not a code of ISO 4217.');
  return values;
}

/** Email of a subscription is a field of its own. */
function finishSubscription(values: Values, context: Finish): Finished {
  const finished = withCustomer(values, context);
  const { customerEmail } = values;
  return 'reason' in finished || customerEmail === undefined
    ? finished
    : { item: { ...finished.item, customerEmail } };
}

const maxTags = 10;
const tagForm = /^[a-z0-9_:-]+$/;
const tagsPath = 'relationships.tags';

/** Tags are known if all of them are in the document. */
function withTags({ tags: ids, tagNames, ...values }: Values, { warn }: Finish): Values {
  if (!Array.isArray(ids) || !isObject(tagNames)) return values;
  const names = ids.map((id) => (Object.hasOwn(tagNames, id) ? tagNames[id] : undefined));
  if (names.some((name) => typeof name !== 'string')) {
    warn('INVALID', tagsPath, 'The tags are left out, since not all are in the document; include `tags`.');
    return values;
  }
  const valid = [...new Set(names.map((name) => String(name).trim().toLowerCase()))].filter(
    (name) => tagForm.test(name) && name.length <= maxLengths.tag,
  );
  if (valid.length < new Set(names).size || valid.length > maxTags)
    warn('INVALID', tagsPath, `A customer has at most ${maxTags} tags of the form ${tagForm.source}.`);
  return { ...values, tags: valid.slice(0, maxTags) };
}

function finishCustomer(values: Values, context: Finish): Finished {
  const whole = wholeReference(values, 'attributes.reference_origin', context);
  return { item: { by: { source: context.source }, ...withTags(whole, context) } };
}

const finishAddress = ({ customer, ...address }: Values, { source }: Finish): Finished => ({
  item: { ...(customer !== undefined && { customer }), address: { source, ...address } },
});

function finishReturn({ order, ...values }: Values, context: Finish): Finished {
  const key = isObject(order) ? order.source : order;
  return withCustomer(key === undefined ? values : { ...values, order: key }, context);
}

const otherOwner = 'Only attachments of customers are imported.';

function finishAttachment({ attachable, ...values }: Values, context: Finish): Finished {
  if (!isObject(attachable)) return withCustomer(values, context);
  const { type, id } = attachable;
  if (type !== 'customers' || typeof id !== 'string')
    return { reason: { code: 'UNKNOWN_TYPE', path: 'relationships.attachable', message: otherOwner } };
  return withCustomer(
    { ...values, customer: { source: { system: context.source.system, sourceId: id } } },
    context,
  );
}

/** By the type of the resource, in the order of their records. */
export const commerceLayerTypes: Readonly<Record<string, ObjectType>> = {
  customer_groups: { kind: 'customerGroup', table: tables.customerGroupFields },
  customers: { kind: 'customer', table: tables.customerFields, finish: finishCustomer },
  addresses: { kind: 'address', table: tables.addressFields, finish: finishAddress },
  orders: {
    kind: 'order',
    table: tables.orderFields,
    finish: (values, context) => withCustomer(withTotal(values, context), context),
  },
  order_subscriptions: {
    kind: 'orderSubscription',
    table: tables.orderSubscriptionFields,
    finish: withCustomer,
  },
  returns: { kind: 'return', table: tables.returnFields, finish: finishReturn },
  sku_lists: { kind: 'skuList', table: tables.skuListFields, finish: withCustomer },
  customer_payment_sources: {
    kind: 'paymentSource',
    table: tables.paymentSourceFields,
    finish: withCustomer,
  },
  customer_subscriptions: {
    kind: 'customerSubscription',
    table: tables.customerSubscriptionFields,
    finish: finishSubscription,
  },
  attachments: { kind: 'attachment', table: tables.attachmentFields, finish: finishAttachment },
};

/** Types that are not records of their own, with the reason. Other included types are ignored, too. */
export const commerceLayerLeftOutTypes: Readonly<Record<string, string>> = {
  customer_addresses: 'It names the customer of an address; include `address`.',
  event_stores: 'The gateway has its own history.',
  events: 'The gateway has its own history.',
  line_items: 'The gateway has orders without their lines.',
  payment_methods: 'It gives the type of a payment source.',
  tags: 'A tag is a text of its customers.',
};

const order = ['customer_groups', 'customers', 'customer_addresses', ...Object.keys(commerceLayerTypes)];

/** The place of a type in the order in which resources become records. */
export function rankOf({ type }: { readonly type: string }): number {
  const rank = order.indexOf(type);
  return rank < 0 ? order.length : rank;
}
