import fc from 'fast-check';
import type { AddressFilter, CustomerFilter, Filter, OrderFilter } from '../../src/db/read/filter/filters.ts';
import type { MetadataFilter } from '../../src/db/read/filter/metadata.ts';
import type { QuantityFilter } from '../../src/db/read/filter/quantity.ts';
import type { StringFilter } from '../../src/db/read/filter/text.ts';
import { contactNames, headIds, instants, notes, orderNumbers, phones, unitIds } from './base.ts';
import { idOf, places, type Settings, tagNames, userNames } from './base-settings.ts';
import type { CustomerChoice } from './listing.ts';
import { isInOrder } from './oracle.ts';
import type { CustomerSort } from './page-oracle.ts';

/** Mostly some of the values; sometimes an empty list, or no list. */
function someOf<const T>(...values: readonly T[]): fc.Arbitrary<readonly T[] | null> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.subarray([...values], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom([], null) },
  );
}

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 3 });

/** The same times as in the base, in other spellings, some between them, and whole days. */
const bounds = [
  ...instants,
  '2024-02-29T13:00:00+01:00',
  '2024-02-29T12:00:00.0005Z',
  '2024-06-01T00:00:00Z',
  '2024-02-28',
  '2024-02-29',
  '2024-03-01',
];
/** Whether a range of numbers can have any. */
const isAscending = ({ from, to }: { from?: string | number | null; to?: string | number | null }): boolean =>
  from == null || to == null || from === to || Number(from) < Number(to);

const range = fc
  .record(
    { from: maybe(...bounds), to: maybe(...bounds), exists: fc.constantFrom(null, true, false) },
    { requiredKeys: [] },
  )
  .filter(isInOrder);

const localities = places.flatMap(({ locality }) => locality ?? []);
const texts = {
  locality: [
    ...localities,
    'springfield',
    'MUNSTER',
    'münster',
    'Mu',
    'sprING',
    'stër',
    'r (5',
    '%',
    '_',
    'field',
  ],
  state: ['IL', 'MA', 'il', 'ÎL', 'i', 'île', 'xx', 'a'],
  postalCode: ['62701', '60601', '6', '48_1', '48%', '4821 A', ' ', '1 a', '0', '\\'],
  country: ['US', 'DE', 'us', 'd', 'Fr', 'U', 'S', 'usa', 'ß'],
} as const;

/** One or two conditions on a text. */
const stringFilter = (values: readonly string[]): fc.Arbitrary<StringFilter> => {
  const text = fc.constantFrom(...values);
  const part: fc.Arbitrary<StringFilter> = fc.oneof(
    { weight: 3, arbitrary: text.map((equals) => ({ equals })) },
    { weight: 2, arbitrary: fc.array(text, { maxLength: 3 }).map((list) => ({ in: list })) },
    { weight: 2, arbitrary: text.map((startsWith) => ({ startsWith })) },
    { weight: 2, arbitrary: text.map((contains) => ({ contains })) },
    { weight: 1, arbitrary: fc.boolean().map((exists) => ({ exists })) },
  );
  return fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => Object.assign({}, ...parts));
};

const maybeText = (values: readonly string[]) => fc.option(stringFilter(values), { nil: null, freq: 3 });

const place: fc.Arbitrary<AddressFilter> = fc.record(
  {
    locality: maybeText(texts.locality),
    state: maybeText(texts.state),
    postalCode: maybeText(texts.postalCode),
    country: maybeText(texts.country),
  },
  { requiredKeys: [] },
);

/** A filter of related rows: a condition, or such in `and`, `or` and `not`, or the existence of a row. */
const related = <F extends object>(leaf: fc.Arbitrary<F>): fc.Arbitrary<F> =>
  fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 2, arbitrary: fc.boolean().map((exists) => ({ exists }) as unknown as F) },
    { weight: 1, arbitrary: leaf.map((not) => ({ not }) as unknown as F) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(leaf, fc.constantFrom({ exists: false }, { exists: true }, {})), { maxLength: 2 })
        .map((or) => ({ or }) as unknown as F),
    },
    { weight: 1, arbitrary: fc.array(leaf, { maxLength: 2 }).map((and) => ({ and }) as unknown as F) },
    { weight: 1, arbitrary: fc.constant({} as F) },
  );

