import { raw } from '../../model/table.ts';
import { type Condition, type Definition, describeFilter } from './condition.ts';
import { computedText, conditionsOn, existence } from './kinds.ts';
import { many } from './related-list.ts';

type Named =
  | 'AccountGroup'
  | 'Carrier'
  | 'CustomerGroup'
  | 'Department'
  | 'PaymentTerm'
  | 'Priority'
  | 'Role'
  | 'ServiceLevel'
  | 'ShippingTerm'
  | 'Tag'
  | 'Unit';

type CustomerKey =
  | 'carrierId'
  | 'customerGroupId'
  | 'paymentTermId'
  | 'priorityId'
  | 'salesRepId'
  | 'serviceLevelId'
  | 'shippingTermId';

/** A filter of the customers that have the row. */
const customersBy = (by: CustomerKey, rows: string) => ({
  customers: many(
    'Customer',
    { model: 'Customer', by },
    `Matches ${rows} by the customers that have them; \`none: {}\` matches ${rows} without customers.`,
  ),
});

/** A filter of the account users that have the row. */
const usersBy = (by: 'departmentId' | 'roleId', rows: string) => ({
  accountUsers: many(
    'AccountUser',
    { model: 'AccountUser', by },
    `Matches ${rows} by the account users that have them; \`none: {}\` matches ${rows} without account users.`,
  ),
});

/** A filter with the conditions that all reference data has, and more. */
function named<M extends Named, F extends Readonly<Record<string, Condition>>>(
  model: M,
  rows: string,
  more: F,
) {
  const { ids, text, range } = conditionsOn<Named>(model);
  return {
    model,
    rows,
    description: describeFilter(rows),
    fields: {
      exists: existence,
      ids: ids('id', model, `Matches ${rows} with these ids.`),
      name: text('name', `Matches ${rows} by their name.`),
      createdAt: range('createdAt', `Matches ${rows} created in this range of time.`),
      ...more,
    },
  } as const satisfies Definition;
}

const carrier = conditionsOn('Carrier');
const serviceLevel = conditionsOn('ServiceLevel');
const accountGroup = conditionsOn('AccountGroup');
const accountUser = conditionsOn('AccountUser');
const shippingTerm = conditionsOn('ShippingTerm');

export const carriers = named('Carrier', 'carriers', {
  codes: carrier.values('code', 'CarrierCode', 'Matches carriers with one of these codes.'),
  accountNumber: carrier.text('accountNumber', 'Matches carriers by the account number.'),
  customerPortalVisibilities: carrier.values(
    'customerPortalVisibility',
    'PortalVisibility',
    'Matches carriers with one of these visibilities in the customer portal.',
  ),
  serviceLevels: many(
    'ServiceLevel',
    { model: 'ServiceLevel', by: 'carrierId' },
    'Matches carriers by their service levels; `none: {}` matches carriers without one.',
  ),
  ...customersBy('carrierId', 'carriers'),
});

export const serviceLevels = named('ServiceLevel', 'service levels', {
  serviceLevelToken: serviceLevel.text('serviceLevelToken', 'Matches service levels by their token.'),
  carrier: serviceLevel.one('carrierId', 'Carrier', 'Matches service levels by their carrier.'),
  customerPortalVisibilities: serviceLevel.values(
    'customerPortalVisibility',
    'PortalVisibility',
    'Matches service levels with one of these visibilities in the customer portal.',
  ),
  ...customersBy('serviceLevelId', 'service levels'),
});

export const paymentTerms = named('PaymentTerm', 'payment terms', {
  statuses: conditionsOn('PaymentTerm').values(
    'status',
    'PaymentTermStatus',
    'Matches payment terms with one of these statuses.',
  ),
  ...customersBy('paymentTermId', 'payment terms'),
});

