import type { CustomerFilter as Filter } from '../db/customer-filter.ts';
import { maxQueryLength } from '../db/search-words.ts';
import { conditionCount, maxConditions } from '../db/work.ts';
import { CommissionPolicy, FreightPolicy } from './account-group.ts';
import { builder } from './builder.ts';
import { CustomerStatus, EdiStatus, Mode, ParentAccountStatus, RelationshipType } from './customer-enums.ts';
import { maxPageSize } from './page-size.ts';
import { requestError } from './request-error.ts';
import { ShopperStatus } from './shopper.ts';

const AddressFilter = builder.inputType('AddressFilter', {
  description:
    'What one single address must match. Every comparison is exact, case included; what is absent or null restricts nothing.',
  fields: (t) => ({
    city: t.string({ description: 'The city or town, `Geolocation.locality`.' }),
    state: t.string({ description: 'The state or province, as the country abbreviates it: `IL`.' }),
    postalCode: t.string({ description: 'The ZIP or postal code.' }),
    country: t.string({ description: 'The ISO 3166-1 alpha-2 code: `US`.' }),
  }),
});

const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A stretch of time. Both bounds belong to it; one that is absent or null is open.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The first instant.' }),
    to: t.field({ type: 'DateTime', description: 'The last instant.' }),
  }),
});

const list = (description: string) => ({ description: `${description} At most ${maxPageSize}.` });

export const CustomerFilter = builder.inputRef<Filter>('CustomerFilter');

CustomerFilter.implement({
  description:
    'What customers must match. Fields combine with AND; the values of a list combine with OR. Absent or null restricts nothing, an empty list matches nothing, and so does an id that is not the account’s. At most 50 conditions, nested ones included. Filters look at the customer’s own fields, not at what its groups bring.',
  fields: (t) => ({
    and: t.field({
      type: [CustomerFilter],
      description: 'All of these hold. An empty list restricts nothing.',
    }),
    or: t.field({
      type: [CustomerFilter],
      description: 'At least one of these holds. An empty list matches nothing.',
    }),
    not: t.field({
      type: CustomerFilter,
      description: 'This does not hold: customers without a value count as not matching it.',
    }),
    ids: t.idList(list('The customer’s id.')),
    customerGroupIds: t.idList(list('The customer’s type: ids of account groups of type TYPE_GROUP.')),
    pricingGroupIds: t.idList(
      list('Any of the customer’s price groups: ids of account groups of type PRICING_GROUP.'),
    ),
    salesRepIds: t.idList(list('The default sales rep: ids of account users.')),
    statuses: t.field({ type: [CustomerStatus], ...list('The status.') }),
    shippingTermIds: t.idList(list('The default shipping term.')),
    paymentTermIds: t.idList(list('The default payment term.')),
    commissionPolicies: t.field({
      type: [CommissionPolicy],
      ...list('The customer’s own commission policy, not what `effective` says.'),
    }),
    freightPolicies: t.field({
      type: [FreightPolicy],
      ...list('The customer’s own freight policy, not what `effective` says.'),
    }),
    carrierIds: t.idList(list('The default carrier.')),
    serviceLevelIds: t.idList(list('The default service level.')),
    parentAccountStatus: t.field({
      type: ParentAccountStatus,
      description: 'Whether the customer has children.',
    }),
    relationshipTypes: t.field({ type: [RelationshipType], ...list('The place in the hierarchy.') }),
    ediStatuses: t.field({ type: [EdiStatus], ...list('Whether EDI is enabled.') }),
    address: t.field({
      type: AddressFilter,
      description: 'One single address of the customer must match everything given here.',
    }),
    createdAt: t.field({ type: DateTimeRange, description: 'When the customer was created.' }),
    updatedAt: t.field({ type: DateTimeRange, description: 'When the customer was last changed.' }),
    active: t.boolean({ description: 'True: only active customers; false: only discontinued ones.' }),
    shopperStatuses: t.field({
      type: [ShopperStatus],
      ...list('The shopper’s status; customers without shopper match none.'),
    }),
    tags: t.stringList(list('Any of the customer’s tags, by name.')),
    mode: t.field({ type: Mode, description: 'The shop environment.' }),
  }),
});

const maxDepth = 10;
const maxFilters = 100;
const maxWords = 10;

/** How many filters are nested in one another, and how many there are in all. */
function checkNesting(filter: Filter): void {
  let count = 0;
  const visit = (each: Filter, depth: number): void => {
    count += 1;
    if (depth > maxDepth)
      throw requestError(
        'LIMIT_EXCEEDED',
        `\`filter\` is nested more than ${maxDepth} deep; put conditions side by side.`,
      );
    if (count > maxFilters)
      throw requestError(
        'LIMIT_EXCEEDED',
        `\`filter\` is made of more than ${maxFilters} filters; use lists of values where possible.`,
      );
    for (const inner of [...(each.and ?? []), ...(each.or ?? []), ...(each.not ? [each.not] : [])])
      visit(inner, depth + 1);
  };
  visit(filter, 1);
  const conditions = conditionCount(filter);
  if (conditions > maxConditions)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`filter\` has ${conditions} conditions; the maximum is ${maxConditions}. Use lists of values where possible.`,
    );
}

function checkQuery(query: string): void {
  if (query.length > maxQueryLength)
    throw requestError(
      'LIMIT_EXCEEDED',
      `\`query\` is ${query.length} characters long; it can have at most ${maxQueryLength}.`,
    );
  const words = query.trim().split(/\s+/).length;
  if (words > maxWords)
    throw requestError('LIMIT_EXCEEDED', `\`query\` has ${words} words; it can have at most ${maxWords}.`);
}

interface Chosen {
  readonly filter?: Filter | null | undefined;
  readonly query?: string | null | undefined;
}

/** What restricts a list of customers, within the limits. */
export function customerWhere({ filter, query }: Chosen) {
  if (filter) checkNesting(filter);
  if (query) checkQuery(query);
  return { filter: filter ?? null, query: query?.trim() || null };
}
