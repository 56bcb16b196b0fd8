import type { Row } from '../../db/model/table.ts';
import { type Dimension, type FacetValue, maxFacetValues } from '../../db/read/facet.ts';
import { prices } from '../../prices.ts';
import { AccountUser } from '../account/account-user.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { Carrier } from '../reference-data/carrier.ts';
import { builder } from '../relay/builder.ts';
import type { Connection } from '../relay/connection.ts';
import { reads } from '../relay/reads.ts';
import { theOne } from '../relay/relation.ts';
import { CustomerStatus } from './enums.ts';

const count = { description: 'The number of customers in the list that have the value.' };

const CustomerStatusFacet = builder.objectRef<FacetValue>('CustomerStatusFacet');
const StringFacet = builder.objectRef<FacetValue>('StringFacet');

builder.objectType(CustomerStatusFacet, {
  description: 'A status, with the number of customers that have it.',
  fields: (t) => ({
    value: t.field({
      type: CustomerStatus,
      description: 'The status.',
      extensions: reads(),
      // The database contains only the enum's values.
      resolve: ({ value }) => value as Row<'Customer'>['status'],
    }),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(StringFacet, {
  description: 'A string value, with the number of customers that have it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value.' }),
    count: t.exposeInt('count', count),
  }),
});

const AccountGroupFacet = builder.objectRef<FacetValue>('AccountGroupFacet');
const CarrierFacet = builder.objectRef<FacetValue>('CarrierFacet');
const AccountUserFacet = builder.objectRef<FacetValue>('AccountUserFacet');

builder.objectType(AccountGroupFacet, {
  description: 'An account group, with the number of customers in it.',
  fields: (t) => ({
    value: t.field(theOne(AccountGroup, 'value', 'The group.')),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(CarrierFacet, {
  description: 'A carrier, with the number of customers that have it as default.',
  fields: (t) => ({
    value: t.field(theOne(Carrier, 'value', 'The carrier, which may be deleted.')),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(AccountUserFacet, {
  description: 'An account user, with the number of customers that have this user as sales rep.',
  fields: (t) => ({
    value: t.field(theOne(AccountUser, 'value', 'The account user.')),
    count: t.exposeInt('count', count),
  }),
});

export const CustomerFacets = builder.objectRef<Connection<'Customer'>>('CustomerFacets');

/** The extensions of a facet, which is counted over all matches of the list. */
const facetOf = ({ units }: { readonly units: number }) => ({
  cost: { base: units, size: maxFacetValues, passes: 1 },
  ...reads(),
});

const extensions = facetOf(prices.facet);

const load =
  (dimension: Dimension) =>
  ({ list, parentId, request, loaders }: Connection<'Customer'>) =>
    loaders.facet(list, request.where, dimension).defer(parentId);

builder.objectType(CustomerFacets, {
  description:
    'The number of customers per value, for filters with counts. Counts apply the query and filter of the list, except that each facet ignores the filter’s field of its own dimension, so that a count is the result of selecting that value instead (conditions nested in `and`, `or` and `not` always apply). A facet has at most 100 values, most customers first; values selected in the filter are always included, with count 0 if no customer has them. Customers without a value are not counted.',
  fields: (t) => ({
    statuses: t.field({
      type: [CustomerStatusFacet],
      description: 'The counts by status. Ignores `filter.statuses`.',
      extensions,
      resolve: load('statuses'),
    }),
    types: t.field({
      type: [AccountGroupFacet],
      description: 'The counts by customer type. Ignores `filter.typeIds`.',
      extensions,
      resolve: load('types'),
    }),
    priceGroups: t.field({
      type: [AccountGroupFacet],
      description:
        'The counts by price group; a customer counts in each of its price groups. Ignores `filter.priceGroupIds`.',
      extensions: facetOf(prices.facetPriceGroups),
      resolve: load('priceGroups'),
    }),
    carriers: t.field({
      type: [CarrierFacet],
      description: 'The counts by default carrier. Ignores `filter.carrierIds`.',
      extensions,
      resolve: load('carriers'),
    }),
    salesReps: t.field({
      type: [AccountUserFacet],
      description: 'The counts by default sales rep. Ignores `filter.salesRepIds`.',
      extensions,
      resolve: load('salesReps'),
    }),
    states: t.field({
      type: [StringFacet],
      description:
        'The counts by state or province; a customer counts in each state where it has an address that matches the rest of `filter.address`. States that differ only in case or accents are one value. Ignores `filter.address.state`.',
      extensions: facetOf(prices.facetStates),
      resolve: load('states'),
    }),
  }),
});
