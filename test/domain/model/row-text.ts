import { canonicalDecimal } from '../../../src/domain/decimal.ts';
import { type Change, canonical } from './state.ts';

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d[T ]/.test(value);

/** A given time; null for the time of a write, which the model does not know. */
const givenTime = (value: unknown): unknown =>
  isTime(value) && value < '2025' ? new Date(value).toISOString() : null;

/** Of an address, only whether it existed; of a time, whether it was given. */
function bare({ field, oldValue, newValue }: Change): string {
  const text = (value: string | null) => {
    if (field === 'addresses') return value && '…';
    return field === 'createdAt' && value !== null ? (givenTime(value) ?? '…') : value;
  };
  return canonical({ field, oldValue: text(oldValue), newValue: text(newValue) });
}

/** A merge can take the time of another creation, which the model does not know. */
const isKnown = ({ field, newValue }: Change): boolean =>
  field !== 'createdAt' || givenTime(newValue) !== null;

interface Event {
  readonly action: string;
  readonly changes: readonly Change[];
}

const decimalKeys = /value$|LimitValue$|amount$|^ratio|^offset/;

function textOf(name: string, value: unknown): unknown {
  if (name === 'events')
    // The rows of the model and the database have this shape.
    return (value as readonly Event[])
      .map(({ action, changes }) => canonical([action, changes.filter(isKnown).map(bare).sort()]))
      .sort();
  if (['tags', 'priceGroups', 'sources'].includes(name))
    return Array.isArray(value) ? [...value].sort() : value;
  if (/At$/.test(name)) return isTime(value) ? givenTime(value) : value;
  return decimalKeys.test(name) && typeof value === 'string' ? canonicalDecimal(value) : value;
}

/** A row as one text: unordered lists are sorted, decimals and times are in canonical form. */
export const rowText = (row: object): string =>
  canonical(JSON.parse(JSON.stringify(row), (name, value) => textOf(name, value)));
