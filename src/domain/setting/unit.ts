import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import type { Faults } from '../write/faults.ts';
import { maxLengths } from '../write/text.ts';
import type { Writer } from '../write/writer.ts';
import { type About, createSetting, deleteSetting, type Keys, type SettingPayload } from './mutation.ts';
import { checkFree, checkUnused, readSettingText } from './read.ts';

type Unit = Row<'Unit'>;

interface UnitInput extends Keys {
  readonly name: string;
  readonly abbreviation: string;
  readonly type: Unit['type'];
  readonly ratioNumerator: string;
  readonly ratioDenominator: string;
  readonly offsetNumerator?: Maybe<string>;
  readonly offsetDenominator?: Maybe<string>;
}

const notZero = ['ratioNumerator', 'ratioDenominator', 'offsetDenominator'] as const;

type Ratios = { readonly [K in (typeof notZero)[number]]?: Maybe<string> };

export function checkRatios(input: Ratios, faults: Faults): void {
  for (const field of notZero)
    if (input[field] === '0')
      faults.add(
        'INVALID',
        field,
        'The value cannot be 0, because values are divided by it; use another number.',
      );
}

export function createUnit(writer: Writer, input: UnitInput): SettingPayload {
  return createSetting(writer, { name: 'unitCreate', input }, 'Unit', async (write) => {
    const { faults } = write;
    const name = readSettingText(input.name, 'name', { max: maxLengths.name }, faults);
    const abbreviation = readSettingText(
      input.abbreviation,
      'abbreviation',
      { max: maxLengths.code },
      faults,
    );
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

/** A unit that an amount is stated in cannot be deleted. */
export function deleteUnit(writer: Writer, input: About): SettingPayload {
  const { id } = input;
  return deleteSetting(writer, { name: 'unitDelete', input }, 'Unit', async (write) => {
    const { prisma, accountId, faults } = write;
    const units = [{ flatRateUnitId: id }, { minimumOrderValueUnitId: id }];
    const [customers, terms] = await prisma(async (tx) => [
      await tx.customer.count({ where: { accountId, creditLimitUnitId: id } }),
      await tx.shippingTerm.count({ where: { accountId, OR: units } }),
    ]);
    checkUnused(customers, 'Customer', faults);
    checkUnused(terms, 'ShippingTerm', faults);
  });
}
