import fc from 'fast-check';
import { country, email, instant, orNull, text, word } from './values.ts';

const created = '1989-01-02T03:04:05.678Z';

interface Resource {
  readonly id: string;
  readonly type: string;
}

interface Content {
  readonly attributes: object;
  readonly relationships?: object;
}

const linkTo = ({ type, id }: Resource) => ({ type, id });
const toOne = (data: Resource | null) => ({ data: data && linkTo(data) });
const toMany = (data: readonly Resource[]) => ({ data: data.map(linkTo) });

const resource = (type: string, id: string, mode: string, { attributes, relationships = {} }: Content) => ({
  ...{ id, type, links: { self: `/api/${type}/${id}` }, relationships, meta: { mode } },
  attributes: { created_at: created, updated_at: '2026-01-02T03:04:05.678Z', ...attributes },
});

const metadata = fc.dictionary(word, fc.oneof(text(), fc.integer(), fc.boolean()), {
  maxKeys: 3,
});

const reference = fc.oneof(
  fc.constant({ reference: null, reference_origin: null }),
  fc.record({ reference: text(), reference_origin: orNull(word) }),
);

const customer = fc
  .tuple(
    fc.record({
      ...{ status: fc.constantFrom('prospect', 'acquired', 'repeat'), total_orders_count: fc.nat(99) },
      ...{ shopper_reference: orNull(text()), metadata, created_at: instant },
    }),
    reference,
  )
  .map(([fields, keys]) => ({ ...fields, ...keys }));

const address = fc
  .record({
    ...{ company: text(), line_1: orNull(text()), line_2: orNull(text()), city: orNull(text()) },
    ...{ state_code: orNull(text(5)), zip_code: orNull(text(10)), country_code: country },
    ...{ phone: orNull(text(20)), email: orNull(email) },
  })
  .map((each) => ({ ...each, full_name: each.company }));

const order = fc
  .record({
    number: orNull(word),
    status: fc.constantFrom('draft', 'placed', 'approved', 'cancelled'),
    payment_status: fc.constantFrom('unpaid', 'paid', 'free'),
    fulfillment_status: fc.constantFrom('unfulfilled', 'in_progress', 'not_required'),
    ...{ placed_at: orNull(instant), created_at: instant },
    money: fc.option(fc.tuple(fc.integer({ min: -1e9, max: 1e12 }), fc.constantFrom('USD', 'JPY', 'BHD'))),
  })
  .map(({ money, ...each }) => ({
    ...each,
    ...(money === null
      ? { currency_code: null }
      : { total_amount_with_taxes_cents: money[0], currency_code: money[1] }),
  }));

const subscription = fc
  .record({
    ...{ number: orNull(word), status: fc.constantFrom('draft', 'active', 'cancelled'), created_at: instant },
    ...{ frequency: fc.constantFrom('monthly', '0 8 * * 1'), next_run_at: orNull(instant) },
    period: fc.uniqueArray(instant, { minLength: 2, maxLength: 2 }),
  })
  .map(({ period, ...each }) => {
    const [starts_at, expires_at] = [...period].sort();
    return { ...each, starts_at, expires_at };
  });

const returned = fc.record({
  ...{ number: orNull(word), status: fc.constantFrom('draft', 'approved', 'received'), created_at: instant },
});
const skuList = fc.record({ name: text(), slug: word, description: orNull(text()), created_at: instant });
const paymentSource = fc.record({ name: orNull(text()), created_at: instant });
const newsletter = fc.record({ reference: orNull(text()), created_at: instant });
const attachment = fc.record({
  ...{ name: text(), description: orNull(text()), created_at: instant },
  url: orNull(word.map((each) => `https://files.example.com/${each}`)),
});

const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 2 });

const parts = fc.record({
  ...{ customer, addresses: few(address), orders: few(order), subscriptions: few(subscription) },
  ...{ returns: few(returned), skuLists: few(skuList), paymentSources: few(paymentSource) },
  ...{ newsletters: few(newsletter), attachments: few(attachment) },
  ...{
    tags: fc.uniqueArray(word, { maxLength: 3 }),
    group: orNull(fc.nat(1)),
    mode: fc.constantFrom('live', 'test'),
  },
});

type Parts = typeof parts extends fc.Arbitrary<infer P> ? P : never;

function documentOf(at: number, given: Parts): object {
  const { mode, group: groupAt } = given;
  const owner = { type: 'customers', id: `cu${at}` };
  const mail = `shopper${at}@example.com`;
  const make = (
    type: string,
    all: readonly object[],
    contentOf: (n: number) => Partial<Content> = () => ({}),
  ) =>
    all.map((each, n) => {
      const { attributes = {}, relationships = { customer: toOne(owner) } } = contentOf(n);
      return resource(type, `${type}-${at}-${n}`, mode, {
        ...{ attributes: { ...each, ...attributes }, relationships },
      });
    });
  const ofEmail = { attributes: { customer_email: mail } };
  const addresses = make('addresses', given.addresses, () => ({ relationships: {} }));
  const orders = make('orders', given.orders, () => ofEmail);
  const group =
    groupAt === null
      ? null
      : resource('customer_groups', `gr${groupAt}`, mode, {
          attributes: { name: `Group ${groupAt}`, code: `code${groupAt}` },
        });
  const lists = {
    customer_addresses: addresses.map((each, n) =>
      resource('customer_addresses', each.id, mode, {
        attributes: { name: given.addresses[n]?.company, customer_email: mail },
        relationships: { customer: toOne(owner), address: toOne(each) },
      }),
    ),
    tags: given.tags.map((name) => resource('tags', name, mode, { attributes: { name } })),
    customer_payment_sources: make('customer_payment_sources', given.paymentSources, (n) => ({
      relationships: {
        ...{
          customer: toOne(owner),
          payment_source: { data: { type: 'wire_transfers', id: `customer_payment_sources-${at}-${n}` } },
        },
      },
    })),
    customer_subscriptions: make('customer_subscriptions', given.newsletters, () => ofEmail),
    orders,
    order_subscriptions: make('order_subscriptions', given.subscriptions, () => ofEmail),
    returns: make('returns', given.returns, () => ({
      ...ofEmail,
      relationships: { customer: toOne(owner), order: toOne(orders[0] ?? null) },
    })),
    sku_lists: make('sku_lists', given.skuLists),
    attachments: make('attachments', given.attachments, () => ({
      relationships: { attachable: toOne(owner) },
    })),
  };
  const named = Object.entries(lists).map(([name, all]) => [name, toMany(all)] as const);
  return {
    data: resource('customers', owner.id, mode, {
      attributes: { ...given.customer, email: mail, has_password: false },
      relationships: { customer_group: toOne(group), ...Object.fromEntries(named) },
    }),
    included: [...(group === null ? [] : [group]), ...addresses, ...Object.values(lists).flat()],
  };
}

/** Customers of the shop, each with everything related. */
export const shopDocuments = fc
  .array(parts, { minLength: 1, maxLength: 5 })
  .map((all) => all.map((each, at) => documentOf(at, each)));
