import type { Row } from '../db/model/table.ts';
import { shopResources } from './commerce-layer-shop.ts';
import { type DocumentOptions, type Form, linesOf, type Place } from './form.ts';
import { type CustomerRow, type Page, tagRowsOf } from './page.ts';
import { listedInShop, type Resource, resource, shopId, toMany, toOne } from './resource.ts';

/** An address of the shop's address book, and the resource that names its customer. */
function addressPair(page: Page, row: CustomerRow, address: Row<'Address'>): readonly [Resource, Resource] {
  const place = page.one('Geolocation', address.geolocationId);
  const own = resource(page, row, address, 'addresses', {
    ...{ company: address.name, full_name: address.name },
    ...{ line_1: place?.streetLine1 ?? null, line_2: place?.streetLine2 ?? null },
    ...{ city: place?.locality ?? null, state_code: place?.state ?? null },
    ...{ zip_code: place?.postalCode ?? null, country_code: place?.country ?? null },
    ...{ phone: address.phone, email: address.email },
  });
  const relationships = {
    customer: toOne({ type: 'customers', id: shopId(page, row.id) }),
    address: toOne(own),
  };
  const attributes = { name: address.name, customer_email: row.shopperEmail };
  return [resource(page, row, address, 'customer_addresses', attributes, relationships), own];
}

const group = (page: Page, row: CustomerRow): Resource | null => {
  const found = page.one('CustomerGroup', row.customerGroupId);
  return found && resource(page, row, found, 'customer_groups', { name: found.name, code: found.code });
};

interface Primary {
  readonly data: Resource;
  readonly included: readonly Resource[];
}

function customer(page: Page, row: CustomerRow): Primary {
  const tags = tagRowsOf(page, row).map((each) => resource(page, row, each, 'tags', { name: each.name }));
  const pairs = listedInShop(page, 'Address', row).map((each) => addressPair(page, row, each));
  const customerGroup = group(page, row);
  const lists = { customer_addresses: pairs.map(([join]) => join), tags, ...shopResources(page, row) };
  const attributes = {
    ...{ email: row.shopperEmail, status: row.shopperStatus?.toLowerCase() },
    ...{ has_password: page.hasPassword(row.id), total_orders_count: row.totalOrdersCount },
    ...{ shopper_reference: row.shopperReference, reference: row.reference },
    ...{ reference_origin: row.referenceOrigin, metadata: row.metadata },
  };
  const relationships = Object.fromEntries(Object.entries(lists).map(([name, all]) => [name, toMany(all)]));
  return {
    data: resource(page, row, row, 'customers', attributes, {
      customer_group: toOne(customerGroup),
      ...relationships,
    }),
    included: [
      ...(customerGroup === null ? [] : [customerGroup]),
      ...pairs.map(([, address]) => address),
      ...Object.values(lists).flat(),
    ],
  };
}

const pageSize = 25;

const pageUrl = (number: number): string => `/api/customers?page[number]=${number}&page[size]=${pageSize}`;

/** Included resources are in a document once. */
const distinct = (resources: readonly Resource[]): readonly Resource[] => [
  ...new Map(resources.map((each) => [`${each.type} ${each.id}`, each])).values(),
];

function response(customers: readonly Primary[], { first, total }: Place): object {
  const [number, last] = [first / pageSize + 1, Math.max(1, Math.ceil(total / pageSize))];
  return {
    data: customers.map(({ data }) => data),
    included: distinct(customers.flatMap(({ included }) => included)),
    meta: { record_count: total, page_count: last },
    links: {
      ...{ first: pageUrl(1), last: pageUrl(last) },
      ...(number > 1 && { prev: pageUrl(number - 1) }),
      ...(number < last && { next: pageUrl(number + 1) }),
    },
  };
}

/** Customers with an email as Commerce Layer sends them with all relationships, with the ids of its records. */
export function commerceLayerForm({ isLines }: DocumentOptions): Form {
  return {
    needs: { shopRecords: true },
    system: 'COMMERCE_LAYER',
    only: { shopperStatuses: ['PROSPECT', 'ACQUIRED', 'REPEAT'] },
    isCounted: !isLines,
    text(page, place) {
      const customers = page.customers.map((row) => customer(page, row));
      if (!isLines) return linesOf([response(customers, place)]);
      return linesOf(customers.map(({ data, included }) => ({ data, included: distinct(included) })));
    },
  };
}