const address = related(
  fc.oneof(
    { weight: 4, arbitrary: place },
    stringFilter(['lager sud', 'OFFICE', 'o', '9', 'x']).map((name): AddressFilter => ({ name })),
    stringFilter(['1 main', '1 Main St', 'x']).map((streetLine1): AddressFilter => ({ streetLine1 })),
    range.map((createdAt): AddressFilter => ({ createdAt })),
    fc.boolean().map((exists): AddressFilter => ({ phone: { exists } })),
  ),
);

/** The same or different filters for some, none and every row of a list. */
const listOf = <F extends object>(filter: fc.Arbitrary<F>) =>
  fc.record(
    {
      some: filter,
      none: filter,
      every: filter,
      count: fc
        .constantFrom(
          ...[null, { from: 1 }, { from: 2 }, { to: 0 }, { to: 1 }, { from: 0, to: 2 }, { from: 2, to: 2 }],
          ...[{ from: -1 }, { to: -1 }, { from: 2_147_483_647 }, { to: 2_147_483_647 }],
        )
        .chain((bounds) => fc.option(filter, { nil: null }).map((of) => bounds && { of, ...bounds })),
    },
    { requiredKeys: [] },
  );

const named = (ids: readonly string[], ...names: readonly string[]) =>
  related(
    fc.oneof(
      someOf(...ids).map((list) => ({ ids: list })),
      stringFilter(names).map((name) => ({ name })),
    ),
  );

const one = <T extends keyof CustomerFilter>(field: T, values: fc.Arbitrary<CustomerFilter[T]>) =>
  values.map((value): CustomerFilter => ({ [field]: value }));

/** Amounts near the base's credit limits, in each of its units. */
const quantity = fc.oneof(
  fc.boolean().map((exists): QuantityFilter => ({ exists })),
  fc
    .record(
      {
        from: maybe('-5', '0', '0.5', '1', '1000', '500', '1000.000000000000000000000000000001', '2', '-1.7'),
        to: maybe('0', '1', '-5', '999.999', '1000', '99999999999999999999999999999999999', '3'),
      },
      { requiredKeys: [] },
    )
    .filter(isAscending)
    .chain((bounds) =>
      fc.oneof(
        fc.constantFrom(...unitIds).map((unitId): QuantityFilter => ({ ...bounds, unitId })),
        fc
          .constantFrom('USD', 'EUR', 'kUSD', 'GBP', 'warm', 'xyz')
          .map((unit): QuantityFilter => ({ ...bounds, unit })),
      ),
    ),
);

/** Paths of which some lead to a text, some to another value, and some to null or nothing. */
const metadata = fc
  .constantFrom(['rating'], ['credit', 'score'], ['rating', '0'], ['rating', '1'], ['credit'], ['x', 'y'])
  .chain((path) =>
    fc
      .constantFrom<Omit<MetadataFilter, 'path'>>(
        ...[{ exists: true }, { exists: false }, { equals: 'A' }, { equals: '5' }, { equals: 'true' }],
        ...[{ equals: 'a' }, { equals: '' }, { equals: 'A', exists: true }, { equals: 'A', exists: false }],
        ...[{ in: ['A', '5'] }, { in: [] }, { contains: 'a' }, { contains: 'score' }, { from: '5' }],
        ...[{ to: '5' }, { from: '4.9', to: '5.1' }, { from: '5.01' }, { from: '5', equals: '5' }],
      )
      .map((condition): MetadataFilter => ({ path, ...condition })),
  );

