import { maxSourceRecords } from '../../domain/source/key.ts';
import { AccountGroup, AccountGroupConnection, CommissionPolicy } from '../reference-data/account-group.ts';
import { Quantity, quantityOf } from '../reference-data/quantity.ts';
import { builder } from '../relay/builder.ts';
import { reading, reads } from '../relay/reads.ts';
import { many, node, one } from '../relay/relation.ts';
import { customerSources, SourceRecord, sourcesCost } from '../relay/source.ts';
import { isShopper, Shopper } from '../shop/shopper.ts';
import { Address, AddressConnection } from './address.ts';
import { conflicts } from './conflicts.ts';
import { effectivePolicies } from './effective-policies.ts';
import { CustomerStatus, EdiStatus, Mode, RelationshipType } from './enums.ts';
import { fieldOrigins } from './field-origins.ts';
import { Customer } from './list.ts';
import {
  CustomerContactInfo,
  CustomerDefaults,
  CustomerFreightPreferences,
  CustomerNotificationPreferences,
  contactColumns,
  defaultsColumns,
  partIn,
} from './parts.ts';
import { Attachment, AttachmentConnection, CustomerGroup, Tag, TagConnection } from './record.ts';

builder.node(Customer, {
  ...node('Customer'),
  description:
    'A business customer: one record that combines the data of the sales system (Augno), the warehouse (InventoryPro) and the shop (Commerce Layer).',
  fields: (t) => ({
    number: t.exposeString('number', {
      description:
        'The customer number that people use; unique within the account. Assigned by the gateway unless given.',
    }),
    name: t.exposeString('name', { description: 'The name of the business, as on documents.' }),
    status: t.expose('status', {
      type: CustomerStatus,
      description:
        'The status of the customer: normal, preferred or on hold. It comes from the sales system.',
    }),
    ediStatus: t.expose('ediStatus', {
      type: EdiStatus,
      description: 'Whether orders and documents are exchanged by EDI. It comes from the sales system.',
    }),
    relationshipType: t.expose('relationshipType', {
      type: RelationshipType,
      description:
        'The position of the customer in the hierarchy, derived from `parentAccount` and `childAccounts`.',
    }),
    commissionPolicy: t.expose('commissionPolicy', {
      type: CommissionPolicy,
      description:
        'The customer’s own commission policy; `effectivePolicies` includes the policies of its groups. It comes from the sales system.',
    }),
    note: t.exposeString('note', {
      nullable: true,
      description: 'Free text about the customer; null if there is none.',
    }),
    creditLimit: t.field({
      type: Quantity,
      nullable: true,
      description: 'The credit limit of the customer; null if none is set. It comes from the sales system.',
      extensions: reads(['creditLimitValue', 'creditLimitUnitId']),
      resolve: (customer) => quantityOf('credit_limit', customer),
    }),
    contactInfo: t.field({
      type: CustomerContactInfo,
      nullable: true,
      description: 'The contact information of the customer; null if nothing is known.',
      extensions: reads(contactColumns),
      resolve: (customer) => partIn(customer, contactColumns),
    }),
    freightPreferences: t.field({
      type: CustomerFreightPreferences,
      nullable: true,
      description:
        'The shipping and freight billing preferences of the customer. Never null in this gateway.',
      extensions: reads(),
      resolve: (customer) => customer,
    }),
    defaults: t.field({
      type: CustomerDefaults,
      nullable: true,
      description: 'The defaults for new orders of the customer; null if none is set.',
      extensions: reads(defaultsColumns),
      resolve: (customer) => partIn(customer, defaultsColumns),
    }),
    notificationPreferences: t.field({
      type: CustomerNotificationPreferences,
      nullable: true,
      description: 'The notification preferences of the customer. Never null in this gateway.',
      extensions: reads(),
      resolve: (customer) => customer,
    }),
    billToAddress: t.field(
      one(
        Address,
        'billToAddressId',
        'The default billing address, one of `addresses`; null if none is set.',
      ),
    ),
    shipToAddress: t.field(
      one(
        Address,
        'shipToAddressId',
        'The default shipping address, one of `addresses`; null if none is set.',
      ),
    ),
    type: t.field(
      one(
        AccountGroup,
        'typeId',
        'The type of the customer: a group of type `TYPE_GROUP`; null if none is set.',
      ),
    ),
    priceGroups: t.connection(
      many(
        AccountGroup,
        {
          name: 'Customer.priceGroups',
          through: { model: 'CustomerPriceGroup', parent: 'customerId', child: 'groupId' },
        },
        'The price groups of the customer: groups of type `PRICING_GROUP`, newest first.',
      ),
      AccountGroupConnection,
    ),
    parentAccount: t.field(
      one(Customer, 'parentId', 'The parent customer; null unless `relationshipType` is `CHILD`.'),
    ),
    effectivePolicies: t.field(effectivePolicies),
    shortId: t.exposeString('shortId', {
      nullable: true,
      description:
        'The key of the customer in the warehouse system, case-sensitive; unique within the account: the source id of the first `INVENTORY_PRO` record in `sources`. Null if there is none.',
    }),
    active: t.boolean({
      description:
        'Whether the customer is active. False if it is discontinued; its history stays. From the warehouse.',
      ...reading('Customer')(['discontinuedAt'], ({ discontinuedAt }) => discontinuedAt === null),
    }),
    discontinuedAt: t.expose('discontinuedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The time when the customer was discontinued; null if it is active.',
    }),
    shopper: t.field({
      type: Shopper,
      nullable: true,
      description: 'The customer’s data in the shop; null if the customer has no sign-in in the shop.',
      extensions: reads(['shopperEmail', 'shopperStatus']),
      resolve: (customer) => (isShopper(customer) ? customer : null),
    }),
    customerGroup: t.field(
      one(CustomerGroup, 'customerGroupId', 'The customer group of the shop; null if there is none.'),
    ),
    mode: t.expose('mode', { type: Mode, description: 'The shop environment of the customer.' }),
    reference: t.exposeString('reference', {
      nullable: true,
      description:
        'The key of the customer in another system; unique within the account and `referenceOrigin`. Null if there is none. From Commerce Layer.',
    }),
    referenceOrigin: t.exposeString('referenceOrigin', {
      nullable: true,
      description: 'The system that `reference` is from; null if not set.',
    }),
    metadata: t.expose('metadata', {
      type: 'JSONObject',
      description: 'Additional data with custom keys; `{}` if there is none.',
    }),
    addresses: t.connection(
      many(Address, { name: 'Customer.addresses', by: 'customerId' }, 'All addresses, newest first.'),
      AddressConnection,
    ),
    attachments: t.connection(
      many(
        Attachment,
        { name: 'Customer.attachments', by: 'customerId' },
        'The files of the customer, newest first.',
      ),
      AttachmentConnection,
    ),
    tags: t.connection(
      many(
        Tag,
        { name: 'Customer.tags', through: { model: 'CustomerTag', parent: 'customerId', child: 'tagId' } },
        'The tags of the customer, newest first. At most 10.',
      ),
      TagConnection,
    ),
    sources: t.field({
      type: [SourceRecord],
      description: `The records in source systems that are linked to the customer, ordered by system, then in the order in which they were linked. The first one of \`INVENTORY_PRO\` is the \`shortId\`. A customer has at most ${maxSourceRecords}.`,
      extensions: { ...reads(), ...sourcesCost },
      resolve: ({ id }, _args, { loaders }) =>
        loaders
          .first(customerSources, maxSourceRecords)
          .defer(id)
          .map(({ rows }) => rows),
    }),
    conflicts: t.field(conflicts),
    fieldOrigins: t.field(fieldOrigins),
    version: t.exposeInt('version', {
      description:
        'The version of the customer. It grows by one with every change; `ifVersion` is compared with it.',
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});