export const shippingTerms = named('ShippingTerm', 'shipping terms', {
  types: shippingTerm.values('type', 'ShippingTermType', 'Matches shipping terms of one of these types.'),
  flatRate: shippingTerm.quantity(
    'flatRateValue',
    'flatRateUnitId',
    'Matches shipping terms by their flat rate.',
  ),
  minimumOrderValue: shippingTerm.quantity(
    'minimumOrderValueValue',
    'minimumOrderValueUnitId',
    'Matches shipping terms by the order value from which they apply.',
  ),
  ...customersBy('shippingTermId', 'shipping terms'),
});

export const priorities = named('Priority', 'priorities', {
  codes: conditionsOn('Priority').values(
    'code',
    'PriorityCode',
    'Matches priorities with one of these codes.',
  ),
  ...customersBy('priorityId', 'priorities'),
});

export const accountGroups = named('AccountGroup', 'account groups', {
  types: accountGroup.values('type', 'AccountGroupType', 'Matches account groups of one of these types.'),
  commissionPolicies: accountGroup.values(
    'commissionPolicy',
    'CommissionPolicy',
    'Matches account groups with one of these commission policies.',
  ),
  freightPolicies: accountGroup.values(
    'freightPolicy',
    'FreightPolicy',
    'Matches account groups with one of these freight policies.',
  ),
  customers: many(
    'Customer',
    [
      { model: 'Customer', by: 'typeId' },
      { model: 'CustomerPriceGroup', by: 'groupId', to: 'customerId' },
    ],
    'Matches account groups by their members, the customers that have them as type or as price group; `none: {}` matches groups without members.',
  ),
});

export const customerGroups = named('CustomerGroup', 'customer groups', {
  code: conditionsOn('CustomerGroup').text('code', 'Matches customer groups by their code.'),
  ...customersBy('customerGroupId', 'customer groups'),
});

export const tags = named('Tag', 'tags', {
  customers: many(
    'Customer',
    { model: 'CustomerTag', by: 'tagId', to: 'customerId' },
    'Matches tags by the customers that have them; `none: {}` matches tags without customers.',
  ),
});

export const roles = named('Role', 'roles', {
  types: conditionsOn('Role').values('type', 'RoleType', 'Matches roles of one of these types.'),
  ...usersBy('roleId', 'roles'),
});

export const departments = named('Department', 'departments', usersBy('departmentId', 'departments'));

export const units = named('Unit', 'units', {
  abbreviation: conditionsOn('Unit').text('abbreviation', 'Matches units by their abbreviation.'),
  types: conditionsOn('Unit').values('type', 'UnitDimension', 'Matches units of one of these dimensions.'),
  customers: many(
    'Customer',
    { model: 'Customer', by: 'creditLimitUnitId' },
    'Matches units by the customers whose credit limit is in them; `none: {}` matches units without credit limits.',
  ),
});

export const accountUsers = {
  model: 'AccountUser',
  rows: 'account users',
  description: describeFilter('account users'),
  fields: {
    exists: existence,
    ids: accountUser.ids('id', 'AccountUser', 'Matches account users with these ids.'),
    name: computedText((alias) => raw(`${alias}u.name`), 'Matches account users by the name of the person.'),
    email: computedText(
      (alias) => raw(`${alias}u.email`),
      'Matches account users by the person’s email address.',
    ),
    statuses: accountUser.values(
      'status',
      'AccountUserStatus',
      'Matches account users with one of these statuses.',
    ),
    lastUsedAt: accountUser.range(
      'lastUsedAt',
      'Matches account users whose last activity was in this time range; `exists: false` matches users without activity.',
    ),
    createdAt: accountUser.range('createdAt', 'Matches account users created in this range of time.'),
    role: accountUser.one('roleId', 'Role', 'Matches account users by their role.'),
    department: accountUser.one('departmentId', 'Department', 'Matches account users by their department.'),
    ...customersBy('salesRepId', 'account users'),
  },
  joins: (alias) =>
    raw(` join users ${alias}u
      on ${alias}u.account_id = ${alias}.account_id and ${alias}u.id = ${alias}.user_id`),
} as const satisfies Definition;