const total = fc.oneof(
  fc.boolean().map((exists) => ({ exists })),
  fc
    .record(
      {
        from: maybe('-5', '0', '99.5', '1000', '1000.000000000000000000000000000001'),
        to: maybe('0', '99.49', '99.5', '1000'),
        currencyCode: fc.constantFrom('USD', 'eur', 'CHF', 'SEK'),
      },
      { requiredKeys: ['currencyCode'] },
    )
    .filter(isAscending),
);

const orderCondition: fc.Arbitrary<OrderFilter> = fc.oneof(
  someOf('PLACED', 'APPROVED', 'CANCELLED', 'DRAFT').map((statuses) => ({ statuses })),
  someOf('PAID', 'UNPAID', 'AUTHORIZED').map((paymentStatuses) => ({ paymentStatuses })),
  someOf('FULFILLED', 'IN_PROGRESS', 'UNFULFILLED').map((fulfillmentStatuses) => ({ fulfillmentStatuses })),
  someOf(idOf('ord', 0), idOf('ord', 101), idOf('ord', 'nowhere')).map((ids) => ({ ids })),
  someOf(...headIds).map((customerIds) => ({ customerIds })),
  stringFilter([...orderNumbers, '839', 'web', 'a1', '%']).map((number) => ({ number })),
  total.map((each) => ({ total: each })),
  range.map((placedAt) => ({ placedAt })),
  range.map((createdAt) => ({ createdAt })),
);

/** Up to two conditions on an order, also combined. */
export const orderFilter: fc.Arbitrary<OrderFilter> = related(
  fc.array(orderCondition, { maxLength: 2 }).map((parts): OrderFilter => Object.assign({}, ...parts)),
);

const returned: fc.Arbitrary<Filter<'Return'>> = related(
  fc.oneof(
    someOf('APPROVED', 'RECEIVED', 'REQUESTED', 'DRAFT').map((statuses): Filter<'Return'> => ({ statuses })),
    stringFilter(['RET', 'ret-1', 'ä', 'x']).map((number): Filter<'Return'> => ({ number })),
    orderFilter.map((order): Filter<'Return'> => ({ order })),
    range.map((createdAt): Filter<'Return'> => ({ createdAt })),
  ),
);

const recurring: fc.Arbitrary<Filter<'OrderSubscription'>> = related(
  fc.oneof(
    someOf('ACTIVE', 'CANCELLED', 'DRAFT').map((statuses): Filter<'OrderSubscription'> => ({ statuses })),
    stringFilter(['sub-', 'SUB-A', 'x']).map((number): Filter<'OrderSubscription'> => ({ number })),
    stringFilter(['week', 'Monthly']).map((frequency): Filter<'OrderSubscription'> => ({ frequency })),
    range.map((startsAt): Filter<'OrderSubscription'> => ({ startsAt })),
    range.map((expiresAt): Filter<'OrderSubscription'> => ({ expiresAt })),
    range.map((nextRunAt): Filter<'OrderSubscription'> => ({ nextRunAt })),
  ),
);

const subscription: fc.Arbitrary<Filter<'CustomerSubscription'>> = related(
  fc.oneof(
    stringFilter(['b@', 'A@shop.example', 'x']).map(
      (customerEmail): Filter<'CustomerSubscription'> => ({
        customerEmail,
      }),
    ),
    stringFilter(['NEWS', 'off', 'x']).map((reference): Filter<'CustomerSubscription'> => ({ reference })),
  ),
);

const payment: fc.Arbitrary<Filter<'PaymentSource'>> = related(
  fc.oneof(
    stringFilter(['visa', '4242', 'buro', 'x']).map((name): Filter<'PaymentSource'> => ({ name })),
    stringFilter(['stripe', 'WIRE_TRANSFERS', '_']).map((type): Filter<'PaymentSource'> => ({ type })),
  ),
);

