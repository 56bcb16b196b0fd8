import type { Db } from '../../src/db/client.ts';
import { headIds } from './base.ts';
import { own, type Settings } from './base-settings.ts';
import { type Compare, newestFirst } from './page-oracle.ts';
import { readCustomers, type StoredCustomer } from './stored-customers.ts';

export interface StoredRow {
  readonly id: string;
  readonly createdAt: Date;
}

export interface KindOf<R extends StoredRow> {
  /** `Type.field`, and a suffix if that is not unique. */
  readonly name: string;
  readonly field: string;
  /** The arguments besides those of the page, as literals. */
  readonly args?: string;
  /** The place of the field: the root, an object with an id, or a customer's shopper. */
  readonly on?:
    | ('Customer' | 'Shopper' | 'ImportRun')
    | ('AccountGroup' | 'AccountUser' | 'Carrier' | 'CustomerGroup' | 'PaymentTerm')
    | ('Priority' | 'ServiceLevel' | 'ShippingTerm' | 'Tag');
  /** The objects that have the list; '' at the root. */
  readonly parents: readonly string[];
  /** All rows of a parent's list in the database, in any order. */
  readonly read: (parent: string) => Promise<readonly R[]>;
}

export type Kind = KindOf<StoredRow>;
export type CustomerKind = KindOf<StoredCustomer>;

const root = [''];
const ownOrSystem = { OR: [{ accountId: own }, { accountId: null }] };
const of = (customerId: string) => ({ where: { accountId: own, customerId } });

/** The lists of customers, which have a query, a filter and an order. */
export function customerKinds(db: Db, settings: Settings): readonly CustomerKind[] {
  const { typeGroups, priceGroups } = settings;
  const those = async (isIn: (customer: StoredCustomer) => boolean) =>
    (await readCustomers(db, own)).filter(isIn);
  return [
    { name: 'Query.customers', field: 'customers', parents: root, read: () => those(() => true) },
    {
      name: 'Customer.childAccounts',
      field: 'childAccounts',
      on: 'Customer',
      parents: headIds,
      read: (parent) => those(({ parentId }) => parentId === parent),
    },
    {
      name: 'AccountGroup.customers of a type group',
      field: 'customers',
      on: 'AccountGroup',
      parents: typeGroups.slice(0, 4),
      read: (parent) => those(({ typeId }) => typeId === parent),
    },
    {
      name: 'AccountGroup.customers of a price group',
      field: 'customers',
      on: 'AccountGroup',
      parents: priceGroups.slice(0, 5),
      read: (parent) => those((each) => each.priceGroups.some(({ groupId }) => groupId === parent)),
    },
    ...referenceKinds(settings).map(
      ([on, parents, isOf]): CustomerKind => ({
        name: `${on}.customers`,
        ...{ field: 'customers', on, parents },
        read: (parent) => those((customer) => isOf(customer, parent)),
      }),
    ),
  ];
}

type IsOf = (customer: StoredCustomer, parent: string) => boolean;

/** The reference data and people whose customers are listed. */
function referenceKinds(
  settings: Settings,
): readonly (readonly [NonNullable<CustomerKind['on']>, readonly string[], IsOf])[] {
  const some = (ids: readonly string[]) => ids.slice(0, 4);
  const levels = settings.serviceLevels.map(({ id }) => id);
  return [
    ['AccountUser', some(settings.accountUsers), ({ salesRepId }, id) => salesRepId === id],
    ['Carrier', some(settings.carriers), ({ carrierId }, id) => carrierId === id],
    ['CustomerGroup', some(settings.customerGroups), ({ customerGroupId }, id) => customerGroupId === id],
    ['PaymentTerm', some(settings.paymentTerms), ({ paymentTermId }, id) => paymentTermId === id],
    ['Priority', some(settings.priorities), ({ priorityId }, id) => priorityId === id],
    ['ServiceLevel', some(levels), ({ serviceLevelId }, id) => serviceLevelId === id],
    ['ShippingTerm', some(settings.shippingTerms), ({ shippingTermId }, id) => shippingTermId === id],
    ['Tag', some(settings.tags), ({ tags }, id) => tags.some(({ tagId }) => tagId === id)],
  ];
}

