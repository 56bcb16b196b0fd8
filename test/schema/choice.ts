import fc from 'fast-check';
import type { AddressFilter, CustomerFilter } from '../../src/db/read/filter/filters.ts';
import type { StringFilter } from '../../src/db/read/filter/text.ts';
import { headIds, instants, phones } from './base.ts';
import { idOf, places, type Settings, tagNames } from './base-settings.ts';
import type { CustomerChoice } from './listing.ts';
import type { CustomerSort } from './oracle.ts';

/** Mostly some of the values; sometimes an empty list, or no list. */
function someOf<T>(...values: readonly T[]): fc.Arbitrary<readonly T[] | null> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.subarray([...values], { minLength: 1 }) },
    { weight: 1, arbitrary: fc.constantFrom([], null) },
  );
}

const maybe = <T>(...values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: null, freq: 3 });

/** The same times as in the base, in other spellings, and some between them. */
const bounds = [
  ...instants,
  '2024-02-29T13:00:00+01:00',
  '2024-02-29T12:00:00.0005Z',
  '2024-06-01T00:00:00Z',
];
const range = fc.record({ from: maybe(...bounds), to: maybe(...bounds) }, { requiredKeys: [] });

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

const address: fc.Arbitrary<AddressFilter> = fc.record(
  {
    locality: maybeText(texts.locality),
    state: maybeText(texts.state),
    postalCode: maybeText(texts.postalCode),
    country: maybeText(texts.country),
  },
  { requiredKeys: [] },
);

const one = <T extends keyof CustomerFilter>(field: T, values: fc.Arbitrary<CustomerFilter[T]>) =>
  values.map((value): CustomerFilter => ({ [field]: value }));

function conditions(settings: Settings): fc.Arbitrary<CustomerFilter> {
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
  .array(fc.constantFrom(...words, 'mail.example', 'BUYER', 'short', 'ref/', phones[1], '4077'), {
    maxLength: 2,
  })
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