const skuList: fc.Arbitrary<Filter<'SkuList'>> = related(
  fc.oneof(
    stringFilter(['list', 'wunsche', '2', 'x']).map((name): Filter<'SkuList'> => ({ name })),
    stringFilter(['wue', 'list', 'x']).map((slug): Filter<'SkuList'> => ({ slug })),
    stringFilter(['zoe', 'for', 'x']).map((description): Filter<'SkuList'> => ({ description })),
  ),
);

const file: fc.Arbitrary<Filter<'Attachment'>> = related(
  fc.oneof(
    stringFilter(['contract', 'preise o', '.', 'x']).map((name): Filter<'Attachment'> => ({ name })),
    stringFilter(['grosse', 'B', 'x']).map((description): Filter<'Attachment'> => ({ description })),
    range.map((createdAt): Filter<'Attachment'> => ({ createdAt })),
  ),
);

const record: fc.Arbitrary<Filter<'SourceRecord'>> = fc.oneof(
  fc.constantFrom('AUGNO', 'COMMERCE_LAYER', 'OTHER').map((system) => ({ system })),
  stringFilter(['augno:4-0', 'OTHER', '1', 'x']).map((sourceId) => ({ sourceId })),
  range.map((seenAt) => ({ seenAt })),
  range.map((modifiedAt) => ({ modifiedAt })),
  range.map((goneAt) => ({ goneAt })),
  fc.record({ system: fc.constant('AUGNO' as const), seenAt: range }),
  fc.constant({}),
);

const plainEvent: fc.Arbitrary<Filter<'CustomerEvent'>> = fc.oneof(
  someOf('UPDATE', 'IMPORT', 'CREATE').map((actions) => ({ actions })),
  someOf('CREDIT_LIMIT', 'NAME', 'CONTACT_INFO', 'OTHER').map((fields) => ({ fields })),
  someOf('ACCOUNT_USER', 'SERVICE', 'SOURCE').map((actorTypes) => ({ actorTypes })),
  someOf('billing', 'InventoryPro', 'nobody').map((actors) => ({ actors })),
  fc.boolean().map((bySalesRep) => ({ bySalesRep })),
  range.map((occurredAt) => ({ occurredAt })),
);
const event: fc.Arbitrary<Filter<'CustomerEvent'>> = fc.oneof(
  { weight: 4, arbitrary: plainEvent },
  plainEvent.map((not) => ({ not })),
  fc.array(plainEvent, { maxLength: 2 }).map((and) => ({ and })),
);

const sumOfOrders = fc
  .record(
    {
      of: fc.option(orderFilter, { nil: null }),
      from: maybe('-5', '0', '99.5', '1000', '2000.5'),
      to: maybe('-0.1', '0', '99.49', '1000', '5000'),
      currencyCode: fc.constantFrom('USD', 'eur', 'CHF', 'SEK'),
    },
    { requiredKeys: ['currencyCode'] },
  )
  .filter(
    ({ from, to }) => (from != null || to != null) && isAscending({ from: from ?? null, to: to ?? null }),
  );

const sharedFields = [
  ...(['ADDRESS', 'BILLING_ACCOUNT', 'CONTACT_EMAIL', 'CONTACT_NAME', 'CONTACT_PHONE'] as const),
  ...(['CONTACT_URL', 'NAME', 'NUMBER', 'REFERENCE', 'SHOPPER_EMAIL', 'SHORT_ID'] as const),
];

const addressParts = ['ADDRESS', 'COUNTRY', 'LOCALITY', 'POSTAL_CODE', 'STATE', 'STREET'] as const;

const parentFields = [
  'BILLING',
  'CARRIER',
  'COMMISSION_POLICY',
  'CREDIT_LIMIT',
  'CUSTOMER_GROUP',
  'EDI_STATUS',
  'FREIGHT_POLICY',
  'PAYMENT_TERM',
  'PRICE_GROUPS',
  'PRIORITY',
  'SALES_REP',
  'SERVICE_LEVEL',
  'SHIPPING_TERM',
  'STATUS',
  'TAGS',
  'TYPE',
] as const;

