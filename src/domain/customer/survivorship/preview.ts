import {
  derivedColumns,
  type FieldGroup,
  fixedUnits,
  isDerivedColumn,
  isListGroup,
  metadataUnit,
  type Unit,
} from '../../../db/model/field-group.ts';
import type { Write } from '../../write/writer.ts';
import { deriveFrom } from '../derive/customers.ts';
import { restate } from '../derive/restate.ts';
import { shownValue } from '../derive/shown.ts';
import { type CustomerLists, metadataValues, partsIn, textOf, type Values } from '../derive/values.ts';
import type { CustomerRow } from '../fields.ts';
import type { Plan } from '../plan.ts';
import { batchSize, nextIds, unchangedPlans } from './read-customers.ts';
import { rulesIn, type StoredRule } from './rules.ts';

export const sampleSize = 20;

export interface SampleChange {
  readonly customerId: string;
  readonly fieldGroup: FieldGroup;
  /** The key of the metadata. */
  readonly metadataKey: string | null;
  readonly oldValue: unknown;
  readonly newValue: unknown;
}

export interface Preview {
  readonly customersChanged: number;
  readonly sample: readonly SampleChange[];
}

const noLists: CustomerLists = { priceGroups: [], tags: [] };

const valuesIn = (row: CustomerRow, lists: CustomerLists): Values => ({
  ...Object.fromEntries(derivedColumns.filter(isDerivedColumn).map((column) => [column, row[column]])),
  ...{ priceGroups: [...lists.priceGroups].sort(), tags: [...lists.tags].sort() },
  ...metadataValues(Object(row.metadata)),
});

function unitsOf(rows: readonly CustomerRow[]): readonly Unit[] {
  const keys = new Set(rows.flatMap(({ metadata }) => Object.keys(Object(metadata))));
  return [...fixedUnits, ...[...keys].sort().map(metadataUnit)];
}

function changesOf({
  id,
  current,
  next,
  lists = noLists,
  priceGroupIds,
  tags,
}: Plan): readonly SampleChange[] {
  if (current === undefined) return [];
  const before = valuesIn(current, lists);
  const after = valuesIn(next, { priceGroups: priceGroupIds ?? lists.priceGroups, tags: tags ?? lists.tags });
  return unitsOf([current, next])
    .filter((unit) => textOf(partsIn(before, unit)) !== textOf(partsIn(after, unit)))
    .map((unit) => ({
      ...{ customerId: id, fieldGroup: unit.group, metadataKey: unit.key },
      ...{ oldValue: shownValue(unit, before), newValue: shownValue(unit, after) },
    }));
}

/** Derives the customers by other rules, and compares. Locks and writes nothing. */
export async function preview(
  write: Write,
  before: readonly StoredRule[],
  after: readonly StoredRule[],
): Promise<Preview> {
  const [now, then] = [rulesIn(before), rulesIn(after)];
  // A list that is not united any more loses its baseline, even to a single record.
  const hasLists = fixedUnits.some(({ group }) => isListGroup(group) && now(group).kind !== then(group).kind);
  const sample: SampleChange[] = [];
  let customersChanged = 0;
  for (let last: string | undefined = ''; last !== undefined; ) {
    const ids: readonly string[] = await nextIds(write, last, hasLists ? 1 : 2);
    const rows = await write.rows('Customer', 'id', ids);
    const plans = await unchangedPlans(
      write,
      rows.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    );
    const derived = await deriveFrom(write, plans, restate, then);
    const changes = derived.map(changesOf).filter((each) => each.length > 0);
    customersChanged += changes.length;
    sample.push(...changes.flat().slice(0, sampleSize - sample.length));
    last = ids.length < batchSize ? undefined : ids.at(-1);
  }
  return { customersChanged, sample };
}
