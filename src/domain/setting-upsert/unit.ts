import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { canonicalDecimal } from '../decimal.ts';
import { byName } from '../record-upsert/by-name.ts';
import { readFixed } from '../record-upsert/fixed.ts';
import { type Draft, noReferences, type RecordType, type UpsertItem } from '../record-upsert/record-type.ts';
import { readSettingText } from '../setting/read.ts';
import { checkRatios } from '../setting/unit.ts';
import { maxLengths } from '../write/text.ts';

type Unit = Row<'Unit'>;

const ratios = ['ratioNumerator', 'ratioDenominator', 'offsetNumerator', 'offsetDenominator'] as const;

interface UnitItem extends UpsertItem, Partial<Record<(typeof ratios)[number], Maybe<string>>> {
  readonly abbreviation?: Maybe<string>;
  readonly type?: Maybe<Unit['type']>;
}

const isSame = (before: string, given: string): boolean =>
  canonicalDecimal(before) === canonicalDecimal(given);

/** A change of the ratio would change every amount that is stated in the unit. */
function readRatios({ input, faults, current }: Draft<'Unit', UnitItem, null>): Partial<Unit> {
  checkRatios(input, faults);
  const read = ratios.flatMap((path) => {
    if (faults.isAt(path)) return [];
    const value = readFixed(input[path], { path, faults, current, before: current?.[path], isSame });
    return value === undefined ? [] : [[path, value]];
  });
  return Object.fromEntries(read);
}

const isOwn = ({ accountId }: Unit): boolean => accountId !== null;

export const units: RecordType<'Unit', UnitItem, null> = {
  model: 'Unit',
  mutation: 'unitsUpsert',
  noun: 'unit',
  byName: byName('Unit'),
  defaults: { offsetNumerator: '0', offsetDenominator: '1', isBaseUnit: false },
  unique: [
    { column: 'name', among: isOwn },
    { column: 'abbreviation', among: isOwn },
  ],
  resolve: noReferences,
  read(draft) {
    const { input, faults, current } = draft;
    const { name, abbreviation } = input;
    return {
      ...readRatios(draft),
      name: readSettingText(name, 'name', { max: maxLengths.name }, faults),
      abbreviation: readSettingText(abbreviation, 'abbreviation', { max: maxLengths.code }, faults),
      type: readFixed(input.type, { path: 'type', faults, current, before: current?.type }),
    };
  },
};
