import type { List } from '../db/list.ts';
import { AccountGroup, AccountGroupConnection, CommissionPolicy } from './account-group.ts';
import { Address, AddressConnection } from './address.ts';
import { builder } from './builder.ts';
import { CustomerStatus, EdiStatus, Mode, RelationshipType } from './customer-enums.ts';
import { Customer } from './customer-list.ts';
import {
  CustomerContactInfo,
  CustomerDefaults,
  CustomerFreightPreferences,
  CustomerNotificationPreferences,
  contactColumns,
  defaultsColumns,
  partIn,
} from './customer-parts.ts';
import {
  Attachment,
  AttachmentConnection,
  CustomerEvent,
  CustomerEventConnection,
  CustomerGroup,
  CustomerSource,
  Tag,
  TagConnection,
} from './customer-record.ts';
import { effective } from './effective-policies.ts';
import { Quantity, quantityOf } from './quantity.ts';
import { reading, reads } from './reads.ts';
import { many, node, one } from './relation.ts';
import { isShopper, Shopper } from './shopper.ts';

builder.node(Customer, {
  ...node('Customer'),
  description:
    'A business that is sold to: one record of what the sales system (Augno), the warehouse (InventoryPro) and the shop (Commerce Layer) know of it.',
  fields: (t) => ({
    number: t.exposeString('number', {
      description:
        'The number that people know the customer by; unique within the account. From the sales system.',
    }),
    name: t.exposeString('name', { description: 'The business’s name, as on documents.' }),
    status: t.expose('status', {
      type: CustomerStatus,
      description: 'Whether the customer can transact. From the sales system.',
    }),
    ediStatus: t.expose('ediStatus', {
      type: EdiStatus,
      description: 'Whether orders and documents go by EDI. From the sales system.',
    }),
    relationshipType: t.expose('relationshipType', {
      type: RelationshipType,
      description:
        'Where the customer stands in the hierarchy; follows from parentAccount and childAccounts.',
    }),
    commissionPolicy: t.expose('commissionPolicy', {
      type: CommissionPolicy,
      description:
        'The customer’s own commission policy; `effective` counts its groups in. From the sales system.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Free text about the customer; null when there is none.',
    }),
    creditLimit: t.field({
      type: Quantity,
      nullable: true,
      description:
        'The most that the customer may owe; null when there is no limit set. From the sales system.',
      extensions: reads(['creditLimitValue', 'creditLimitUnitId']),
      resolve: (customer) => quantityOf('credit_limit', customer),
    }),
    contactInfo: t.field({
      type: CustomerContactInfo,
      nullable: true,
      description: 'How to reach the customer; null when nothing is known.',
      extensions: reads(contactColumns),
      resolve: (customer) => partIn(customer, contactColumns),
    }),
    freightPreferences: t.field({
      type: CustomerFreightPreferences,
      nullable: true,
      description: 'How its shipments go and who pays for it. Never null in this gateway.',
      extensions: reads(),
      resolve: (customer) => customer,
    }),
    defaults: t.field({
      type: CustomerDefaults,
      nullable: true,
      description: 'What a new order starts with; null when nothing is set.',
      extensions: reads(defaultsColumns),
      resolve: (customer) => partIn(customer, defaultsColumns),
    }),
    notificationPreferences: t.field({
      type: CustomerNotificationPreferences,
      nullable: true,
      description: 'What it wants to hear of. Never null in this gateway.',
      extensions: reads(),
      resolve: (customer) => customer,
    }),
    billToAddress: t.field(
      one(
        Address,
        'billToAddressId',
        'The default billing address, one of `addresses`; null when none is set.',
      ),
    ),
    shipToAddress: t.field(
      one(
        Address,
        'shipToAddressId',
        'The default shipping address, one of `addresses`; null when none is set.',
      ),
    ),
    type: t.field(
      one(
        AccountGroup,
        'typeId',
        'What kind of customer it is: a group of type TYPE_GROUP; null when not said.',
      ),
    ),
    priceGroups: t.connection(
      many(
        AccountGroup,
        {
          name: 'Customer.priceGroups',
          through: { model: 'CustomerPriceGroup', parent: 'customerId', child: 'groupId' },
        },
        'The groups of type PRICING_GROUP that it belongs to, newest first.',
      ),
      AccountGroupConnection,
    ),
    parentAccount: t.field(
      one(Customer, 'parentId', 'The customer that it belongs to; null unless it is a CHILD.'),
    ),
    effective: t.field(effective),
    shortId: t.exposeString('shortId', {
      nullable: true,
      description:
        'The warehouse’s key of the customer, case as written; unique within the account. Null when the warehouse does not know it.',
    }),
    active: t.boolean({
      description: 'False once the customer is discontinued. Its history stays. From the warehouse.',
      ...reading('Customer')(['discontinuedAt'], ({ discontinuedAt }) => discontinuedAt === null),
    }),
    discontinuedAt: t.expose('discontinuedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was discontinued; null while it is active.',
    }),
    shopper: t.field({
      type: Shopper,
      nullable: true,
      description: 'What the shop knows of it; null when it has no sign-in there.',
      extensions: reads(['shopperEmail', 'shopperStatus']),
      resolve: (customer) => (isShopper(customer) ? customer : null),
    }),
    customerGroup: t.field(
      one(CustomerGroup, 'customerGroupId', 'The shop’s group that it is in; null when in none.'),
    ),
    mode: t.expose('mode', { type: Mode, description: 'The shop environment that it is of.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description:
        'What a third system calls it; unique within the account and the origin. Null when nothing does. From Commerce Layer.',
    }),
    referenceOrigin: t.exposeString('referenceOrigin', {
      nullable: true,
      description: 'Which system the reference is from; null when not said.',
    }),
    metadata: t.expose('metadata', {
      type: 'JSONObject',
      description: 'Whatever else is kept with it, by keys of one’s own; `{}` when nothing.',
    }),
    addresses: t.connection(
      many(Address, { name: 'Customer.addresses', by: 'customerId' }, 'All its addresses, newest first.'),
      AddressConnection,
    ),
    attachments: t.connection(
      many(
        Attachment,
        { name: 'Customer.attachments', by: 'customerId' },
        'Files that belong to it, newest first.',
      ),
      AttachmentConnection,
    ),
    events: t.connection(
      many(
        CustomerEvent,
        { name: 'Customer.events', by: 'customerId', order: [{ field: 'occurredAt', descending: true }] },
        'What was changed, by whom and when, newest first.',
      ),
      CustomerEventConnection,
    ),
    tags: t.connection(
      many(
        Tag,
        { name: 'Customer.tags', through: { model: 'CustomerTag', parent: 'customerId', child: 'tagId' } },
        'The words that it is marked with, newest first. At most 10.',
      ),
      TagConnection,
    ),
    sources: t.field({
      type: [CustomerSource],
      description: `The records that it was read from, by system and id; at most ${maxSources}.`,
      extensions: reads(),
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .first(sources, maxSources)
          .load(id)
          .map(({ rows }) => rows),
    }),
    version: t.exposeInt('version', {
      description: 'Grows by one with every change of the customer; what `ifVersion` compares.',
    }),
    createdAt: t.expose('createdAt', {
      type: 'DateTime',
      description: 'When it was first known to any of the systems.',
    }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last changed.' }),
  }),
});

const maxSources = 250;

const sources: List<'CustomerSource'> = {
  name: 'Customer.sources',
  model: 'CustomerSource',
  by: 'customerId',
  order: [
    { field: 'system', descending: false },
    { field: 'sourceId', descending: false },
  ],
};
