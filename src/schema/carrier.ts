import { owner } from './account.ts';
import { builder } from './builder.ts';
import { pageOf } from './connection.ts';
import { reads } from './reads.ts';
import { connectionOf, many, newestFirst, node, type RowRef, rowRef, theOne } from './relation.ts';

export const CarrierCode = builder.enumType('CarrierCode', {
  description:
    'The carriers that the system knows. FEDEX, UPS and USPS rate shipments and print labels live.',
  values: {
    FEDEX: { description: 'FedEx, integrated.' },
    UPS: { description: 'UPS, integrated; needs the account’s number with it.' },
    USPS: { description: 'United States Postal Service, integrated; needs the account’s number with it.' },
    WILL_CALL: { description: 'The customer picks the order up; nothing is shipped.' },
    DELIVERY: { description: 'Delivered by the account’s own vehicles.' },
    LTL: { description: 'A less-than-truckload freight carrier.' },
    LTL1: { description: 'A second less-than-truckload freight carrier.' },
    FREIGHT_COLLECT: { description: 'Freight arranged and paid by the receiver.' },
  } as const,
});

export const PortalVisibility = builder.enumType('PortalVisibility', {
  description: 'Whether customers see something when they check out in the customer portal.',
  values: {
    VISIBLE: { description: 'Customers can see and choose it.' },
    HIDDEN: { description: 'Customers do not see it.' },
  } as const,
});

export const ServiceLevel: RowRef<'ServiceLevel'> = rowRef('ServiceLevel');
export const ServiceLevelConnection = connectionOf(ServiceLevel);
export const Carrier: RowRef<'Carrier'> = rowRef('Carrier');
const CarrierConnection = connectionOf(Carrier);

const customerPortalVisibility = {
  type: PortalVisibility,
  description: 'Whether customers can see and choose it in the customer portal.',
};

builder.node(ServiceLevel, {
  ...node('ServiceLevel'),
  description: 'One of a carrier’s services: ground, overnight. From the sales system.',
  fields: (t) => ({
    carrier: t.field(theOne(Carrier, 'carrierId', 'The carrier that offers it.')),
    name: t.exposeString('name', { description: 'The name that customers see at checkout.' }),
    serviceLevelToken: t.exposeString('serviceLevelToken', {
      description: 'The carrier’s own code for it: `fedex_ground`. Any text but the empty one.',
    }),
    customerPortalVisibility: t.expose('customerPortalVisibility', customerPortalVisibility),
    isDefault: t.exposeBoolean('isDefault', {
      description: 'Whether it is chosen when nobody chooses. At most one a carrier.',
    }),
    owner: t.field(owner),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When the service level was created.',
    }),
    updatedAt: t.expose('updatedAt', {
      type: 'DateTime',
      description: 'When the service level was last changed.',
    }),
  }),
});

builder.node(Carrier, {
  ...node('Carrier'),
  description: 'Who brings shipments to customers. From the sales system.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The carrier’s name, unique among the account’s carriers.' }),
    code: t.expose('code', {
      type: CarrierCode,
      nullable: true,
      description: 'Which known carrier it is; null for a custom one.',
    }),
    accountNumber: t.exposeString('accountNumber', {
      nullable: true,
      description: 'The account’s number with the carrier; null when none is set.',
    }),
    customerPortalVisibility: t.expose('customerPortalVisibility', customerPortalVisibility),
    owner: t.field(owner),
    serviceLevels: t.connection(
      many(
        ServiceLevel,
        { name: 'Carrier.serviceLevels', by: 'carrierId' },
        'The services that the carrier offers the account, newest first.',
      ),
      ServiceLevelConnection,
    ),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the carrier was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the carrier was last changed.' }),
    deletedAt: t.expose('deletedAt', {
      type: 'DateTime',
      nullable: true,
      description:
        'When the carrier was deleted; null while it can be chosen. Customers that had it keep it.',
    }),
  }),
});

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
        'The carriers that the account can choose, its own and the system’s, newest first. Deleted ones are not among them; the customers that have one still show it.',
      extensions: reads(),
      resolve: (_root, args, { loaders }) => pageOf(carriers, '', args, loaders),
    },
    CarrierConnection,
  ),
);
