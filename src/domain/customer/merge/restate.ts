import { columnGroups } from '../../../db/model/field-group.ts';
import { hasValues, type Restated } from '../derive/restate.ts';
import { isOwnBaseline, storedValues } from '../derive/speaker.ts';
import { listIn, type Values, valuesOf } from '../derive/values.ts';
import type { CustomerRow } from '../fields.ts';
import type { RecordRow } from '../source-records.ts';
import type { Union } from './check.ts';
import type { MergeSet } from './merge-set.ts';
import type { Addresses } from './move.ts';

/** The parts that the target takes from a duplicate without a stored baseline, if it has none. */
const takenParts: ReadonlySet<string> = new Set([
  ...columnGroups.REFERENCE,
  ...columnGroups.SHOPPER,
  ...columnGroups.CUSTOMER_GROUP,
]);

const taken = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([part]) => takenParts.has(part)));

function baselineOf(customer: CustomerRow, isTarget: boolean, { listsOf }: Union): Values {
  if (!isOwnBaseline(customer)) return storedValues(customer.baseline);
  const values = valuesOf(customer, listsOf(customer.id));
  return isTarget ? values : { ...taken(values), ...listsOf(customer.id) };
}

const unitParts: readonly (readonly string[])[] = Object.values(columnGroups);

/** The second one's values win, by whole groups; lists are joined. */
function joined(values: Values, winning: Values): Values {
  const lost = unitParts.filter((parts) => parts.some((part) => Object.hasOwn(winning, part))).flat();
  const rest = Object.entries(values).filter(([part]) => !lost.includes(part));
  const lists = (['priceGroups', 'tags'] as const).flatMap((name) => {
    const list = [...new Set([...listIn(values, name), ...listIn(winning, name)])].sort();
    return list.length === 0 ? [] : [[name, list] as const];
  });
  return { ...Object.fromEntries(rest), ...winning, ...Object.fromEntries(lists) };
}

function withKept(values: Values, { doubles }: Addresses): Values {
  const kept = new Map<unknown, string>(doubles.map(({ address, keptId }) => [address.id, keptId]));
  const entries = Object.entries(values);
  return Object.fromEntries(entries.map(([part, value]) => [part, kept.get(value) ?? value]));
}

/** Undefined if nothing is derived for any of the customers. */
export function restateMerged(
  { target, duplicates }: MergeSet,
  records: readonly RecordRow[],
  union: Union,
  addresses: Addresses,
): Restated | undefined {
  const all = [...duplicates].reverse();
  if ([target, ...all].every(isOwnBaseline) && !records.some(hasValues)) return undefined;
  const join = (of: (customer: CustomerRow) => Values) => [...all, target].map(of).reduce(joined);
  const pins = [...all, target].map((each) => storedValues(each.pins));
  return {
    stored: records.map((row) =>
      hasValues(row)
        ? // Values are JSON.
          {
            ...row,
            values: withKept(storedValues(row.values), addresses) as NonNullable<RecordRow['values']>,
          }
        : row,
    ),
    pins: withKept(Object.assign({}, ...pins), addresses),
    baseline: withKept(
      join((each) => baselineOf(each, each === target, union)),
      addresses,
    ),
  };
}
