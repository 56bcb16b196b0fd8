import { owner } from '../account/account.ts';
import { namedList } from '../filter/named-list.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import { connectionOf, many, newestFirst, node, type RowRef, rowRef, theOne } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const CarrierCode = builder.enumType('CarrierCode', {
  description: 'A carrier known to the system. `FEDEX`, `UPS` and `USPS` have live rates and labels.',
  values: {
    FEDEX: { description: 'FedEx, integrated.' },
    UPS: { description: 'UPS, integrated; requires an account number.' },
    USPS: {
      description: 'United States Postal Service, integrated; requires an account number.',
    },
    WILL_CALL: { description: 'Pickup by the customer; nothing is shipped.' },
    DELIVERY: { description: 'Delivery with the account’s own vehicles.' },
    LTL: { description: 'A less-than-truckload freight carrier.' },
    LTL1: { description: 'A second less-than-truckload freight carrier.' },
    FREIGHT_COLLECT: { description: 'Freight that the receiver arranges and pays.' },
  } as const,
});

export const PortalVisibility = builder.enumType('PortalVisibility', {
  description: 'Whether customers see an object at checkout in the customer portal.',
  values: {
    VISIBLE: { description: 'Customers can see and select it.' },
    HIDDEN: { description: 'Customers cannot see it.' },
  } as const,
});

export const ServiceLevel: RowRef<'ServiceLevel'> = rowRef('ServiceLevel');
export const ServiceLevelConnection = connectionOf(ServiceLevel);
export const Carrier: RowRef<'Carrier'> = rowRef('Carrier');
const CarrierConnection = connectionOf(Carrier);

const customerPortalVisibility = {
  type: PortalVisibility,
  description: 'Whether customers can see and select it in the customer portal.',
};

builder.node(ServiceLevel, {
  ...node('ServiceLevel'),
  description: 'A service of a carrier, such as ground or overnight. It comes from the sales system.',
  fields: (t) => ({
    carrier: t.field(theOne(Carrier, 'carrierId', 'The carrier that offers the service level.')),
    name: t.exposeString('name', { description: 'The name that customers see at checkout.' }),
    serviceLevelToken: t.exposeString('serviceLevelToken', {
      description: 'The carrier’s code for the service level: `fedex_ground`. Any non-empty string.',
    }),
    customerPortalVisibility: t.expose('customerPortalVisibility', customerPortalVisibility),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether this is the default service level of the carrier. A carrier has at most one.',
    }),
    owner: t.field(owner),
    sources: t.field(sources('ServiceLevel')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});

builder.node(Carrier, {
  ...node('Carrier'),
  description: 'A shipping carrier. It comes from the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the carrier, unique among the account’s carriers.',
    }),
    code: t.expose('code', {
      type: CarrierCode,
      nullable: true,
      description: 'The code of the known carrier; null for a custom carrier.',
    }),
    accountNumber: t.exposeString('accountNumber', {
      nullable: true,
      description: 'The account number at the carrier; null if none is set.',
    }),
    customerPortalVisibility: t.expose('customerPortalVisibility', customerPortalVisibility),
    owner: t.field(owner),
    serviceLevels: t.connection(
      many(
        ServiceLevel,
        { name: 'Carrier.serviceLevels', by: 'carrierId' },
        'The service levels that the carrier offers to the account, newest first.',
      ),
      ServiceLevelConnection,
    ),
    sources: t.field(sources('Carrier')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'The time when the carrier was deleted; null if it can be selected. Customers keep a deleted carrier.',
    }),
  }),
});

const named = namedList('Carrier', 'carriers');
const carriers = {
  name: 'Query.carriers',
  model: 'Carrier',
  only: { equal: { deletedAt: null } },
  order: newestFirst,
} as const;

builder.queryField('carriers', (t) =>
  t.connection(
    {
      type: Carrier,
      description:
        'Returns the carriers that the account can select, its own and the system’s, newest first unless `orderBy` is given. Deleted carriers are not included, but customers still return them.',
      args: named.args,
      extensions: named.extensions(carriers),
      resolve: (_root, args, { loaders }) => pageOf(carriers, '', args, loaders, named.choose),
    },
    CarrierConnection,
  ),
);
