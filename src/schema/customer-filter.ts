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
    'The conditions that a single address must match. Comparisons are exact and case-sensitive; absent or null fields do not restrict.',
  fields: (t) => ({
    city: t.string({ description: 'Matches addresses in this city or town (`Geolocation.locality`).' }),
    state: t.string({
      description:
        'Matches addresses in this state or province, in the abbreviation used in the country: `IL`.',
    }),
    postalCode: t.string({ description: 'Matches addresses with this ZIP or postal code.' }),
    country: t.string({
      description: 'Matches addresses in the country with this ISO 3166-1 alpha-2 code: `US`.',
    }),
  }),
});

const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A range of time. Both bounds are inclusive; an absent or null bound is open.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The start of the range.' }),
    to: t.field({ type: 'DateTime', description: 'The end of the range.' }),
  }),
});

const list = (description: string) => ({ description: `${description} At most ${maxPageSize} values.` });

export const CustomerFilter = builder.inputRef<Filter>('CustomerFilter');

CustomerFilter.implement({
  description:
    'The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict; an empty list or an id that does not exist in the account matches nothing. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups.',
  fields: (t) => ({
    and: t.field({
      type: [CustomerFilter],
      description: 'Matches customers that match all of these filters. An empty list does not restrict.',
    }),
    or: t.field({
      type: [CustomerFilter],
      description:
        'Matches customers that match at least one of these filters. An empty list matches nothing.',
    }),
    not: t.field({
      type: CustomerFilter,
      description:
        'Matches customers that do not match this filter. Customers without a value count as not matching it.',
    }),
    ids: t.idList(list('Matches customers with these ids.')),
    customerGroupIds: t.idList(
      list('Matches customers whose type is one of these account groups of type `TYPE_GROUP`.'),
    ),
    pricingGroupIds: t.idList(
      list('Matches customers in any of these price groups, account groups of type `PRICING_GROUP`.'),
    ),
    salesRepIds: t.idList(list('Matches customers whose default sales rep is one of these account users.')),
    statuses: t.field({ type: [CustomerStatus], ...list('Matches customers with one of these statuses.') }),
    shippingTermIds: t.idList(list('Matches customers with one of these default shipping terms.')),
    paymentTermIds: t.idList(list('Matches customers with one of these default payment terms.')),
    commissionPolicies: t.field({
      type: [CommissionPolicy],
      ...list(
        'Matches customers whose own commission policy, not the `effectivePolicies` one, is one of these.',
      ),
    }),
    freightPolicies: t.field({
      type: [FreightPolicy],
      ...list(
        'Matches customers whose own freight policy, not the `effectivePolicies` one, is one of these.',
      ),
    }),
    carrierIds: t.idList(list('Matches customers with one of these default carriers.')),
    serviceLevelIds: t.idList(list('Matches customers with one of these default service levels.')),
    parentAccountStatus: t.field({
      type: ParentAccountStatus,
      description: 'Matches customers with or without children.',
    }),
    relationshipTypes: t.field({
      type: [RelationshipType],
      ...list('Matches customers at one of these positions in the hierarchy.'),
    }),
    ediStatuses: t.field({ type: [EdiStatus], ...list('Matches customers with one of these EDI statuses.') }),
    address: t.field({
      type: AddressFilter,
      description: 'Matches customers that have a single address that matches everything given here.',
    }),
    createdAt: t.field({
      type: DateTimeRange,
      description: 'Matches customers created in this range of time.',
    }),
    updatedAt: t.field({
      type: DateTimeRange,
      description: 'Matches customers last changed in this range of time.',
    }),
    active: t.boolean({ description: 'Matches active customers if true, discontinued customers if false.' }),
    shopperStatuses: t.field({
      type: [ShopperStatus],
      ...list('Matches customers with one of these shopper statuses, never those without a shopper.'),
    }),
    tags: t.stringList(list('Matches customers that have any of these tags, by name.')),
    mode: t.field({ type: Mode, description: 'Matches customers of this shop environment.' }),
  }),
});

const maxDepth = 10;
const maxFilters = 100;
const maxWords = 10;

/** Checks the depth of nested filters, their number, and the number of conditions. */
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

/** The conditions of a list of customers, after checking their limits. */
export function customerWhere({ filter, query }: Chosen) {
  if (filter) checkNesting(filter);
  if (query) checkQuery(query);
  return { filter: filter ?? null, query: query?.trim() || null };
}
