import type { Context } from '../../context.ts';
import { prefixOf, typeOfId } from '../../db/model/id.ts';
import type { Row } from '../../db/model/table.ts';
import { displayMoney, displayValue } from '../../domain/display-value.ts';
import { listedText } from '../../domain/identifier/listed.ts';
import { convertQuantity, DimensionMismatchError, NotConvertibleError } from '../../domain/quantity.ts';
import type { Deferred } from '../../loaders/batch.ts';
import { builder } from '../relay/builder.ts';
import { expectReadable } from '../relay/node.ts';
import { expectId } from '../relay/node-id.ts';
import { reads } from '../relay/reads.ts';
import { one, theOne } from '../relay/relation.ts';
import { requestError } from '../relay/request-error.ts';
import { Unit } from './unit.ts';

/** Stored in the row that it belongs to; its id is derived from that row's id. */
interface QuantityValue {
  readonly id: string;
  readonly value: string;
  readonly unitId: string;
}

/** The columns that store a quantity, by the name in its id. */
const holders = {
  credit_limit: { model: 'Customer', value: 'creditLimitValue', unit: 'creditLimitUnitId' },
  flat_rate: { model: 'ShippingTerm', value: 'flatRateValue', unit: 'flatRateUnitId' },
  minimum_order: { model: 'ShippingTerm', value: 'minimumOrderValueValue', unit: 'minimumOrderValueUnitId' },
} as const;

type Holder = keyof typeof holders;

const isHolder = (name: string): name is Holder => name in holders;

/** The quantity stored in a row; null if there is none. */
export function quantityOf(holder: Holder, row: { readonly id: string }): QuantityValue | null {
  const columns = row as unknown as Readonly<Record<string, string | null>>;
  const [value, unitId] = [columns[holders[holder].value], columns[holders[holder].unit]];
  if (value == null || unitId == null) return null;
  return { id: `${prefixOf('Quantity')}${holder}_${row.id}`, value, unitId };
}

const idShape = /^qty_([a-z_]+)_([a-z]{3}_[0-9a-z]+)$/;

function loadQuantity(id: string, { loaders, viewer }: Context): Deferred<QuantityValue | null> | null {
  const [, holder = '', rowId = ''] = idShape.exec(id) ?? [];
  if (!isHolder(holder) || typeOfId(rowId) !== holders[holder].model) return null;
  expectReadable(holders[holder].model, viewer);
  return loaders
    .row<'Customer' | 'ShippingTerm'>(holders[holder].model)
    .defer(rowId)
    .map((row) => row && quantityOf(holder, row));
}

interface Converted extends Omit<QuantityValue, 'id'> {
  readonly exact: boolean;
}

const displayed = {
  type: 'String' as const,
  description:
    'The formatted value with its unit: `$1,234.56`, `1,200 kg`, `-$5.00`. Money is rounded to the number of digits of its currency; other values lose only trailing zeros.',
  extensions: reads([], { Unit: ['type', 'abbreviation'] }),
  resolve: ({ value, unitId }: Omit<QuantityValue, 'id'>, _args: object, { loaders }: Context) =>
    unitBy(unitId, loaders).map((unit) => displayValue(value, unit)),
};

function unitBy(id: string, loaders: Context['loaders']): Deferred<Row<'Unit'>> {
  return loaders
    .row('Unit')
    .defer(id)
    .map((unit) => {
      if (unit === null) throw new Error(`The unit ${id} does not exist.`);
      return unit;
    });
}

const ConvertedQuantity = builder.objectRef<Converted>('ConvertedQuantity');

builder.objectType(ConvertedQuantity, {
  description: 'A quantity in another unit.',
  fields: (t) => ({
    value: t.expose('value', {
      type: 'Decimal',
      description: 'The amount in the other unit, with up to 30 digits after the decimal point.',
    }),
    displayValue: t.field(displayed),
    unit: t.field(theOne(Unit, 'unitId', 'The requested unit.')),
    exact: t.exposeBoolean('exact', {
      description:
        'Whether the value is exact. False if the value was rounded half to even, because the exact value is not a finite decimal or has more than 30 digits after the decimal point.',
    }),
  }),
});

async function convert(
  { value, unitId }: QuantityValue,
  to: string,
  loaders: Context['loaders'],
): Promise<Converted> {
  const [from, target] = await Promise.all([
    unitBy(unitId, loaders),
    loaders.row('Unit').defer(expectId('to', to, 'Unit')),
  ]);
  if (target === null)
    throw requestError('NOT_FOUND', `\`to\` is the id of a unit that does not exist; ${listedText('Unit')}.`);
  try {
    return { ...convertQuantity(value, from, target), unitId: target.id };
  } catch (error) {
    if (error instanceof DimensionMismatchError)
      throw requestError(
        'UNIT_DIMENSION_MISMATCH',
        `${error.message} Give a unit of dimension ${from.type}: \`units(type: ${from.type})\` lists them.`,
      );
    if (error instanceof NotConvertibleError)
      throw requestError(
        'UNIT_NOT_CONVERTIBLE',
        `${error.message} Show amounts of different currencies separately.`,
      );
    throw error;
  }
}

export const Quantity = builder.objectRef<QuantityValue>('Quantity');

builder.node(Quantity, {
  id: { resolve: ({ id }) => id },
  loadOne: loadQuantity,
  description:
    'An exact amount with its unit, such as a credit limit or a flat rate. It comes from the sales system.',
  fields: (t) => ({
    value: t.expose('value', { type: 'Decimal', description: 'The exact amount, in `unit`.' }),
    displayValue: t.field(displayed),
    unit: t.field(one(Unit, 'unitId', 'The unit of the amount.')),
    convert: t.field({
      type: ConvertedQuantity,
      description:
        'The same quantity in another unit of the same dimension; an error of code `UNIT_DIMENSION_MISMATCH` otherwise. Exact except for one rounding at the end. Currencies have no exchange rates: converting EUR to USD is an error of code `UNIT_NOT_CONVERTIBLE`. An account’s own currency that is not in ISO 4217, such as points, converts to the base unit (USD) by its ratio.',
      args: { to: t.arg.id({ required: true, description: 'The id of the unit to convert to.' }) },
      extensions: reads([], { Unit: 'all' }),
      resolve: (quantity, { to }, { loaders }) => convert(quantity, to, loaders),
    }),
  }),
});

interface MoneyValue {
  readonly amount: string;
  readonly currencyCode: string;
}

export const Money = builder.objectRef<MoneyValue>('Money');

builder.objectType(Money, {
  description: 'An amount of money in the shop. From Commerce Layer.',
  fields: (t) => ({
    amount: t.expose('amount', {
      type: 'Decimal',
      description: 'The exact amount in the main unit of the currency: dollars, not cents.',
    }),
    currencyCode: t.exposeString('currencyCode', { description: 'The ISO 4217 code of the currency.' }),
    displayValue: t.string({
      description:
        'The formatted amount, rounded to the number of digits of the currency: `$1,234.56`, `¥1,000`.',
      extensions: reads(),
      resolve: ({ amount, currencyCode }) => displayMoney(amount, currencyCode),
    }),
  }),
});