const textConditions = fc.oneof(
  one('name', stringFilter(['anders', 'ANDERS', 'ärmel ag', 'arm', 'Öl', '100%', 'strasse', '~', '😀', ' '])),
  one('number', stringFilter(['c-', 'C-0-0', '1', '-7', 'c-7919'])),
  one('shortId', stringFilter(['short3', 'SHORT', '9', 'x'])),
  one('reference', stringFilter(['ref/4', 'REF/', '8', 'x'])),
  one('contactName', stringFilter(contactNames)),
  one('contactEmail', stringFilter(['ANN@mail.example', 'bob', '@mail', 'x'])),
  one('contactPhone', stringFilter([...phones, '+49', '0', '77'])),
  one('contactFax', stringFilter(['+1', '555', 'x'])),
  one('contactUrl', stringFilter(['https://', 'example', 'x'])),
  one('shopperEmail', stringFilter(['buyer1', 'BUYER', '@shop.example', 'x'])),
  one('note', stringFilter(notes)),
  one('billingAccount', stringFilter(['acct', 'ACCT-1', 'x'])),
);

/** Conditions on related rows, except customers. */
function relations(settings: Settings): fc.Arbitrary<CustomerFilter> {
  const { typeGroups, priceGroups, carriers, paymentTerms, shippingTerms, customerGroups } = settings;
  return fc.oneof(
    one('type', named(typeGroups.slice(0, 3), 'grp', 'GRP 1', '2')),
    one('customerGroup', named(customerGroups.slice(0, 3), 'cgr', 'CGR 1', '2')),
    one(
      'salesRep',
      related(
        fc.oneof(
          someOf(...settings.accountUsers.slice(0, 3)).map((ids): Filter<'AccountUser'> => ({ ids })),
          stringFilter(userNames).map((name): Filter<'AccountUser'> => ({ name })),
          stringFilter(['rep1', '@', 'X']).map((email): Filter<'AccountUser'> => ({ email })),
          someOf('ACTIVE', 'DISABLED').map((statuses): Filter<'AccountUser'> => ({ statuses })),
        ),
      ),
    ),
    one('carrier', named(carriers.slice(0, 3), 'crr', 'CRR 1', '2')),
    one(
      'serviceLevel',
      related(
        named(carriers.slice(0, 3), 'crr 1', '2').map((carrier): Filter<'ServiceLevel'> => ({ carrier })),
      ),
    ),
    one('paymentTerm', named(paymentTerms.slice(0, 3), 'ptm', 'PTM 1', '2')),
    one('shippingTerm', named(shippingTerms.slice(0, 3), 'stm', 'STM 1', '2')),
    one('priority', related(someOf('LOW', 'NORMAL', 'HIGH').map((codes): Filter<'Priority'> => ({ codes })))),
    one('priceGroups', listOf(named(priceGroups.slice(0, 4), 'grp', 'GRP 101', '2'))),
    one('addresses', listOf(address)),
    one('orders', listOf(orderFilter)),
    one(
      'orders',
      sumOfOrders.map((sum) => ({ sum })),
    ),
    one('events', listOf(event)),
    one(
      'exceedsCreditLimit',
      orderFilter.filter((filter) => filter.exists !== false),
    ),
    one('equalTexts', someOf('CONTACT_EMAIL', 'SHOPPER_EMAIL', 'NAME', 'CONTACT_NAME')),
    one('pinned', someOf('NAME', 'STATUS', 'METADATA', 'NOTE')),
    one(
      'sourcesDiffer',
      fc.record(
        {
          fieldGroups: fc.subarray([
            ...(['NAME', 'NOTE', 'PRICE_GROUPS', 'CREDIT_LIMIT', 'METADATA', 'CONTACT_EMAIL'] as const),
          ]),
          systems: someOf('AUGNO', 'OTHER'),
        },
        { requiredKeys: ['fieldGroups'] },
      ),
    ),
    one('sharesWithAnother', someOf(...sharedFields)),
    one('shipToDiffersFromBillTo', someOf(...addressParts)),
    one('lastOrderAt', range),
    one('sources', listOf(record)),
    one('returns', listOf(returned)),
    one('orderSubscriptions', listOf(recurring)),
    one('subscriptions', listOf(subscription)),
    one('paymentSources', listOf(payment)),
    one('skuLists', listOf(skuList)),
    one('attachments', listOf(file)),
    one('tag', named(settings.tags.slice(0, 3), ...tagNames, 'VI')),
    one('billToAddress', address),
    one('shipToAddress', address),
  );
}

