import { derivedColumns, isDerivedColumn, type ListName, type Unit } from '../../../db/model/field-group.ts';
import type { Row } from '../../../db/model/table.ts';
import type { CustomerColumn, CustomerRow } from '../fields.ts';
import { type Decision, decisionsOf, type IsUsable, isConflict } from './derive.ts';
import { statedOf } from './restate.ts';
import type { Rules } from './rule.ts';
import { isOf, isOwnBaseline, storedValues } from './speaker.ts';
import {
  type CustomerLists,
  isFilled,
  metadataValues,
  partsIn,
  textOf,
  type Values,
  valuesOf,
} from './values.ts';

export type RecordRow = Row<'CustomerSource'>;

/** The columns of a customer that its conflicts and origins follow from, with its source records. */
export const statingColumns: readonly CustomerColumn[] = [
  ...(['pins', 'baseline', 'metadata'] as const),
  ...derivedColumns.filter(isDerivedColumn),
];

const noLists: CustomerLists = { priceGroups: [], tags: [] };

const presentOf = (row: CustomerRow): Values => ({
  ...valuesOf(row, noLists),
  ...metadataValues(Object(row.metadata)),
});

/** A value that could not be used when the customer was derived differs from the present one. */
const equalTo =
  (present: Values): IsUsable =>
  (values, unit) =>
    unit.isList ||
    (!isFilled(values, unit) && !isFilled(present, unit)) ||
    textOf(partsIn(values, unit)) === textOf(partsIn(present, unit));

/** How the customer’s present values were chosen. */
function decisionsFor(row: CustomerRow, records: readonly RecordRow[], rules: Rules): readonly Decision[] {
  const present = presentOf(row);
  const baseline = isOwnBaseline(row) ? present : storedValues(row.baseline);
  const stated = statedOf({ stored: records, pins: storedValues(row.pins), baseline });
  return decisionsOf(stated, rules, equalTo(present));
}

export interface Conflict {
  readonly decision: Decision;
  /** In the order of the decision’s candidates. */
  readonly records: readonly RecordRow[];
  /** Null if none of the values can be used. */
  readonly winner: RecordRow | null;
}

export interface FieldOrigin {
  readonly unit: Unit;
  readonly kind: 'PIN' | 'SOURCE' | 'BASELINE';
  readonly records: readonly RecordRow[];
}

const recordsOf = ({ origins }: Decision, records: readonly RecordRow[]): readonly RecordRow[] =>
  origins.flatMap((origin) => (origin.kind === 'SOURCE' ? records.filter(isOf(origin.record)) : []));

export const conflictsFor = (
  row: CustomerRow,
  records: readonly RecordRow[],
  rules: Rules,
): readonly Conflict[] =>
  decisionsFor(row, records, rules)
    .filter(isConflict)
    .map((decision) => ({
      decision,
      records: decision.candidates.flatMap((each) => records.filter(isOf(each))),
      winner: recordsOf(decision, records)[0] ?? null,
    }));

/** Where the present values come from, without fields that are empty. `lists` are those that are not. */
export function originsFor(
  row: CustomerRow,
  records: readonly RecordRow[],
  { rules, lists }: { readonly rules: Rules; readonly lists: ReadonlySet<ListName> },
): readonly FieldOrigin[] {
  const present: Values = {
    ...presentOf(row),
    ...Object.fromEntries([...lists].map((name) => [name, [name]])),
  };
  return decisionsFor(row, records, rules)
    .filter(({ unit }) => isFilled(partsIn(present, unit), unit))
    .map((decision) => {
      const given = recordsOf(decision, records);
      const isPinned = decision.origins.some(({ kind }) => kind === 'PIN');
      return {
        ...{ unit: decision.unit, records: given },
        kind: isPinned ? 'PIN' : given.length > 0 ? 'SOURCE' : 'BASELINE',
      };
    });
}

/** The latest time at which a source modified one of the records; null if none states it. */
export const modifiedAtOf = (records: readonly RecordRow[]): string | null =>
  records
    .flatMap(({ sourceModifiedAt }) => sourceModifiedAt ?? [])
    .reduce<string | null>(
      (last, each) => (last === null || Date.parse(each) > Date.parse(last) ? each : last),
      null,
    );
