import type { UnitDimension } from '../domain/quantity.ts';
import { settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';

export type UnitIds = ReadonlyMap<string, string>;

type Ratio = readonly [numerator: string, denominator: string];
type UnitEntry = readonly [name: string, abbreviation: string, ratio: Ratio, offset?: Ratio];

const one: Ratio = ['1', '1'];

/** The units that the migrations create. The first unit of each dimension is its base unit. */
const systemUnits: Readonly<Record<UnitDimension, readonly UnitEntry[]>> = {
  CURRENCY: [
    ['US dollar', 'USD', one],
    ['Euro', 'EUR', one],
    ['Pound sterling', 'GBP', one],
    ['Japanese yen', 'JPY', one],
    ['Canadian dollar', 'CAD', one],
    ['Kuwaiti dinar', 'KWD', one],
  ],
  QUANTITY: [
    ['Each', 'ea', one],
    ['Dozen', 'dz', ['12', '1']],
    ['Gross', 'gr', ['144', '1']],
  ],
  TIME: [
    ['Second', 's', one],
    ['Minute', 'min', ['60', '1']],
    ['Hour', 'h', ['3600', '1']],
    ['Day', 'd', ['86400', '1']],
  ],
  MASS: [
    ['Kilogram', 'kg', one],
    ['Gram', 'g', ['1', '1000']],
    ['Pound', 'lb', ['0.45359237', '1']],
    ['Ounce', 'oz', ['0.45359237', '16']],
  ],
  VOLUME: [
    ['Litre', 'L', one],
    ['Millilitre', 'mL', ['1', '1000']],
    ['US gallon', 'gal', ['3.785411784', '1']],
  ],
  LENGTH: [
    ['Metre', 'm', one],
    ['Centimetre', 'cm', ['1', '100']],
    ['Inch', 'in', ['0.0254', '1']],
    ['Foot', 'ft', ['0.3048', '1']],
  ],
  TEMPERATURE: [
    ['Kelvin', 'K', one],
    ['Degree Celsius', '°C', one, ['27315', '100']],
    ['Degree Fahrenheit', '°F', ['5', '9'], ['45967', '180']],
  ],
  AREA: [
    ['Square metre', 'm²', one],
    ['Square foot', 'ft²', ['0.09290304', '1']],
  ],
};

const ownUnits: Partial<Record<UnitDimension, readonly UnitEntry[]>> = {
  CURRENCY: [['Loyalty point', 'PTS', ['0.01', '1']]],
  QUANTITY: [
    ['Case', 'cs', ['24', '1']],
    ['Pallet', 'plt', ['1440', '1']],
  ],
  LENGTH: [['Cable reel', 'reel', ['305', '1']]],
  MASS: [['Stone', 'st', ['6.35029318', '1']]],
  TEMPERATURE: [['Degree Rankine', '°R', ['5', '9']]],
};

export function addSystemUnits(rows: Rows, random: Random): UnitIds {
  return addUnits(rows, random, null, systemUnits);
}

export function addOwnUnits(rows: Rows, random: Random, accountId: string, system: UnitIds): UnitIds {
  return new Map([...system, ...addUnits(rows, random, accountId, ownUnits)]);
}

export function unitId(units: UnitIds, abbreviation: string): string {
  const id = units.get(abbreviation);
  if (id === undefined) throw new RangeError(`The demo data has no unit ${abbreviation}.`);
  return id;
}

function addUnits(
  rows: Rows,
  random: Random,
  accountId: string | null,
  units: Partial<Record<UnitDimension, readonly UnitEntry[]>>,
): UnitIds {
  const ids = new Map<string, string>();
  // Object.entries widens the keys to string.
  const entries = Object.entries(units) as [UnitDimension, readonly UnitEntry[]][];
  for (const [type, list] of entries) {
    for (const [at, entry] of list.entries()) {
      const row = unitRow(random, accountId, type, entry, accountId === null && at === 0);
      rows.add('Unit', row);
      ids.set(row.abbreviation, row.id);
    }
  }
  return ids;
}

function unitRow(
  random: Random,
  accountId: string | null,
  type: UnitDimension,
  [name, abbreviation, ratio, offset = ['0', '1']]: UnitEntry,
  isBaseUnit: boolean,
): DemoRow<'Unit'> {
  return {
    id: demoId('Unit', settingsStart, random),
    accountId,
    name,
    abbreviation,
    type,
    ratioNumerator: ratio[0],
    ratioDenominator: ratio[1],
    offsetNumerator: offset[0],
    offsetDenominator: offset[1],
    isBaseUnit,
    createdAt: settingsStart,
    updatedAt: settingsStart,
  };
}
