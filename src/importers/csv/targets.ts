import { maxLengths, signInEmail } from '../../domain/write/text.ts';
import type { Read } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import {
  choice,
  count,
  country,
  decimal,
  email,
  name,
  phone,
  ruledText,
  text,
  truth,
  url,
} from '../mapping/readers.ts';
import { jsonObject, sourceRecord } from './cells.ts';

/** Another object, and what it is known by: its `source` record, or a field that the mutations find it by. */
interface Reference {
  readonly path: string;
  readonly key: string;
}

export interface Target {
  /** Reads a cell, or an element of its list. */
  readonly read: Read;
  /** Whether an empty cell leaves the field out; otherwise it is null. */
  readonly skipsEmpty?: boolean;
  readonly isList?: boolean;
  /** Whether the value is the id of a record in the table's system. */
  readonly isSourceId?: boolean;
  readonly reference?: Reference;
}

type Targets = Readonly<Record<string, Target>>;

const required = (read: Read): Target => ({ read, skipsEmpty: true });
const optional = (read: Read): Target => ({ read });

const key = text(maxLengths.key);
const sourceId: Target = { ...required(text(maxLengths.reference)), isSourceId: true };

/** The keys of a reference; the first one is that of the column with its name. */
const reference = (path: string, [first, ...others]: readonly (readonly [string, Read])[]): Targets => ({
  [path]: { ...required(first?.[1] ?? name), reference: { path, key: first?.[0] ?? 'name' } },
  ...Object.fromEntries(
    others.map(([name, read]) => [`${path}.${name}`, { ...required(read), reference: { path, key: name } }]),
  ),
  [`${path}.source.sourceId`]: { ...sourceId, reference: { path, key: 'source' } },
});

const named = (path: string): Targets => reference(path, [['name', name]]);

const list = (targets: Targets): Targets =>
  Object.fromEntries(Object.entries(targets).map(([path, each]) => [path, { ...each, isList: true }]));

const keyed = (path: string, field: string, read: Read): Targets => ({
  [`${path}.${field}`]: { ...required(read), reference: { path, key: field } },
});

const address = (prefix: string): Targets => ({
  [`${prefix}.source.sourceId`]: sourceId,
  [`${prefix}.name`]: required(name),
  [`${prefix}.phone`]: optional(phone),
  [`${prefix}.email`]: optional(email),
  [`${prefix}.type`]: required(choice('STANDARD', 'DROP_SHIP')),
  [`${prefix}.streetLine1`]: optional(text(maxLengths.street)),
  [`${prefix}.streetLine2`]: optional(text(maxLengths.street)),
  [`${prefix}.locality`]: optional(text(maxLengths.place)),
  [`${prefix}.state`]: optional(text(maxLengths.place)),
  [`${prefix}.postalCode`]: optional(text(maxLengths.postalCode)),
  [`${prefix}.country`]: optional(country),
});

/** The fields that a column can be mapped to, apart from the keys of `metadata`. */
export const csvTargets: Targets = {
  sourceId,
  modifiedAt: required(instant),
  createdAt: required(instant),
  name: required(name),
  number: required(key),
  shortId: optional(key),
  sources: { ...required(sourceRecord), isList: true },
  active: required(truth),
  mode: required(choice('TEST', 'LIVE')),
  status: required(choice('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
  ediStatus: required(choice('ENABLED', 'DISABLED')),
  commissionPolicy: required(choice('COMMISSION_APPLIED', 'COMMISSION_EXEMPT')),
  note: optional(text(maxLengths.note)),
  'creditLimit.value': required(decimal),
  ...reference('creditLimit.unit', [
    ['name', name],
    ['abbreviation', text(maxLengths.code)],
  ]),
  'contactInfo.name': optional(name),
  'contactInfo.email': optional(email),
  'contactInfo.phone': optional(phone),
  'contactInfo.fax': optional(phone),
  'contactInfo.url': optional(url),
  'freightPreferences.status': required(choice('FREE_FREIGHT', 'BILLED_FREIGHT')),
  ...named('freightPreferences.carrier'),
  ...reference('freightPreferences.serviceLevel', [['token', text(maxLengths.code)]]),
  'freightPreferences.billingType': required(choice('SENDER', 'THIRD_PARTY')),
  'freightPreferences.billingAccount': required(text(maxLengths.code)),
  ...named('defaults.paymentTerm'),
  ...named('defaults.shippingTerm'),
  'defaults.priority': required(choice('LOW', 'NORMAL', 'HIGH')),
  ...reference('defaults.salesRep', [
    ['email', email],
    ['username', name],
  ]),
  'notificationPreferences.acceptsInvoiceEmails': required(truth),
  ...named('type'),
  ...list(named('priceGroups')),
  ...keyed('parent', 'number', key),
  ...keyed('parent', 'shortId', key),
  'parent.source.sourceId': { ...sourceId, reference: { path: 'parent', key: 'source' } },
  'shopper.email': required(ruledText(signInEmail)),
  'shopper.status': required(choice('PROSPECT', 'ACQUIRED', 'REPEAT')),
  'shopper.shopperReference': optional(text(maxLengths.reference)),
  'shopper.totalOrdersCount': optional(count),
  ...named('customerGroup'),
  reference: optional(text(maxLengths.reference)),
  referenceOrigin: optional(text(maxLengths.code)),
  tags: { ...required(text(maxLengths.tag)), isList: true },
  metadata: required(jsonObject),
  ...address('billToAddress'),
  ...address('shipToAddress'),
  ...address('address'),
};

export const targetNames: readonly string[] = [...Object.keys(csvTargets), 'metadata.KEY'];

const metadataKey = /^metadata(?:\.(?!__proto__(?:\.|$))[^.]+)+$/;
const metadataValue = required(text(maxLengths.note));

/** Undefined if the name is not that of a field. */
export function targetOf(name: string): Target | undefined {
  if (Object.hasOwn(csvTargets, name)) return csvTargets[name];
  return metadataKey.test(name) ? metadataValue : undefined;
}

/** Whether an export of the gateway can have the field. */
export const isOfExport = (name: string): boolean =>
  targetOf(name)?.isSourceId !== true && name !== 'modifiedAt' && !name.startsWith('address.');

/** Whether two columns cannot have these fields: they are two keys of one reference, or one contains the other. */
export function areInConflict(one: string, other: string): boolean {
  const [path, otherPath] = [one, other].map((each) => targetOf(each)?.reference?.path);
  if (path !== undefined && path === otherPath) return true;
  return one === other || other.startsWith(`${one}.`) || one.startsWith(`${other}.`);
}
