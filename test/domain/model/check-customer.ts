import { fields, isReference } from './fields.ts';
import {
  type Customer,
  canonical,
  customerOf,
  relationshipOf,
  type Setting,
  type State,
  settingOf,
  type Wrong,
} from './state.ts';

/** The code of the error for a setting that exists and cannot be selected. */
function unusable(path: string, row: Setting): string | undefined {
  if (path === 'freightPreferences.carrierId' && row.deleted) return 'NOT_FOUND';
  if (path === 'defaults.paymentTermId' && row.status === 'INACTIVE') return 'INVALID';
  if (path === 'defaults.salesRepId' && row.status === 'REMOVED') return 'NOT_FOUND';
  if (path === 'typeId' && row.type !== 'TYPE_GROUP') return 'WRONG_GROUP_TYPE';
  return undefined;
}

export function checkParent(parent: Customer, wrong: Wrong): void {
  if (parent.values.parentId !== null) wrong.add('HIERARCHY_DEPTH', 'parentId');
  if (!parent.active) wrong.add('DISCONTINUED', 'parentId');
}

/** Whether the parent is worth checking: the customer itself and its children are not. */
export function checkNewParent(state: State, customer: Customer, parent: Customer, wrong: Wrong): boolean {
  if (parent.id === customer.values.parentId) return true;
  const isCycle = parent.id === customer.id || parent.values.parentId === customer.id;
  if (isCycle) wrong.add('HIERARCHY_CYCLE', 'parentId');
  else if (relationshipOf(state, customer) === 'PARENT') wrong.add('HIERARCHY_DEPTH', 'parentId');
  return !isCycle;
}

function checkReference(state: State, path: string, kind: string, id: unknown, owner: string, wrong: Wrong) {
  const at = path.split('.');
  if (kind === 'Customer') {
    const parent = customerOf(state, id);
    if (parent === undefined) wrong.add('NOT_FOUND', ...at);
    else checkParent(parent, wrong);
  } else if (kind === 'Address') {
    const found = state.addresses.some((each) => each.id === id && each.customerId === owner);
    if (!found) wrong.add('NOT_FOUND', ...at);
  } else {
    const row = settingOf(state, kind, id);
    const code = row === undefined ? 'NOT_FOUND' : unusable(path, row);
    if (code !== undefined) wrong.add(code, ...at);
  }
}

const [carrier, level] = ['freightPreferences.carrierId', 'freightPreferences.serviceLevelId'] as const;

function checkFreight(state: State, before: Customer, { values }: Customer, wrong: Wrong): void {
  const isThird = values['freightPreferences.billingType'] === 'THIRD_PARTY';
  const hasAccount = values['freightPreferences.billingAccount'] !== null;
  if (isThird !== hasAccount)
    wrong.add(isThird ? 'REQUIRED' : 'INVALID', 'freightPreferences', 'billingAccount');
  if (values[level] === null) return;
  const isSame = before.values[carrier] === values[carrier] && before.values[level] === values[level];
  const other = settingOf(state, 'ServiceLevel', values[level]);
  const isForeign = !isSame && other !== undefined && other.carrierId !== values[carrier];
  if (values[carrier] === null || isForeign) wrong.add('WRONG_CARRIER', ...level.split('.'));
}

const uniques: Readonly<Record<string, (values: Customer['values']) => unknown>> = {
  number: ({ number }) => number,
  'shopper.email': (values) => values['shopper.email'],
  reference: ({ reference, referenceOrigin }) =>
    reference === null ? null : canonical([reference, referenceOrigin]),
};

function checkUnique(state: State, before: Customer, next: Customer, wrong: Wrong): void {
  for (const [path, of] of Object.entries(uniques)) {
    const key = of(next.values);
    if (key === null || key === of(before.values)) continue;
    if (state.customers.some(({ id, values }) => id !== next.id && of(values) === key))
      wrong.add('TAKEN', ...path.split('.'));
  }
}

/** Only the gateway gives numbers of the generated form, except to the customer of a new key. */
function checkNumber(before: Customer, { values: { number } }: Customer, key: unknown, wrong: Wrong): void {
  if (number === before.values.number || number === key) return;
  if (/^C-\d{6,}$/.test(String(number))) wrong.add('INVALID', 'number');
}

/** All errors of a customer with its new values. `key` is the number in `by`. */
export function checkCustomer(
  state: State,
  before: Customer,
  next: Customer,
  key: unknown,
  wrong: Wrong,
): void {
  const { values } = next;
  checkNumber(before, next, key, wrong);
  checkFreight(state, before, next, wrong);
  if (values.referenceOrigin !== null && values.reference === null) wrong.add('REQUIRED', 'reference');
  for (const [path, { kind }] of fields) {
    const id = values[path];
    if (!isReference(kind) || id === null || id === before.values[path]) continue;
    checkReference(state, path, kind, id, next.id, wrong);
  }
  checkUnique(state, before, next, wrong);
}
