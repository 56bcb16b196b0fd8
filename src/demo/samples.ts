import { type DemoAccount, harbour, meridian } from './accounts.ts';
import { britishPlaces, type Place, placeOf } from './places.ts';
import type { Fullness } from './random.ts';
import type { Row } from './rows.ts';

/** A sample customer with the given values. */
export interface Sample {
  readonly fullness?: Fullness;
  readonly name?: string;
  readonly status?: Row<'Customer'>['status'];
  /** Whether it has the first entry of every setting: the best-known one. */
  readonly takesFirst?: boolean;
  readonly place?: Place;
  readonly createdAt?: Date;
  readonly updatedAt?: Date;
  readonly shortId?: string;
  readonly contact?: {
    readonly name: string;
    readonly email: string;
    readonly phone: string;
    readonly fax: string | null;
  };
  readonly street?: readonly [line1: string, line2: string | null, postalCode: string];
  readonly shopperEmail?: string;
  readonly creditLimit?: readonly [value: string, unit: string];
  readonly priceGroups?: number;
  readonly orders?: number;
  readonly discontinued?: boolean;
}

/** The warehouse system's own sample records; their times, which have no zone, are read as UTC. */
const acme: Sample = {
  fullness: 'all',
  takesFirst: true,
  name: 'Acme Corporation',
  status: 'PREFERRED',
  place: placeOf('Springfield', 'IL'),
  createdAt: new Date('2023-04-15T08:30:00Z'),
  updatedAt: new Date('2024-11-02T14:22:00Z'),
  shortId: 'ACME-CORP',
  contact: { name: 'Jane Smith', email: 'orders@acme.example.com', phone: '555-0100', fax: null },
  street: ['123 Industrial Way', null, '62701'],
  shopperEmail: 'jane.smith@acme.example.com',
  creditLimit: ['125000.3', 'USD'],
  orders: 24,
  discontinued: false,
};

const bright: Sample = {
  name: 'Bright Manufacturing LLC',
  status: 'NORMAL',
  place: placeOf('Rockford', 'IL'),
  createdAt: new Date('2022-09-01T09:00:00Z'),
  updatedAt: new Date('2025-01-15T11:05:00Z'),
  shortId: 'BRIGHT-MFG',
  contact: {
    name: 'Tom Briggs',
    email: 'inventory@brightmfg.example.com',
    phone: '555-0201',
    fax: '555-0202',
  },
  street: ['88 Factory Rd', 'Suite 200', '61101'],
  discontinued: false,
};

/** A different company under the same keys, in the other account. */
const otherAcme: Sample = {
  name: 'Acme Provisions Ltd',
  ...(britishPlaces[0] && { place: britishPlaces[0] }),
  shortId: 'ACME-CORP',
  shopperEmail: 'jane.smith@acme.example.com',
  discontinued: false,
};

/** Values that a float would round, and limits in unusual but valid units, such as pounds and degrees. */
const creditLimits: readonly (readonly [value: string, unit: string])[] = [
  ['0.3', 'USD'],
  ['12345678901234567890.12345678901234567890123456789', 'USD'],
  ['0.000000000000000000000000000001', 'EUR'],
  ['-0.000000000000000000000000000001', 'USD'],
  ['99999999999999999999999999999999999.999999999999999999999999999999', 'JPY'],
  ['9007199254740993', 'USD'],
  ['-250.75', 'GBP'],
  ['0', 'USD'],
  ['1234.567', 'KWD'],
  ['-40', '°F'],
  ['-40', '°C'],
  ['310.15', 'K'],
  ['453.59237', 'kg'],
  ['1000', 'lb'],
  ['0.1', 'oz'],
  ['72.8', '°Ré'],
  ['2.5', 'plt'],
  ['100', 'PTS'],
  ['33.333333333333333333333333333333', 'reel'],
];

const crowded = [4, 9, 14];

/** The sample at an index, for the account's first customers; undefined for all others. */
export function sampleOf(account: DemoAccount, index: number): Sample | undefined {
  if (account === harbour && index === 0) return otherAcme;
  if (index === 2) return { fullness: 'none' };
  const creditLimit = creditLimits[index - 4];
  const limited = creditLimit && { creditLimit };
  if (account !== meridian) return limited;
  if (index === 0) return acme;
  if (index === 1) return bright;
  if (index === 24) return { fullness: 'all', discontinued: true };
  return crowded.includes(index) ? { ...limited, priceGroups: 40 } : limited;
}
