import { anyOf, type Row, raw, sql } from '../../model/table.ts';
import type { Definition } from './condition.ts';
import { differsFromParent } from './differs-from-parent.ts';
import { exceedsCreditLimit } from './exceeds-credit-limit.ts';
import { conditionsOn, existence } from './kinds.ts';
import { lastOrderAt } from './last-order.ts';
import { metadata } from './metadata.ts';
import { isPresent } from './presence.ts';
import { any, many } from './related-list.ts';
import { equalTexts, sharesWithAnother } from './same-values.ts';
import { shipToDiffersFromBillTo } from './ship-to-differs.ts';
import { pinned, sourcesDiffer } from './stated-values.ts';

const { ids, values, range, flag, keyedText, text, quantity, one, custom, among } = conditionsOn('Customer');

export const customers = {
  model: 'Customer',
  rows: 'customers',
  description:
    'The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent and null fields have no effect. An empty list, or an id that does not exist in the account, matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups. Conditions on a related object, such as `salesRep`, do not match customers without it, except `exists: false`.',
  fields: {
    exists: existence,
    ids: ids('id', 'Customer', 'Matches customers with these ids.'),
    typeIds: ids(
      'typeId',
      'AccountGroup',
      'Matches customers whose type is one of these account groups of type `TYPE_GROUP`.',
    ),
    customerGroupIds: ids(
      'customerGroupId',
      'CustomerGroup',
      'Matches customers in one of these customer groups of the shop.',
    ),
    salesRepIds: ids(
      'salesRepId',
      'AccountUser',
      'Matches customers whose default sales rep is one of these account users.',
    ),
    statuses: values('status', 'CustomerStatus', 'Matches customers with one of these statuses.'),
    shippingTermIds: ids(
      'shippingTermId',
      'ShippingTerm',
      'Matches customers with one of these default shipping terms.',
    ),
    paymentTermIds: ids(
      'paymentTermId',
      'PaymentTerm',
      'Matches customers with one of these default payment terms.',
    ),
    commissionPolicies: values(
      'commissionPolicy',
      'CommissionPolicy',
      'Matches customers whose own commission policy, not the `effectivePolicies` one, is one of these.',
    ),
    freightPolicies: values(
      'freightPolicy',
      'FreightPolicy',
      'Matches customers whose own freight policy, not the `effectivePolicies` one, is one of these.',
    ),
    carrierIds: ids('carrierId', 'Carrier', 'Matches customers with one of these default carriers.'),
    serviceLevelIds: ids(
      'serviceLevelId',
      'ServiceLevel',
      'Matches customers with one of these default service levels.',
    ),
    relationshipTypes: values(
      'relationshipType',
      'RelationshipType',
      'Matches customers at one of these positions in the hierarchy.',
    ),
    ediStatuses: values('ediStatus', 'EdiStatus', 'Matches customers with one of these EDI statuses.'),
    shopperStatuses: values(
      'shopperStatus',
      'ShopperStatus',
      'Matches customers with one of these shopper statuses, never those without a shopper.',
    ),
    modes: values('mode', 'Mode', 'Matches customers whose mode, test or live, is one of these.'),
    parentAccountStatus: custom<'PARENT' | 'NON_PARENT'>(
      'relationshipType',
      'ParentAccountStatus',
      'Matches customers with or without children.',
      (status, type) => sql`${type} ${raw(status === 'PARENT' ? '=' : '<>')} 'PARENT'`,
    ),
    active: custom<boolean>(
      'discontinuedAt',
      'Boolean',
      'Matches active customers if true, discontinued customers if false.',
      (active, time) => isPresent(time, !active),
    ),
    hasConflicts: flag(
      'hasConflicts',
      'Matches customers with `conflicts` if true, customers without any if false.',
    ),
    acceptsInvoiceEmails: flag(
      'acceptsInvoiceEmails',
      'Matches customers that accept invoices by email if true, the others if false.',
    ),
    billingTypes: values(
      'billingType',
      'CarrierBillingType',
      'Matches customers where one of these parties pays the carrier.',
    ),
    name: keyedText('name', 'Matches customers by their name.'),
    number: keyedText('number', 'Matches customers by their number.'),
    shortId: keyedText('shortId', 'Matches customers by their key in the warehouse system.'),
    reference: keyedText('reference', 'Matches customers by their `reference`.'),
    contactName: text('contactName', 'Matches customers by the name of the contact person.'),
    contactEmail: keyedText('contactEmail', 'Matches customers by the email address of the contact.'),
    contactPhone: keyedText(
      'contactPhone',
      'Matches customers by the phone number of the contact, as stored.',
    ),
    contactFax: text('contactFax', 'Matches customers by the fax number of the contact, as stored.'),
    contactUrl: text('contactUrl', 'Matches customers by the URL of their website.'),
    shopperEmail: keyedText('shopperEmail', 'Matches customers by the email address of the shopper.'),
    note: text('note', 'Matches customers by their note.'),
    billingAccount: text('billingAccount', 'Matches customers by their `billingAccount` at the carrier.'),
    creditLimit: quantity(
      'creditLimitValue',
      'creditLimitUnitId',
      'Matches customers by their credit limit.',
    ),
    totalOrdersCount: range(
      'totalOrdersCount',
      'Matches customers by the number of orders stated by the shop. Never matches customers without such a number.',
    ),
    discontinuedAt: range('discontinuedAt', 'Matches customers discontinued in this range of time.'),
    createdAt: range('createdAt', 'Matches customers created in this range of time.'),
    updatedAt: range('updatedAt', 'Matches customers last changed in this range of time.'),
    priceGroupIds: {
      ...among<readonly string[]>(
        ['ID'],
        'Matches customers in any of these price groups, account groups of type `PRICING_GROUP`.',
        (groups) => sql`select m.account_id, m.customer_id from customer_price_groups m
          where m.group_id = ${anyOf(groups, 'text')}`,
      ),
      idsOf: 'AccountGroup',
    },
    tags: among<readonly string[]>(
      ['String'],
      'Matches customers that have any of these tags, by name.',
      (names) => sql`select m.account_id, m.customer_id
        from customer_tags m join tags g on g.account_id = m.account_id and g.id = m.tag_id
        where g.name = ${anyOf(names, 'text')}`,
    ),
    tag: any(
      'Tag',
      { model: 'CustomerTag', by: 'customerId', to: 'tagId' },
      'Matches customers with a tag that matches all of these conditions; `exists: false` matches customers without a tag.',
    ),
    metadata: metadata('Customer', 'metadata', 'Matches customers by a value in their `metadata`.'),
    orders: many(
      'Order',
      { model: 'Order', by: 'customerId' },
      'Matches customers by their orders, including carts and cancelled ones; `none: {}` matches customers without an order.',
    ),
    lastOrderAt,
    exceedsCreditLimit,
    returns: many(
      'Return',
      { model: 'Return', by: 'customerId' },
      'Matches customers by their returns; `none: {}` matches customers without a return.',
    ),
    orderSubscriptions: many(
      'OrderSubscription',
      { model: 'OrderSubscription', by: 'customerId' },
      'Matches customers by their recurring orders.',
    ),
    subscriptions: many(
      'CustomerSubscription',
      { model: 'CustomerSubscription', by: 'customerId' },
      'Matches customers by their subscriptions to news.',
    ),
    paymentSources: many(
      'PaymentSource',
      { model: 'PaymentSource', by: 'customerId' },
      'Matches customers by their saved payment methods.',
    ),
    skuLists: many(
      'SkuList',
      { model: 'SkuList', by: 'customerId' },
      'Matches customers by their saved lists of articles.',
    ),
    attachments: many(
      'Attachment',
      { model: 'Attachment', by: 'customerId' },
      'Matches customers by their files.',
    ),
    events: many(
      'CustomerEvent',
      { model: 'CustomerEvent', by: 'customerId' },
      'Matches customers by their change history; `none: { occurredAt: … }` matches customers without a change in that time.',
    ),
    sources: many(
      'SourceRecord',
      { model: 'CustomerSource', by: 'customerId' },
      'Matches customers by their records in source systems, `sources`.',
    ),
    address: any(
      'Address',
      { model: 'Address', by: 'customerId' },
      'Matches customers with an address that matches all of these conditions.',
    ),
    addresses: many(
      'Address',
      { model: 'Address', by: 'customerId' },
      'Matches customers by their addresses; `none: {}` matches customers without an address.',
    ),
    billToAddress: one('billToAddressId', 'Address', 'Matches customers by their bill-to address.'),
    shipToAddress: one('shipToAddressId', 'Address', 'Matches customers by their ship-to address.'),
    type: one('typeId', 'AccountGroup', 'Matches customers by their type.'),
    priceGroups: many(
      'AccountGroup',
      { model: 'CustomerPriceGroup', by: 'customerId', to: 'groupId' },
      'Matches customers by their price groups.',
    ),
    customerGroup: one('customerGroupId', 'CustomerGroup', 'Matches customers by their customer group.'),
    salesRep: one('salesRepId', 'AccountUser', 'Matches customers by their default sales rep.'),
    carrier: one('carrierId', 'Carrier', 'Matches customers by their default carrier.'),
    serviceLevel: one('serviceLevelId', 'ServiceLevel', 'Matches customers by their default service level.'),
    paymentTerm: one('paymentTermId', 'PaymentTerm', 'Matches customers by their default payment term.'),
    shippingTerm: one('shippingTermId', 'ShippingTerm', 'Matches customers by their default shipping term.'),
    priority: one('priorityId', 'Priority', 'Matches customers by their default priority.'),
    parent: one('parentId', 'Customer', 'Matches customers by their parent.'),
    children: many(
      'Customer',
      { model: 'Customer', by: 'parentId' },
      'Matches customers by their children; `none: {}` matches customers without children.',
    ),
    parentIds: ids('parentId', 'Customer', 'Matches the child customers of these customers.'),
    sourceSystems: among<readonly Row<'CustomerSource'>['system'][]>(
      ['SourceSystem'],
      'Matches customers with a record of any of these source systems in `sources`.',
      (systems) => sql`select m.account_id, m.customer_id from customer_sources m
        where m.system = ${anyOf(systems, 'source_system')}`,
    ),
    sourcesDiffer,
    pinned,
    differsFromParent,
    sharesWithAnother,
    equalTexts,
    shipToDiffersFromBillTo,
  },
} as const satisfies Definition;
