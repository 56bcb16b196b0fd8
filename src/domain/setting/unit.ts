import type { Row } from '../../db/table.ts';
import type { Faults } from '../write/faults.ts';
import { longest } from '../write/text.ts';
import type { Writer } from '../write/writer.ts';
import { createSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkFree, type Maybe, readText } from './read.ts';

type Unit = Row<'Unit'>;

export interface UnitInput extends Keys {
  readonly name: string;
  readonly abbreviation: string;
  readonly type: Unit['type'];
  readonly ratioNumerator: string;
  readonly ratioDenominator: string;
  readonly offsetNumerator?: Maybe<string>;
  readonly offsetDenominator?: Maybe<string>;
}

const notZero = ['ratioNumerator', 'ratioDenominator', 'offsetDenominator'] as const;

function checkRatios(input: UnitInput, faults: Faults): void {
  for (const field of notZero)
    if (input[field] === '0')
      faults.add(
        'INVALID',
        field,
        'The value cannot be 0, because values are divided by it; use another number.',
      );
}

/** Creates a unit of the account, which is never the base unit of its dimension. */
export function createUnit(writer: Writer, input: UnitInput): SettingPayload {
  return createSetting(writer, { name: 'unitCreate', input }, 'Unit', async (write) => {
    const { faults } = write;
    const name = readText(input.name, 'name', { max: longest.name }, faults);
    const abbreviation = readText(input.abbreviation, 'abbreviation', { max: longest.code }, faults);
    checkRatios(input, faults);
    const own = { model: 'Unit', current: undefined, among: (row: Unit) => row.accountId !== null } as const;
    await checkFree(write, { ...own, column: 'name', value: name });
    await checkFree(write, { ...own, column: 'abbreviation', value: abbreviation });
    const { type, ratioNumerator, ratioDenominator } = input;
    const offset = {
      offsetNumerator: input.offsetNumerator ?? undefined,
      offsetDenominator: input.offsetDenominator ?? undefined,
    };
    return { name, abbreviation, type, ratioNumerator, ratioDenominator, ...offset };
  });
}
