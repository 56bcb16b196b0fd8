import type { Row } from '../../db/model/table.ts';
import type { FacetValue } from '../../db/read/facet.ts';
import type { Dimension } from '../../db/read/facet-dimension.ts';
import { prices } from '../../prices.ts';
import { AccountUser } from '../account/account-user.ts';
import { AccountGroup } from '../reference-data/account-group.ts';
import { Carrier } from '../reference-data/carrier.ts';
import { PaymentTerm, ShippingTerm } from '../reference-data/term.ts';
import { builder } from '../relay/builder.ts';
import type { Connection } from '../relay/connection.ts';
import { reads } from '../relay/reads.ts';
import { theOne } from '../relay/relation.ts';
import { SourceSystem } from '../relay/source.ts';
import { CustomerStatus } from './enums.ts';
import { type FacetArgs, facetArgs, facetCursor, facetPage, facetSize } from './facet-page.ts';

interface Counted extends FacetValue {
  readonly connection: Connection<'Customer'>;
  readonly dimension: Dimension;
}

const ref = (name: string) => builder.objectRef<Counted>(name);

const CustomerStatusFacet = ref('CustomerStatusFacet');
const StringFacet = ref('StringFacet');
const SourceSystemFacet = ref('SourceSystemFacet');
const AccountGroupFacet = ref('AccountGroupFacet');
const CarrierFacet = ref('CarrierFacet');
const AccountUserFacet = ref('AccountUserFacet');
const PaymentTermFacet = ref('PaymentTermFacet');
const ShippingTermFacet = ref('ShippingTermFacet');

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
  }),
});

builder.objectType(StringFacet, {
  description: 'A string value, with the number of customers that have it.',
  fields: (t) => ({ value: t.exposeString('value', { description: 'The value.' }) }),
});

builder.objectType(SourceSystemFacet, {
  description: 'A source system, with the number of customers that have a record in it.',
  fields: (t) => ({
    value: t.field({
      type: SourceSystem,
      description: 'The source system.',
      extensions: reads(),
      // The database contains only the enum's values.
      resolve: ({ value }) => value as Row<'CustomerSource'>['system'],
    }),
  }),
});

builder.objectType(AccountGroupFacet, {
  description: 'An account group, with the number of customers in it.',
  fields: (t) => ({ value: t.field(theOne(AccountGroup, 'value', 'The group.')) }),
});

builder.objectType(CarrierFacet, {
  description: 'A carrier, with the number of customers that have it as default.',
  fields: (t) => ({ value: t.field(theOne(Carrier, 'value', 'The carrier, which may be deleted.')) }),
});

builder.objectType(AccountUserFacet, {
  description: 'An account user, with the number of customers that have this user as sales rep.',
  fields: (t) => ({ value: t.field(theOne(AccountUser, 'value', 'The account user.')) }),
});

builder.objectType(PaymentTermFacet, {
  description: 'A payment term, with the number of customers that have it as default.',
  fields: (t) => ({ value: t.field(theOne(PaymentTerm, 'value', 'The payment term.')) }),
});

builder.objectType(ShippingTermFacet, {
  description: 'A shipping term, with the number of customers that have it as default.',
  fields: (t) => ({ value: t.field(theOne(ShippingTerm, 'value', 'The shipping term.')) }),
});

for (const type of [
  ...[CustomerStatusFacet, StringFacet, SourceSystemFacet, AccountGroupFacet, CarrierFacet],
  ...[AccountUserFacet, PaymentTermFacet, ShippingTermFacet],
])
  builder.objectFields(type, (t) => ({
    count: t.exposeInt('count', { description: 'The number of customers in the list that have the value.' }),
    cursor: t.string({
      description:
        'The position in the facet, for `after`. Pass the cursor of the last value to fetch the next page.',
      extensions: reads(),
      resolve: ({ connection, dimension, place }) => facetCursor(connection, dimension, place),
    }),
  }));

export const CustomerFacets = builder.objectRef<Connection<'Customer'>>('CustomerFacets');

const load = (dimension: Dimension) => (connection: Connection<'Customer'>, args: FacetArgs) => {
  const { list, parentId, request, loaders } = connection;
  const page = facetPage(connection, dimension, args);
  return loaders
    .facet(list, { where: request.where, dimension, page })
    .defer(parentId)
    .map((values) => values.map((value) => ({ ...value, connection, dimension })));
};

function facet(
  dimension: Dimension,
  description: string,
  { units }: { readonly units: number } = prices.facet,
) {
  return {
    description,
    args: facetArgs,
    // Counted over all matches of the list.
    extensions: { cost: { base: units, size: facetSize, passes: 1 }, ...reads() },
    resolve: load(dimension),
  };
}

builder.objectType(CustomerFacets, {
  description:
    'The number of customers per value, for filters with counts. Counts apply the query and filter of the list, except that each facet ignores the filter’s field of its own dimension, so a count is the number of customers if that value is selected instead. Conditions nested in `and`, `or` and `not` always apply. The values with the most customers come first. Values selected in the filter are on the first page, with count 0 if no customer has them. Customers without a value are not counted.',
  fields: (t) => ({
    statuses: t.field({
      type: [CustomerStatusFacet],
      ...facet('statuses', 'The counts by status. Ignores `filter.statuses`.'),
    }),
    types: t.field({
      type: [AccountGroupFacet],
      ...facet('types', 'The counts by customer type. Ignores `filter.typeIds`.'),
    }),
    priceGroups: t.field({
      type: [AccountGroupFacet],
      ...facet(
        'priceGroups',
        'The counts by price group; a customer counts in each of its price groups. Ignores `filter.priceGroupIds`.',
        prices.facetRelated,
      ),
    }),
    carriers: t.field({
      type: [CarrierFacet],
      ...facet('carriers', 'The counts by default carrier. Ignores `filter.carrierIds`.'),
    }),
    salesReps: t.field({
      type: [AccountUserFacet],
      ...facet('salesReps', 'The counts by default sales rep. Ignores `filter.salesRepIds`.'),
    }),
    paymentTerms: t.field({
      type: [PaymentTermFacet],
      ...facet('paymentTerms', 'The counts by default payment term. Ignores `filter.paymentTermIds`.'),
    }),
    shippingTerms: t.field({
      type: [ShippingTermFacet],
      ...facet('shippingTerms', 'The counts by default shipping term. Ignores `filter.shippingTermIds`.'),
    }),
    tags: t.field({
      type: [StringFacet],
      ...facet(
        'tags',
        'The counts by the name of a tag; a customer counts for each of its tags. Ignores `filter.tags`.',
        prices.facetRelated,
      ),
    }),
    sources: t.field({
      type: [SourceSystemFacet],
      ...facet(
        'sources',
        'The counts by source system; a customer counts once in each system with records of it, including gone records. Ignores `filter.sourceSystems`.',
        prices.facetRelated,
      ),
    }),
    states: t.field({
      type: [StringFacet],
      ...facet(
        'states',
        'The counts by state or province; a customer counts in each state where it has an address that matches the rest of `filter.address`. States that differ only in case or accents are one value. Ignores `filter.address.state`.',
        prices.facetAddresses,
      ),
    }),
    countries: t.field({
      type: [StringFacet],
      ...facet(
        'countries',
        'The counts by country, as ISO 3166-1 alpha-2 code; a customer counts in each country where it has an address that matches the rest of `filter.address`. Ignores `filter.address.country`.',
        prices.facetAddresses,
      ),
    }),
  }),
});