/** Conditions on the parent and the children, whose own conditions are not on customers. */
function kin(settings: Settings): fc.Arbitrary<CustomerFilter> {
  const near = related(fc.oneof(ownConditions(settings), textConditions, relations(settings)));
  return fc.oneof(
    one('parent', near),
    one('children', listOf(near)),
    one('differsFromParent', someOf(...parentFields)),
  );
}

const conditions = (settings: Settings): fc.Arbitrary<CustomerFilter> =>
  fc.oneof(
    { weight: 6, arbitrary: ownConditions(settings) },
    { weight: 2, arbitrary: textConditions },
    { weight: 1, arbitrary: one('creditLimit', quantity) },
    { weight: 3, arbitrary: relations(settings) },
    { weight: 2, arbitrary: kin(settings) },
  );

function ownConditions(settings: Settings): fc.Arbitrary<CustomerFilter> {
  const nowhere = idOf('grp', 'nowhere');
  return fc.oneof(
    one('ids', someOf(...headIds, idOf('cus', 30), idOf('cus', 'foreign1'))),
    one('typeIds', someOf(...settings.typeGroups.slice(0, 4), nowhere)),
    one('priceGroupIds', someOf(...settings.priceGroups.slice(0, 5), nowhere)),
    one('customerGroupIds', someOf(...settings.customerGroups.slice(0, 3), idOf('cgr', 'nowhere'))),
    one('salesRepIds', someOf(...settings.accountUsers.slice(0, 4))),
    one('statuses', someOf('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
    one('shippingTermIds', someOf(...settings.shippingTerms.slice(0, 3))),
    one('paymentTermIds', someOf(...settings.paymentTerms.slice(0, 3), idOf('ptm', 'nowhere'))),
    one('commissionPolicies', someOf('COMMISSION_APPLIED', 'COMMISSION_EXEMPT')),
    one('freightPolicies', someOf('FREE_FREIGHT', 'BILLED_FREIGHT')),
    one('carrierIds', someOf(...settings.carriers.slice(0, 3))),
    one('serviceLevelIds', someOf(...settings.serviceLevels.map(({ id }) => id))),
    one('parentAccountStatus', maybe('PARENT', 'NON_PARENT')),
    one('relationshipTypes', someOf('STANDALONE', 'PARENT', 'CHILD')),
    one('ediStatuses', someOf('ENABLED', 'DISABLED')),
    one('shopperStatuses', someOf('PROSPECT', 'ACQUIRED', 'REPEAT')),
    one('tags', someOf(...tagNames, 'VIP')),
    one('address', address),
    one('createdAt', range),
    one('updatedAt', range),
    one('active', maybe(true, false)),
    one('modes', someOf('TEST', 'LIVE')),
    one('hasConflicts', maybe(true, false)),
    one('parentIds', someOf(...headIds.slice(0, 4), idOf('cus', 'nowhere'))),
    one('sourceSystems', someOf('AUGNO', 'COMMERCE_LAYER', 'OTHER')),
    one('metadata', metadata),
    one('acceptsInvoiceEmails', maybe(true, false)),
    one('billingTypes', someOf('SENDER', 'THIRD_PARTY')),
    one('discontinuedAt', range),
    one(
      'totalOrdersCount',
      fc
        .record(
          { from: maybe(0, 1, 7, -1), to: maybe(0, 1, 2_147_483_647), exists: maybe(true, false) },
          { requiredKeys: [] },
        )
        .filter(isAscending),
    ),
  );
}

/** Up to three conditions, and filters nested up to the depth. */
export function customerFilter(settings: Settings, depth = 2): fc.Arbitrary<CustomerFilter> {
  const leaves = conditions(settings);
  if (depth === 0) return leaves;
  const inner = customerFilter(settings, depth - 1);
  const part = fc.oneof(
    { weight: 5, arbitrary: leaves },
    { weight: 1, arbitrary: one('and', fc.array(inner, { maxLength: 2 })) },
    { weight: 2, arbitrary: one('or', fc.array(inner, { maxLength: 3 })) },
    { weight: 2, arbitrary: one('not', fc.option(inner, { nil: null })) },
  );
  return fc.array(part, { maxLength: 3 }).map((parts) => Object.assign({}, ...parts));
}

const sortFields = [
  'CREATED_AT',
  'UPDATED_AT',
  'NAME',
  'NUMBER',
  'STATUS',
  'CREDIT_LIMIT',
  'TOTAL_ORDERS_COUNT',
  'SHORT_ID',
  'DISCONTINUED_AT',
];

/** Up to four keys, each with a direction; a key without one is ascending. */
export const customerOrder: fc.Arbitrary<readonly CustomerSort[] | null> = fc.option(
  fc.uniqueArray(
    fc.record(
      { field: fc.constantFrom(...sortFields), direction: fc.constantFrom('ASC', 'DESC') },
      { requiredKeys: ['field'] },
    ),
    { maxLength: 4, selector: ({ field }) => field },
  ),
  { nil: null },
);

const words = ['and', 'ANDERS', 'ärm', 'SOHNE', 'strasse', 'straße', '%', '_', 'c-', '-7', 'süd', 'dock 9'];
const query = fc
  .array(
    fc.constantFrom(
      ...words,
      'mail.example',
      'BUYER',
      'short',
      'ref/',
      phones[1],
      '4077',
      '83960698',
      '8396',
      'web-a1',
    ),
    {
      maxLength: 2,
    },
  )
  .map((parts) => parts.join('  '));

/** One or two of the filters that facets exclude from their own count. */
export const dimensionFilter = (settings: Settings): fc.Arbitrary<CustomerFilter> =>
  fc
    .array(
      fc.oneof(
        one('statuses', someOf('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
        one('typeIds', someOf(...settings.typeGroups.slice(0, 3))),
        one('priceGroupIds', someOf(...settings.priceGroups.slice(0, 4))),
        one('carrierIds', someOf(...settings.carriers.slice(0, 3))),
        one('customerGroupIds', someOf(...settings.customerGroups.slice(0, 3), idOf('cgr', 'nowhere'))),
        one('salesRepIds', someOf(...settings.accountUsers.slice(0, 3))),
        one('paymentTermIds', someOf(...settings.paymentTerms.slice(0, 3))),
        one('shippingTermIds', someOf(...settings.shippingTerms.slice(0, 3))),
        one('tags', someOf(...tagNames, 'VIP')),
        one('sourceSystems', someOf('AUGNO', 'COMMERCE_LAYER', 'OTHER')),
        { weight: 2, arbitrary: one('address', address) },
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((parts) => Object.assign({}, ...parts));

/** The arguments of a list of customers: mostly a filter, rarely a search. */
export const customerChoice = (settings: Settings): fc.Arbitrary<CustomerChoice> =>
  fc.record(
    {
      filter: fc.option(customerFilter(settings), { nil: null }),
      query: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(null, '', ' ') },
        { weight: 1, arbitrary: query },
      ),
      orderBy: customerOrder,
    },
    { requiredKeys: [] },
  );
