import { toKilogram } from '../../domain/mass-ratio.ts';
import { isObject } from '../../is-object.ts';
import { currencyNamed } from '../mapping/currency.ts';
import type { Finish, Finished, ObjectType, Values } from '../mapping/map-object.ts';
import * as tables from './fields.ts';

const partOf = (values: Values, name: string): Values => {
  const part = values[name];
  return isObject(part) ? part : {};
};

/** A part with other values; left out if nothing remains. */
function withPart(values: Values, name: string, part: Values): Values {
  const { [name]: _, ...rest } = values;
  const given = Object.entries(part).filter(([, each]) => each !== undefined);
  return given.length === 0 ? rest : { ...rest, [name]: Object.fromEntries(given) };
}

/** An amount without unit is left out: it could be of any currency. */
function wholeAmount(values: Values, name: string, path: string, { warn }: Finish): Values {
  const { value, unit } = partOf(values, name);
  if (values[name] === undefined || (value !== undefined && unit !== undefined)) return values;
  if (value !== undefined)
    warn('INVALID', `${path}.unit`, 'The amount is left out, since its unit is not given; include the unit.');
  return withPart(values, name, {});
}

function wholeAddress(values: Values, name: string, { source: { system } }: Finish): Values {
  const { source, ...address } = partOf(values, name);
  const id = isObject(source) ? source.sourceId : undefined;
  const isKnown = Object.keys(address).length > 0;
  return withPart(
    values,
    name,
    isKnown ? { ...address, source: id === undefined ? undefined : { system, sourceId: id } } : {},
  );
}

const billing = 'freight_preferences.billing_account';

/** A billing account belongs to the billing type THIRD_PARTY, and to no other. */
function wholeBilling(values: Values, { warn }: Finish): Values {
  const freight = partOf(values, 'freightPreferences');
  const { billingType: type, billingAccount: account } = freight;
  if (type === 'THIRD_PARTY' && account == null) {
    warn('CONFLICT', billing, 'The billing type `third_party` is left out: it requires a billing account.');
    return withPart(values, 'freightPreferences', {
      ...freight,
      billingType: undefined,
      billingAccount: undefined,
    });
  }
  if (type === 'THIRD_PARTY' || account == null) return values;
  warn('CONFLICT', billing, 'The account is left out: only the billing type `third_party` has one.');
  const other = type === undefined ? undefined : null;
  return withPart(values, 'freightPreferences', { ...freight, billingAccount: other });
}

/** A null parent is unknown, unless the relationship states its absence. */
function withParent(values: Values, { raw }: Finish): Values {
  const hasNone =
    raw.relationship_type === 'standalone' ||
    raw.relationship_type === 'parent' ||
    raw.is_parent_account === true;
  return hasNone && values.parent === undefined ? { ...values, parent: null } : values;
}

function finishCustomer(values: Values, context: Finish): Finished {
  let item = wholeAmount(values, 'creditLimit', 'credit_limit', context);
  item = wholeAddress(item, 'billToAddress', context);
  item = wholeAddress(item, 'shipToAddress', context);
  item = withParent(wholeBilling(item, context), context);
  return { item: { by: { source: context.source }, ...item } };
}

function finishShippingTerm(values: Values, context: Finish): Finished {
  const flat = wholeAmount(values, 'flatRate', 'flat_rate', context);
  const item = wholeAmount(flat, 'minimumOrderValue', 'minimum_order_value', context);
  return { item: { source: context.source, ...item } };
}

/** Without a ratio, the unit keeps its own. */
function ofKilogram({ ratioNumerator: numerator, ratioDenominator: denominator }: Values): Values {
  if (numerator === undefined && denominator === undefined) return {};
  const ratio = toKilogram({ numerator: String(numerator ?? 1), denominator: String(denominator ?? 1) });
  return { ratioNumerator: ratio.numerator, ratioDenominator: ratio.denominator };
}

/** A currency has its code as abbreviation, and no exchange rate: its ratio is 1. */
function finishUnit(values: Values, { source, warn }: Finish): Finished {
  if (values.type === 'MASS') return { item: { source, ...values, ...ofKilogram(values) } };
  const code = values.type === 'CURRENCY' ? currencyNamed(String(values.name)) : undefined;
  if (code === undefined) return { item: { source, ...values } };
  if (values.abbreviation !== code)
    warn('CONVERTED', 'abbreviation', `The currency’s abbreviation was replaced by its code ${code}.`);
  const { name, type } = values;
  return { item: { source, name, type, abbreviation: code, ratioNumerator: '1', ratioDenominator: '1' } };
}

function finishAccountUser(values: Values, { source, warn }: Finish): Finished {
  const { status, ...others } = values;
  if (status !== 'REMOVED') return { item: { by: { source }, ...values } };
  warn(
    'CONFLICT',
    'status',
    'An import does not remove account users; use the mutation `accountUserRemove`.',
  );
  return { item: { by: { source }, ...others } };
}

/** Augno's addresses do not name their customers: without one, the run finds it by the record. */
function finishAddress({ customer, ...values }: Values, context: Finish): Finished {
  const { address } = wholeAddress({ address: values }, 'address', context);
  const item = { address: { ...(isObject(address) && address), source: context.source } };
  return { item: customer === undefined ? item : { customer, ...item } };
}

/** By the tag in `object`, and the names of nested objects. */
export const augnoTypes: Readonly<Record<string, ObjectType>> = {
  account_group: { kind: 'accountGroup', table: tables.accountGroupFields },
  account_user: { kind: 'accountUser', table: tables.accountUserFields, finish: finishAccountUser },
  address: { kind: 'address', table: tables.addressFields, finish: finishAddress },
  carrier: { kind: 'carrier', table: tables.carrierFields },
  customer: { kind: 'customer', table: tables.customerFields, finish: finishCustomer },
  department: { kind: 'department', table: tables.departmentFields },
  payment_term: { kind: 'paymentTerm', table: tables.paymentTermFields },
  role: { kind: 'role', table: tables.roleFields },
  service_level: { kind: 'serviceLevel', table: tables.serviceLevelFields },
  shipping_term: { kind: 'shippingTerm', table: tables.shippingTermFields, finish: finishShippingTerm },
  unit: { kind: 'unit', table: tables.unitFields, finish: finishUnit },
};

/** Tags of the same type. */
export const augnoAliases: Readonly<Record<string, string>> = {
  child: 'customer',
  own_level: 'service_level',
  user: 'account_user',
};

/** Types that are not records, with the reason. */
export const augnoLeftOutTypes: Readonly<Record<string, string>> = {
  account: 'The gateway’s accounts are created by its operator.',
  audit_event: 'The gateway has its own history.',
  priority: 'Priorities are the same in all accounts.',
};

/** Of objects without tag. */
export const augnoPrefixes: Readonly<Record<string, string>> = {
  ac: 'customer',
  acgp: 'account_group',
  acus: 'account_user',
  ad: 'address',
  cr: 'carrier',
  crop: 'service_level',
  dp: 'department',
  pytm: 'payment_term',
  rl: 'role',
  shtm: 'shipping_term',
  un: 'unit',
  us: 'account_user',
};
