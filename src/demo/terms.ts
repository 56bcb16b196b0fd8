import type { CarrierChoice } from './carriers.ts';
import { later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { Row, Rows } from './rows.ts';
import { type UnitIds, unitId } from './units.ts';

type Amount = readonly [value: string, unit: string];

interface ShippingTermEntry {
  readonly name: string;
  readonly type: Row<'ShippingTerm'>['type'];
  readonly flatRate?: Amount;
  readonly minimum?: Amount;
  /** The number of service levels with free shipping. */
  readonly free?: number;
}

/** "!" marks an inactive term. */
const systemPaymentTerms = [
  'Net 30',
  'Net 15',
  'Net 45',
  'Net 60',
  'Due on receipt',
  'Prepaid',
  '2% 10, Net 30',
  '!COD',
];
const ownPaymentTerms = ['Net 30 EOM', 'Half now, half on delivery', '!Consignment'];

const systemShippingTerms: readonly ShippingTermEntry[] = [
  { name: 'Prepaid & add', type: 'CARRIER_RATE_FREIGHT' },
  { name: 'Free freight', type: 'FREE_FREIGHT', free: 3 },
  { name: 'Flat rate', type: 'FLAT_RATE_FREIGHT', flatRate: ['12.5', 'USD'] },
];

/**
 * Contains amounts that a float would round, and rates in unusual but valid units, such as pounds and
 * degrees.
 */
const ownShippingTerms: readonly ShippingTermEntry[] = [
  {
    name: 'Flat $9.95, free over $499.99',
    type: 'FLAT_RATE_FREIGHT',
    flatRate: ['9.95', 'USD'],
    minimum: ['499.99', 'USD'],
    free: 3,
  },
  { name: 'Free over $500', type: 'FREE_FREIGHT', minimum: ['500', 'USD'], free: 4 },
  {
    name: 'Dime and two dimes',
    type: 'FLAT_RATE_FREIGHT',
    flatRate: ['0.3', 'USD'],
    minimum: ['0.1', 'USD'],
  },
  {
    name: 'Frankreich frei Haus',
    type: 'FLAT_RATE_FREIGHT',
    flatRate: ['12345678901234567890.123456789012345678901234567890', 'EUR'],
    minimum: ['0.000000000000000000000000000001', 'EUR'],
    free: 2,
  },
  { name: 'Kuwait dock', type: 'FLAT_RATE_FREIGHT', flatRate: ['3.125', 'KWD'], minimum: ['250', 'KWD'] },
  {
    name: 'By the hundredweight',
    type: 'FLAT_RATE_FREIGHT',
    flatRate: ['100', 'lb'],
    minimum: ['453.59237', 'kg'],
  },
  {
    name: 'Cold chain',
    type: 'CARRIER_RATE_FREIGHT',
    flatRate: ['-40', '°F'],
    minimum: ['-18.5', '°C'],
    free: 1,
  },
  { name: 'By the pallet', type: 'CARRIER_RATE_FREIGHT', minimum: ['2', 'plt'] },
];

const priorities = [
  ['LOW', 'Low'],
  ['NORMAL', 'Normal'],
  ['HIGH', 'High'],
] as const;

export function addPriorities(rows: Rows, random: Random): readonly string[] {
  return priorities.map(([code, name]) => {
    const id = demoId('Priority', settingsStart, random);
    rows.add('Priority', { id, code, name, createdAt: settingsStart, updatedAt: settingsStart });
    return id;
  });
}

export function addPaymentTerms(rows: Rows, random: Random, accountId: string | null): readonly string[] {
  return (accountId === null ? systemPaymentTerms : ownPaymentTerms).map((entry) => {
    const createdAt = later(settingsStart, random.below(3000));
    const id = demoId('PaymentTerm', createdAt, random);
    rows.add('PaymentTerm', {
      id,
      accountId,
      name: entry.replace('!', ''),
      status: entry.startsWith('!') ? 'INACTIVE' : 'ACTIVE',
      createdAt,
      updatedAt: createdAt,
    });
    return id;
  });
}

export function addShippingTerms(
  rows: Rows,
  random: Random,
  accountId: string | null,
  units: UnitIds,
  carriers: readonly CarrierChoice[],
): readonly string[] {
  const levelIds = carriers.filter(({ deleted }) => !deleted).flatMap((carrier) => carrier.levelIds);
  return (accountId === null ? systemShippingTerms : ownShippingTerms).map((entry) => {
    const row = shippingTermRow(random, accountId, units, entry);
    rows.add('ShippingTerm', row);
    for (const serviceLevelId of random.sample(levelIds, entry.free ?? 0)) {
      rows.add('ShippingTermServiceLevel', { accountId, shippingTermId: row.id, serviceLevelId });
    }
    return row.id;
  });
}

function shippingTermRow(
  random: Random,
  accountId: string | null,
  units: UnitIds,
  { name, type, flatRate, minimum }: ShippingTermEntry,
): Row<'ShippingTerm'> {
  const createdAt = later(settingsStart, random.below(3000));
  return {
    id: demoId('ShippingTerm', createdAt, random),
    accountId,
    name,
    type,
    flatRateValue: flatRate?.[0] ?? null,
    flatRateUnitId: flatRate ? unitId(units, flatRate[1]) : null,
    minimumOrderValueValue: minimum?.[0] ?? null,
    minimumOrderValueUnitId: minimum ? unitId(units, minimum[1]) : null,
    createdAt,
    updatedAt: createdAt,
  };
}
