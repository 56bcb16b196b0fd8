import { raw } from '../../model/table.ts';
import type { Condition, Definition } from './condition.ts';
import { computedText, conditionsOn, existence } from './kinds.ts';

type Named =
  | 'AccountGroup'
  | 'Carrier'
  | 'CustomerGroup'
  | 'PaymentTerm'
  | 'Priority'
  | 'ServiceLevel'
  | 'ShippingTerm';

const describe = (rows: string): string =>
  `The conditions that ${rows} must match. Fields are combined with AND, the values of a list with OR. Absent or null fields do not restrict.`;

/** A filter with the conditions that all reference data has, and more. */
function named<M extends Named, F extends Readonly<Record<string, Condition>>>(
  model: M,
  rows: string,
  more: F,
) {
  const { ids, text } = conditionsOn<Named>(model);
  return {
    model,
    rows,
    description: describe(rows),
    fields: {
      exists: existence,
      ids: ids('id', model, `Matches ${rows} with these ids.`),
      name: text('name', `Matches ${rows} by their name.`),
      ...more,
    },
  } as const satisfies Definition;
}

const carrier = conditionsOn('Carrier');
const serviceLevel = conditionsOn('ServiceLevel');
const accountGroup = conditionsOn('AccountGroup');
const accountUser = conditionsOn('AccountUser');

export const carriers = named('Carrier', 'carriers', {
  codes: carrier.values('code', 'CarrierCode', 'Matches carriers with one of these codes.'),
  accountNumber: carrier.text('accountNumber', 'Matches carriers by the account number.'),
});

export const serviceLevels = named('ServiceLevel', 'service levels', {
  serviceLevelToken: serviceLevel.text('serviceLevelToken', 'Matches service levels by their token.'),
  carrier: serviceLevel.one('carrierId', 'Carrier', 'Matches service levels by their carrier.'),
});

export const paymentTerms = named('PaymentTerm', 'payment terms', {
  statuses: conditionsOn('PaymentTerm').values(
    'status',
    'PaymentTermStatus',
    'Matches payment terms with one of these statuses.',
  ),
});

export const shippingTerms = named('ShippingTerm', 'shipping terms', {
  types: conditionsOn('ShippingTerm').values(
    'type',
    'ShippingTermType',
    'Matches shipping terms of one of these types.',
  ),
});

export const priorities = named('Priority', 'priorities', {
  codes: conditionsOn('Priority').values(
    'code',
    'PriorityCode',
    'Matches priorities with one of these codes.',
  ),
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
});

export const customerGroups = named('CustomerGroup', 'customer groups', {
  code: conditionsOn('CustomerGroup').text('code', 'Matches customer groups by their code.'),
});

export const accountUsers = {
  model: 'AccountUser',
  rows: 'account users',
  description: describe('account users'),
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
  },
  joins: (alias) =>
    raw(` join users ${alias}u
      on ${alias}u.account_id = ${alias}.account_id and ${alias}u.id = ${alias}.user_id`),
} as const satisfies Definition;
