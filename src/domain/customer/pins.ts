import {
  type FieldGroup,
  fixedUnits,
  metadataPart,
  metadataUnit,
  type Unit,
} from '../../db/model/field-group.ts';
import type { Maybe } from '../../maybe.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { readSourceRecord } from '../source/key.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type About, planFor } from './about.ts';
import { deriveFrom } from './derive/customers.ts';
import { type Restated, restate } from './derive/restate.ts';
import { isOf, storedValues } from './derive/speaker.ts';
import {
  isFilled,
  isStated,
  metadataIn,
  metadataValues,
  partsIn,
  textOf,
  type Values,
  valuesOf,
} from './derive/values.ts';
import { lockCustomer, settleFor } from './lock-customer.ts';
import type { CustomerAnswer } from './mutations.ts';
import type { Plan } from './plan.ts';
import { saveCustomers } from './save.ts';

interface ReleaseInput extends About {
  readonly fieldGroup: FieldGroup;
  /** The key of the metadata; all keys if it is absent. */
  readonly metadataKey?: Maybe<string>;
}

interface PinInput extends ReleaseInput {
  /** The record whose value is pinned; the present value if it is absent. */
  readonly source?: Maybe<SourceRecordKey>;
}

function checkKey({ fieldGroup, metadataKey }: ReleaseInput, { faults }: Write): void {
  if (metadataKey != null && fieldGroup !== 'METADATA')
    faults.add('INVALID', 'metadataKey', 'Only `METADATA` has keys; omit `metadataKey`.');
}

function unitsOf({ fieldGroup, metadataKey }: ReleaseInput, values: Values): readonly Unit[] {
  if (fieldGroup !== 'METADATA') return fixedUnits.filter(({ group }) => group === fieldGroup);
  const keys = metadataKey == null ? Object.keys(metadataIn(values)) : [metadataKey];
  return keys.map(metadataUnit);
}

/** The values of the record, or undefined, and the user errors say so. */
function valuesOfRecord(write: Write, { source }: PinInput, { stored }: Plan): Values | undefined {
  const { faults } = write;
  const record = source && readSourceRecord(source, faults.at('source'));
  const row = record && stored.find(isOf(record));
  if (record && row === undefined)
    faults.add(
      'NOT_FOUND',
      'source',
      'The customer has no such record; `Customer.sources` lists its records.',
    );
  return row ? storedValues(row.values) : undefined;
}

type Restating = (plan: Plan, restated: Restated, present: Values) => Restated;

const keyGroups: ReadonlySet<FieldGroup> = new Set(['NUMBER', 'SHOPPER', 'REFERENCE']);

/** The values of a record can belong to another customer meanwhile, or refer to objects that were deleted. */
function checkUsable(write: Write, { fieldGroup }: PinInput, { next }: Plan): void {
  const [pins, present] = [storedValues(next.pins), valuesOf(next, { priceGroups: [], tags: [] })];
  const isUsed = fixedUnits
    .filter(({ group, isList }) => group === fieldGroup && !isList)
    .every((unit) => !isStated(pins, unit) || textOf(partsIn(pins, unit)) === textOf(partsIn(present, unit)));
  if (isUsed) return;
  if (keyGroups.has(fieldGroup))
    write.faults.add('TAKEN', 'source', 'Another customer has the value of this record.');
  else
    write.faults.add('NOT_FOUND', 'source', 'The value of this record refers to an object that was deleted.');
}

/** Sets the pins of a customer and derives it. */
async function repin(
  write: Write,
  input: PinInput,
  restating: Restating,
  check: (plan: Plan) => void = () => {},
): Promise<CustomerAnswer> {
  checkKey(input, write);
  const current = await lockCustomer(write, input);
  const plan = current && (await planFor(write, current, {}, input.source != null));
  const plans = plan
    ? await deriveFrom(write, [plan], (each, lists) =>
        restating(each, restate(each, lists), {
          ...valuesOf(each.next, lists),
          ...metadataValues(Object(each.next.metadata)),
        }),
      )
    : [];
  for (const each of plans) check(each);
  settleFor(current, write);
  await saveCustomers(write, plans);
  return { id: current.id };
}

function pin(write: Write, input: PinInput): Promise<CustomerAnswer> {
  const restating: Restating = (plan, restated, present) => {
    const given = input.source == null ? present : valuesOfRecord(write, input, plan);
    if (given === undefined) return restated;
    const units = unitsOf(input, given);
    if (input.source != null && !units.some((unit) => isFilled(given, unit)))
      write.faults.add('INVALID', 'source', 'The record has no value of this field; choose another record.');
    const pins = units.map((unit) =>
      unit.key !== null && given[metadataPart(unit.key)] === undefined
        ? { [metadataPart(unit.key)]: [] }
        : partsIn(given, unit),
    );
    return { ...restated, pins: Object.assign({}, restated.pins, ...pins) };
  };
  return repin(write, input, restating, (plan) => {
    if (input.source != null && !write.faults.isAt('source')) checkUsable(write, input, plan);
  });
}

function release(write: Write, input: ReleaseInput): Promise<CustomerAnswer> {
  return repin(write, input, (_plan, restated) => {
    const units = unitsOf(input, restated.pins);
    const parts = new Set(units.flatMap((unit) => unit.parts));
    const isAll = input.fieldGroup === 'METADATA' && input.metadataKey == null;
    const kept = Object.entries(restated.pins).filter(
      ([part]) => !parts.has(part) && !(isAll && part.startsWith(metadataPart(''))),
    );
    return { ...restated, pins: Object.fromEntries(kept) };
  });
}

type Answer = Promise<Payload<CustomerAnswer>>;

export const pinField = (writer: Writer, input: PinInput): Answer =>
  writer.run({ name: 'customerFieldPin', input }, (write) => pin(write, input));

export const releaseField = (writer: Writer, input: ReleaseInput): Answer =>
  writer.run({ name: 'customerFieldRelease', input }, (write) => release(write, input));