function rootKinds(db: Db): readonly Kind[] {
  const group = (args: string, type: { type?: 'TYPE_GROUP' | 'PRICING_GROUP' }) => ({
    name: `Query.accountGroups(${args})`,
    field: 'accountGroups',
    args,
    parents: root,
    read: () => db.accountGroup.findMany({ where: { accountId: own, ...type } }),
  });
  const unit = (args: string, type: { type?: 'MASS' | 'AREA' }) => ({
    name: `Query.units(${args})`,
    field: 'units',
    args,
    parents: root,
    read: () => db.unit.findMany({ where: { ...ownOrSystem, ...type } }),
  });
  return [
    group('', {}),
    group('type: null', {}),
    group('type: TYPE_GROUP', { type: 'TYPE_GROUP' }),
    group('type: PRICING_GROUP', { type: 'PRICING_GROUP' }),
    unit('', {}),
    unit('type: MASS', { type: 'MASS' }),
    unit('type: AREA', { type: 'AREA' }),
    {
      name: 'Query.carriers',
      field: 'carriers',
      parents: root,
      read: () => db.carrier.findMany({ where: { ...ownOrSystem, deletedAt: null } }),
    },
    {
      name: 'Query.paymentTerms',
      field: 'paymentTerms',
      parents: root,
      read: () => db.paymentTerm.findMany({ where: ownOrSystem }),
    },
    {
      name: 'Query.shippingTerms',
      field: 'shippingTerms',
      parents: root,
      read: () => db.shippingTerm.findMany({ where: ownOrSystem }),
    },
    {
      name: 'Query.customerGroups',
      field: 'customerGroups',
      parents: root,
      read: () => db.customerGroup.findMany({ where: { accountId: own } }),
    },
    {
      name: 'Query.accountUsers',
      field: 'accountUsers',
      parents: root,
      read: () => db.accountUser.findMany({ where: { accountId: own } }),
    },
    {
      name: 'Query.orders',
      field: 'orders',
      parents: root,
      read: () => db.order.findMany({ where: { accountId: own } }),
    },
    {
      name: 'Query.importRuns',
      field: 'importRuns',
      parents: root,
      read: async () =>
        (await db.importRun.findMany({ where: { accountId: own } })).map((run) => ({
          ...run,
          createdAt: run.startedAt,
        })),
    },
  ];
}

/** Rows in the order of their ids, which are hexadecimal numbers here: the lowest is the newest. */
const inOrder = (rows: readonly { readonly id: string }[]): readonly StoredRow[] =>
  rows.map(({ id }) => ({ id, createdAt: new Date(-Number.parseInt(id.slice(4, 15), 16)) }));

type Read = (parent: string) => Promise<readonly StoredRow[]>;

function nestedKinds(db: Db, { carriers, shippingTerms, importRuns }: Settings): readonly Kind[] {
  const customer = (field: string, read: Read): Kind => ({
    name: `Customer.${field}`,
    field,
    on: 'Customer',
    parents: headIds,
    read,
  });
  const shopper = (field: string, read: Read): Kind => ({
    ...customer(field, read),
    name: `Shopper.${field}`,
    on: 'Shopper',
  });
  const ofRun = (field: string, read: Read): Kind => ({
    name: `ImportRun.${field}`,
    field,
    on: 'ImportRun',
    parents: importRuns.slice(0, 4),
    read,
  });
  const run = (runId: string) => ({ where: { accountId: own, runId } });
  return [
    customer('addresses', (id) => db.address.findMany(of(id))),
    customer('attachments', (id) => db.attachment.findMany(of(id))),
    customer('events', async (id) =>
      (await db.customerEvent.findMany(of(id))).map((event) => ({ ...event, createdAt: event.occurredAt })),
    ),
    customer('priceGroups', (customerId) =>
      db.accountGroup.findMany({ where: { memberships: { some: { accountId: own, customerId } } } }),
    ),
    customer('tags', (customerId) =>
      db.tag.findMany({ where: { accountId: own, customers: { some: { accountId: own, customerId } } } }),
    ),
    ...[customer, shopper].flatMap((owner) => [
      owner('paymentSources', (id) => db.paymentSource.findMany(of(id))),
      owner('subscriptions', (id) => db.customerSubscription.findMany(of(id))),
      owner('orders', (id) => db.order.findMany(of(id))),
      owner('orderSubscriptions', (id) => db.orderSubscription.findMany(of(id))),
      owner('returns', (id) => db.return.findMany(of(id))),
      owner('skuLists', (id) => db.skuList.findMany(of(id))),
    ]),
    {
      name: 'Carrier.serviceLevels',
      field: 'serviceLevels',
      on: 'Carrier',
      parents: carriers.slice(0, 4),
      read: (carrierId) => db.serviceLevel.findMany({ where: { carrierId, ...ownOrSystem } }),
    },
    {
      name: 'ShippingTerm.freeShippingServiceLevels',
      field: 'freeShippingServiceLevels',
      on: 'ShippingTerm',
      parents: shippingTerms.slice(0, 4),
      read: (shippingTermId) =>
        db.serviceLevel.findMany({ where: { freeUnderTerms: { some: { shippingTermId } } } }),
    },
    ofRun('warnings', async (id) => inOrder(await db.importWarning.findMany(run(id)))),
    ofRun('rejects', async (id) => inOrder(await db.importReject.findMany(run(id)))),
  ];
}

/** The lists with one fixed order. */
export const plainKinds = (db: Db, settings: Settings): readonly Kind[] => [
  ...rootKinds(db),
  ...nestedKinds(db, settings),
];

export const plainOrder: Compare<StoredRow> = newestFirst;
