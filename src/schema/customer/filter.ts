import type { CustomerFilter as Filter } from '../../db/read/customer-filter.ts';
import { CommissionPolicy, FreightPolicy } from '../reference-data/account-group.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { ShopperStatus } from '../shop/shopper.ts';
import { AddressFilter } from './address-filter.ts';
import { CustomerStatus, EdiStatus, Mode, ParentAccountStatus, RelationshipType } from './enums.ts';
import { checkFilter, checkQuery } from './filter-check.ts';

const DateTimeRange = builder.inputType('DateTimeRange', {
  description: 'A range of time. Both bounds are inclusive; an absent or null bound is open.',
  fields: (t) => ({
    from: t.field({ type: 'DateTime', description: 'The start of the range.' }),
    to: t.field({ type: 'DateTime', description: 'The end of the range.' }),
  }),
});

const listOption = (description: string) => ({
  description: `${description} At most ${maxPageSize} values.`,
});

export const CustomerFilter = builder.inputRef<Filter>('CustomerFilter');

CustomerFilter.implement({
  description:
    'The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict; an empty list or an id that does not exist in the account matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups.',
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
    ids: t.idList(listOption('Matches customers with these ids.')),
    typeIds: t.idList(
      listOption('Matches customers whose type is one of these account groups of type `TYPE_GROUP`.'),
    ),
    priceGroupIds: t.idList(
      listOption('Matches customers in any of these price groups, account groups of type `PRICING_GROUP`.'),
    ),
    customerGroupIds: t.idList(listOption('Matches customers in one of these customer groups of the shop.')),
    salesRepIds: t.idList(
      listOption('Matches customers whose default sales rep is one of these account users.'),
    ),
    statuses: t.field({
      type: [CustomerStatus],
      ...listOption('Matches customers with one of these statuses.'),
    }),
    shippingTermIds: t.idList(listOption('Matches customers with one of these default shipping terms.')),
    paymentTermIds: t.idList(listOption('Matches customers with one of these default payment terms.')),
    commissionPolicies: t.field({
      type: [CommissionPolicy],
      ...listOption(
        'Matches customers whose own commission policy, not the `effectivePolicies` one, is one of these.',
      ),
    }),
    freightPolicies: t.field({
      type: [FreightPolicy],
      ...listOption(
        'Matches customers whose own freight policy, not the `effectivePolicies` one, is one of these.',
      ),
    }),
    carrierIds: t.idList(listOption('Matches customers with one of these default carriers.')),
    serviceLevelIds: t.idList(listOption('Matches customers with one of these default service levels.')),
    parentAccountStatus: t.field({
      type: ParentAccountStatus,
      description: 'Matches customers with or without children.',
    }),
    relationshipTypes: t.field({
      type: [RelationshipType],
      ...listOption('Matches customers at one of these positions in the hierarchy.'),
    }),
    ediStatuses: t.field({
      type: [EdiStatus],
      ...listOption('Matches customers with one of these EDI statuses.'),
    }),
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
      ...listOption('Matches customers with one of these shopper statuses, never those without a shopper.'),
    }),
    tags: t.stringList(listOption('Matches customers that have any of these tags, by name.')),
    modes: t.field({
      type: [Mode],
      ...listOption('Matches customers whose mode, test or live, is one of these.'),
    }),
    hasConflicts: t.boolean({
      description: 'Matches customers with `conflicts` if true, customers without any if false.',
    }),
  }),
});

interface Chosen {
  readonly filter?: Filter | null | undefined;
  readonly query?: string | null | undefined;
}

export function customerWhere({ filter, query }: Chosen) {
  if (filter) checkFilter(filter);
  if (query) checkQuery(query);
  return { filter: filter ?? null, query: query?.trim() || null };
}
