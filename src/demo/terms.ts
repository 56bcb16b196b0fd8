import type { DemoAccount } from './accounts.ts';
import type { CarrierChoice } from './carriers.ts';
import { later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import { type UnitIds, unitId } from './units.ts';

type Amount = readonly [value: string, unit: string];

interface ShippingTermEntry {
  readonly name: string;
  readonly type: DemoRow<'ShippingTerm'>['type'];
  readonly flatRate?: Amount;
  readonly minimum?: Amount;
  readonly free?: number;
  readonly market?: string;
}

/** A payment term; terms that are paid before or at delivery need no credit limit. */
export interface PaymentChoice {
  readonly id: string;
  readonly isPrepaid: boolean;
}

export interface ShippingChoice {
  readonly id: string;
  readonly isFree: boolean;
  readonly market: string;
}

/** Payment terms with the number of times they are chosen; "!" marks an inactive term. */
const systemPaymentTerms: readonly (readonly [name: string, times: number])[] = [
  ['Net 30', 22],
  ['Net 15', 3],
  ['Net 45', 4],
  ['Net 60', 3],
  ['Due on receipt', 3],
  ['Prepaid', 3],
  ['2% 10, Net 30', 4],
  ['!COD', 1],
];
const ownPaymentTerms: typeof systemPaymentTerms = [
  ['Net 30 EOM', 4],
  ['Half now, half on delivery', 1],
  ['!Consignment', 1],
];
const prepaid = ['Due on receipt', 'Prepaid', '!COD', 'Half now, half on delivery'];

const systemShippingTerms: readonly ShippingTermEntry[] = [
  { name: 'Prepaid & add', type: 'CARRIER_RATE_FREIGHT' },
  { name: 'Free freight', type: 'FREE_FREIGHT', free: 3 },
  { name: 'Flat rate', type: 'FLAT_RATE_FREIGHT', flatRate: ['12.5', 'USD'], market: 'USD' },
];

const euro: ShippingTermEntry = {
  name: 'Flat €14.90, free over €750',
  type: 'FLAT_RATE_FREIGHT',
  flatRate: ['14.9', 'EUR'],
  minimum: ['750', 'EUR'],
  free: 2,
  market: 'EUR',
};

const ownShippingTerms: Readonly<Record<number, readonly ShippingTermEntry[]>> = {
  1: [
    {
      name: 'Flat $9.95, free over $499.99',
      type: 'FLAT_RATE_FREIGHT',
      flatRate: ['9.95', 'USD'],
      minimum: ['499.99', 'USD'],
      free: 3,
      market: 'home',
    },
    { name: 'Free over $500', type: 'FREE_FREIGHT', minimum: ['500', 'USD'], free: 4, market: 'home' },
    euro,
    {
      name: 'Kuwait dock',
      type: 'FLAT_RATE_FREIGHT',
      flatRate: ['3.125', 'KWD'],
      minimum: ['250', 'KWD'],
      market: 'KWD',
    },
    { name: 'By the pallet', type: 'CARRIER_RATE_FREIGHT', minimum: ['2', 'plt'], market: 'home' },
  ],
  2: [
    {
      name: 'Flat £7.95, free over £249.99',
      type: 'FLAT_RATE_FREIGHT',
      flatRate: ['7.95', 'GBP'],
      minimum: ['249.99', 'GBP'],
      free: 3,
      market: 'home',
    },
    { name: 'Free over £250', type: 'FREE_FREIGHT', minimum: ['250', 'GBP'], free: 4, market: 'home' },
    euro,
    { name: 'By the pallet', type: 'CARRIER_RATE_FREIGHT', minimum: ['2', 'plt'], market: 'home' },
  ],
};

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

export function addPaymentTerms(
  rows: Rows,
  random: Random,
  accountId: string | null,
): readonly PaymentChoice[] {
  return (accountId === null ? systemPaymentTerms : ownPaymentTerms).flatMap(([entry, times]) => {
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
    return Array<PaymentChoice>(times).fill({ id, isPrepaid: prepaid.includes(entry) });
  });
}

export function addShippingTerms(
  rows: Rows,
  random: Random,
  account: DemoAccount | null,
  units: UnitIds,
  carriers: readonly CarrierChoice[],
): readonly ShippingChoice[] {
  const accountId = account?.id ?? null;
  const levelIds = carriers.filter(({ deleted }) => !deleted).flatMap((carrier) => carrier.levelIds);
  return (account === null ? systemShippingTerms : (ownShippingTerms[account.ordinal] ?? [])).map((entry) => {
    const row = shippingTermRow(random, accountId, units, entry);
    rows.add('ShippingTerm', row);
    for (const serviceLevelId of random.sample(levelIds, entry.free ?? 0)) {
      rows.add('ShippingTermServiceLevel', { accountId, shippingTermId: row.id, serviceLevelId });
    }
    return { id: row.id, isFree: entry.type === 'FREE_FREIGHT', market: entry.market ?? 'any' };
  });
}

function shippingTermRow(
  random: Random,
  accountId: string | null,
  units: UnitIds,
  { name, type, flatRate, minimum }: ShippingTermEntry,
): DemoRow<'ShippingTerm'> {
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
