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

/** The reader of a list of texts in one cell. */
export const listOf =
  (separator: string): Read =>
  (value) =>
    String(value)
      .split(separator)
      .map((each) => each.trim())
      .filter((each) => each !== '');

/** Other objects are named as in the mutations. */
export const named: Read = (value, place) => {
  const given = name(value, place);
  return given === undefined ? undefined : { name: given };
};

interface Target {
  readonly read: Read;
  /** Whether an empty cell leaves the field out; otherwise it is null. */
  readonly skipsEmpty?: boolean;
}

const required = (read: Read): Target => ({ read, skipsEmpty: true });
const optional = (read: Read): Target => ({ read });

const address = (prefix: string): Readonly<Record<string, Target>> => ({
  [`${prefix}.source.sourceId`]: required(text(maxLengths.reference)),
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

/** The fields that a column can be mapped to. */
export const csvTargets: Readonly<Record<string, Target>> = {
  sourceId: required(text(maxLengths.reference)),
  modifiedAt: required(instant),
  createdAt: required(instant),
  name: required(name),
  number: required(text(maxLengths.key)),
  shortId: optional(text(maxLengths.key)),
  active: required(truth),
  mode: required(choice('TEST', 'LIVE')),
  status: required(choice('NORMAL', 'PREFERRED', 'HOLD_SHIPMENT', 'HOLD_ALL')),
  ediStatus: required(choice('ENABLED', 'DISABLED')),
  commissionPolicy: required(choice('COMMISSION_APPLIED', 'COMMISSION_EXEMPT')),
  note: optional(text(maxLengths.note)),
  'creditLimit.value': required(decimal),
  'creditLimit.unit': required(named),
  'contactInfo.name': optional(name),
  'contactInfo.email': optional(email),
  'contactInfo.phone': optional(phone),
  'contactInfo.fax': optional(phone),
  'contactInfo.url': optional(url),
  'freightPreferences.status': required(choice('FREE_FREIGHT', 'BILLED_FREIGHT')),
  'freightPreferences.carrier': required(named),
  'defaults.paymentTerm': required(named),
  'defaults.shippingTerm': required(named),
  'defaults.priority': required(choice('LOW', 'NORMAL', 'HIGH')),
  'notificationPreferences.acceptsInvoiceEmails': required(truth),
  type: required(named),
  'shopper.email': required(ruledText(signInEmail)),
  'shopper.status': required(choice('PROSPECT', 'ACQUIRED', 'REPEAT')),
  'shopper.shopperReference': optional(text(maxLengths.reference)),
  'shopper.totalOrdersCount': optional(count),
  customerGroup: required(named),
  reference: optional(text(maxLengths.reference)),
  referenceOrigin: optional(text(maxLengths.code)),
  tags: required(listOf(',')),
  ...address('billToAddress'),
  ...address('shipToAddress'),
  ...address('address'),
};
