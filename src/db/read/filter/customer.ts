import { anyOf, raw, sql } from '../../model/table.ts';
import type { Definition } from './condition.ts';
import { conditionsOn } from './kinds.ts';
import { oneOf } from './relation.ts';

const { ids, values, range, custom, among } = conditionsOn('Customer');

export const customers = {
  model: 'Customer',
  rows: 'customers',
  description:
    'The conditions that customers must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict; an empty list or an id that does not exist in the account matches nothing. An id of another type fails with `ID_INVALID`. At most 50 conditions, including nested ones. Filters compare the customer’s own fields, not the policies of its groups.',
  fields: {
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
      (active, time) => sql`${time} ${raw(active ? 'is null' : 'is not null')}`,
    ),
    hasConflicts: custom<boolean>(
      'hasConflicts',
      'Boolean',
      'Matches customers with `conflicts` if true, customers without any if false.',
      (wanted, hasConflicts) => sql`${raw(wanted ? '' : 'not ')}${hasConflicts}`,
    ),
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
    address: oneOf(
      'Address',
      { model: 'Address', by: 'customerId' },
      'Matches customers that have a single address that matches everything given here.',
    ),
  },
} as const satisfies Definition;
