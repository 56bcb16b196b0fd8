import { type Dimension, type FacetValue, maxFacetValues } from '../db/facet.ts';
import type { Row } from '../db/table.ts';
import { prices } from '../prices.ts';
import { AccountGroup } from './account-group.ts';
import { AccountUser } from './account-user.ts';
import { builder } from './builder.ts';
import { Carrier } from './carrier.ts';
import type { Connection } from './connection.ts';
import { CustomerStatus } from './customer-enums.ts';
import { reads } from './reads.ts';
import { theOne } from './relation.ts';

const count = { description: 'How many customers of the list have the value.' };

const CustomerStatusFacet = builder.objectRef<FacetValue>('CustomerStatusFacet');
const StringFacet = builder.objectRef<FacetValue>('StringFacet');

builder.objectType(CustomerStatusFacet, {
  description: 'A status, and how many customers have it.',
  fields: (t) => ({
    value: t.field({
      type: CustomerStatus,
      description: 'The status.',
      extensions: reads(),
      // The database knows the enum's values only.
      resolve: ({ value }) => value as Row<'Customer'>['status'],
    }),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(StringFacet, {
  description: 'A text, and how many customers have it.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The text.' }),
    count: t.exposeInt('count', count),
  }),
});

const AccountGroupFacet = builder.objectRef<FacetValue>('AccountGroupFacet');
const CarrierFacet = builder.objectRef<FacetValue>('CarrierFacet');
const AccountUserFacet = builder.objectRef<FacetValue>('AccountUserFacet');

builder.objectType(AccountGroupFacet, {
  description: 'An account group, and how many customers are in it.',
  fields: (t) => ({
    value: t.field(theOne(AccountGroup, 'value', 'The group.')),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(CarrierFacet, {
  description: 'A carrier, and how many customers have it by default.',
  fields: (t) => ({
    value: t.field(theOne(Carrier, 'value', 'The carrier, deleted or not.')),
    count: t.exposeInt('count', count),
  }),
});

builder.objectType(AccountUserFacet, {
  description: 'An account user, and how many customers have them as sales rep.',
  fields: (t) => ({
    value: t.field(theOne(AccountUser, 'value', 'The account user.')),
    count: t.exposeInt('count', count),
  }),
});

export const CustomerFacets = builder.objectRef<Connection<'Customer'>>('CustomerFacets');

/** A facet is counted over all matches of the list. */
const facetOf = ({ units }: { readonly units: number }) => ({
  cost: { base: units, size: maxFacetValues, passes: 1 },
  ...reads(),
});

const extensions = facetOf(prices.facet);

const load =
  (dimension: Dimension) =>
  ({ list, parentId, request, loaders }: Connection<'Customer'>) =>
    loaders.facet(list, request.where, dimension).load(parentId);

builder.objectType(CustomerFacets, {
  description:
    'How the customers of a list divide, for filters with counts. Counted under the list’s own query and filter, but each facet leaves out the filter’s field of its own dimension, so that its counts are what one would get by choosing a value instead (what is nested in `and`, `or` and `not` stays). The values with the most customers come first, at most 100; what the filter chose is among them, with 0 where no customer has it. Customers without a value are not counted.',
  fields: (t) => ({
    statuses: t.field({
      type: [CustomerStatusFacet],
      description: 'By status. Leaves out `filter.statuses`.',
      extensions,
      resolve: load('statuses'),
    }),
    types: t.field({
      type: [AccountGroupFacet],
      description: 'By type. Leaves out `filter.customerGroupIds`.',
      extensions,
      resolve: load('types'),
    }),
    priceGroups: t.field({
      type: [AccountGroupFacet],
      description:
        'By price group; a customer counts in each that it has. Leaves out `filter.pricingGroupIds`.',
      extensions: facetOf(prices.facetPriceGroups),
      resolve: load('priceGroups'),
    }),
    carriers: t.field({
      type: [CarrierFacet],
      description: 'By default carrier. Leaves out `filter.carrierIds`.',
      extensions,
      resolve: load('carriers'),
    }),
    salesReps: t.field({
      type: [AccountUserFacet],
      description: 'By default sales rep. Leaves out `filter.salesRepIds`.',
      extensions,
      resolve: load('salesReps'),
    }),
    states: t.field({
      type: [StringFacet],
      description:
        'By state or province; a customer counts in each that it has an address in, of those that match the rest of `filter.address`. Leaves out `filter.address.state`.',
      extensions: facetOf(prices.facetStates),
      resolve: load('states'),
    }),
  }),
});
