import { isDeepStrictEqual } from 'node:util';
import { columnGroups, isDerivedColumn, isDerivedPart } from '../../../db/model/field-group.ts';
import type { CustomerRow } from '../fields.ts';
import type { Plan } from '../plan.ts';
import type { RecordRow } from '../source-records.ts';
import type { Stated } from './derive.ts';
import type { Statement } from './rule.ts';
import { isOf, isOwnBaseline, storedValues } from './speaker.ts';
import { type CustomerLists, metadataParts, metadataValues, type Values, valuesOf } from './values.ts';

/** All values that a customer is derived from, with the rows of its source records. */
export interface Restated {
  readonly stored: readonly RecordRow[];
  readonly pins: Values;
  readonly baseline: Values;
}

const statementOf = ({ system, sourceId, values, sourceModifiedAt, goneAt }: RecordRow): Statement => ({
  ...{ system, sourceId, modifiedAt: sourceModifiedAt ?? null, isGone: goneAt !== null },
  values: storedValues(values),
});

export const hasValues = ({ values }: RecordRow): boolean => values != null;

export const statedOf = ({ stored, pins, baseline }: Restated): Stated => ({
  ...{ pins, baseline },
  records: stored.filter(hasValues).map(statementOf),
});

type JsonValue = NonNullable<RecordRow['values']>;

const shopperParts: readonly string[] = columnGroups.SHOPPER;

/** The parts that the input sets, with the values that the checks have completed. */
function givenValues({ next, touched, priceGroupIds, tags }: Plan): Values {
  const columns = touched.filter(isDerivedColumn);
  // An email makes a shopper, whose status is not empty.
  const shopper = columns.some((column) => shopperParts.includes(column)) ? columnGroups.SHOPPER : [];
  return {
    ...Object.fromEntries([...columns, ...shopper].map((column) => [column, next[column]])),
    ...(touched.includes('metadata') && metadataValues(Object(next.metadata))),
    ...(touched.includes('priceGroups') && { priceGroups: [...(priceGroupIds ?? [])].sort() }),
    ...(touched.includes('tags') && { tags: [...(tags ?? [])].sort() }),
  };
}

const withoutNulls = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** Metadata that the input leaves out is removed. */
function removedMetadata({ touched }: Plan, before: Values): Values {
  if (!touched.includes('metadata')) return {};
  return Object.fromEntries(metadataParts(before).map((part) => [part, []]));
}

/** A pin holds the whole unit: the other parts as they are in the customer. */
function pinned(plan: Plan): Values {
  const { next, current } = plan;
  const units = Object.values(columnGroups).filter((parts) =>
    parts.some((part) => plan.touched.includes(part)),
  );
  const metadata = metadataValues(Object(current?.metadata));
  return {
    ...Object.fromEntries(units.flat().map((column) => [column, next[column]])),
    ...removedMetadata(plan, metadata),
    ...givenValues(plan),
  };
}

/** The values of a source or a baseline after the input. */
function restatedBy(plan: Plan, before: Values): Values {
  const all = { ...before, ...removedMetadata(plan, before), ...givenValues(plan) };
  const kept = Object.entries(all).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  return withoutNulls(Object.fromEntries(kept));
}

export const isSpeaking = ({ touched }: Plan): boolean => touched.some(isDerivedPart);

function restatedRecords(plan: Plan): readonly RecordRow[] {
  const { speaker, records, stored } = plan;
  const rows = records?.after ?? stored;
  if (speaker.kind !== 'SOURCE') return rows;
  const { record, modifiedAt, goneAt } = speaker;
  return rows.map((row) => {
    if (!isOf(record)(row)) return row;
    const values = restatedBy(plan, storedValues(row.values));
    const sourceModifiedAt = modifiedAt ?? row.sourceModifiedAt ?? null;
    const isSame =
      isDeepStrictEqual(row.values, values) &&
      sourceModifiedAt === row.sourceModifiedAt &&
      goneAt === row.goneAt;
    // Values are JSON.
    return isSame ? row : { ...row, values: values as JsonValue, sourceModifiedAt, goneAt };
  });
}

/** The baseline before the write: that of a customer without one is what it has. */
const baselineOf = ({ current }: Plan, lists: CustomerLists): Values => {
  if (current === undefined) return {};
  return isOwnBaseline(current) ? valuesOf(current, lists) : storedValues(current.baseline);
};

export function restate(plan: Plan, lists: CustomerLists): Restated {
  const { speaker, current, stored } = plan;
  const isSet = isSpeaking(plan);
  const after = isSet ? restatedRecords(plan) : (plan.records?.after ?? stored);
  const isLast = stored.some(hasValues) && !after.some(hasValues) && current !== undefined;
  const baseline = isLast ? valuesOf(current, lists) : baselineOf(plan, lists);
  const pins = storedValues(current?.pins);
  return {
    stored: after,
    pins: isSet && speaker.kind === 'PIN' ? { ...pins, ...pinned(plan) } : pins,
    baseline: isSet && speaker.kind === 'BASELINE' ? restatedBy(plan, baseline) : baseline,
  };
}

/** A customer that nothing is derived for is its own baseline. */
export const isPlain = ({ stored, pins }: Restated): boolean =>
  Object.keys(pins).length === 0 && !stored.some(hasValues);

export const columnsOf = (restated: Restated): Pick<CustomerRow, 'pins' | 'baseline'> => ({
  // Values are JSON.
  pins: (Object.keys(restated.pins).length === 0 ? null : restated.pins) as CustomerRow['pins'],
  baseline: (isPlain(restated) ? null : restated.baseline) as CustomerRow['baseline'],
});
