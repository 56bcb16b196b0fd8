import { checkMetadata } from '../../domain/customer/input.ts';
import { Faults } from '../../domain/write/faults.ts';
import { isObject } from '../../is-object.ts';
import type { Read } from '../mapping/field.ts';

/** The resource that a relationship's `data` names. */
export const linked: Read = (value, place) => {
  const id = isObject(value) ? value.id : undefined;
  return typeof id === 'string' && id !== ''
    ? { source: { system: place.system, sourceId: id } }
    : place.warn('INVALID', 'A resource identifier with `type` and `id` is expected.');
};

/** The ids of a relationship to many. */
export const linkedIds: Read = (value, place) =>
  Array.isArray(value)
    ? value.flatMap((each) => (isObject(each) && typeof each.id === 'string' ? each.id : []))
    : place.warn('INVALID', 'A list of resource identifiers is expected.');

/** An amount in the smallest unit of its currency. */
export const minorUnits: Read = (value, place) =>
  Number.isSafeInteger(value)
    ? BigInt(Number(value))
    : place.warn('INVALID', 'A whole number of the currency’s smallest unit is expected.');

/** The exact amount: `1234` of a currency with two digits is `12.34`. */
export function exactAmount(units: bigint, digits: number): string {
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0');
  const sign = units < 0n ? '-' : '';
  const point = text.length - digits;
  return digits === 0 ? sign + text : `${sign}${text.slice(0, point)}.${text.slice(point)}`;
}

export const metadata: Read = (value, place) => {
  if (!isObject(value)) return place.warn('INVALID', 'An object is expected.');
  const faults = new Faults();
  checkMetadata(value, 'metadata', faults);
  const [fault] = faults.found;
  return fault === undefined ? value : place.warn('INVALID', fault.message);
};
