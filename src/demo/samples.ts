import { type DemoAccount, harbour, meridian } from './accounts.ts';
import type { Company } from './names.ts';
import { findPlace, type Place } from './places.ts';
import type { Fullness } from './random.ts';
import type { DemoRow } from './rows.ts';

export interface Sample {
  /** A fixed id, for the documentation and the examples. */
  readonly id?: string;
  readonly fullness?: Fullness;
  readonly company?: Company & { readonly place: Place; readonly host: string };
  readonly status?: DemoRow<'Customer'>['status'];
  /** Whether it has the first entry of every setting: the best-known one. */
  readonly takesFirst?: boolean;
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
  id: 'cus_018784091340784b8edd6873ce589155',
  fullness: 'all',
  takesFirst: true,
  company: {
    name: 'Acme Corporation',
    trade: 'Distributors',
    place: findPlace('US', 'Springfield', 'IL'),
    host: 'acme.example.com',
  },
  status: 'PREFERRED',
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
  company: {
    name: 'Bright Manufacturing LLC',
    trade: 'Contractors',
    place: findPlace('US', 'Rockford', 'IL'),
    host: 'brightmfg.example.com',
  },
  status: 'NORMAL',
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

const otherAcme: Sample = {
  company: {
    name: 'Acme Provisions Ltd',
    trade: 'Distributors',
    place: findPlace('GB', 'London', null),
    host: 'acme.example.com',
  },
  shortId: 'ACME-CORP',
  shopperEmail: 'jane.smith@acme.example.com',
  discontinued: false,
};

const crowded = [4, 9, 14];

export function sampleOf(account: DemoAccount, index: number): Sample | undefined {
  if (account === harbour && index === 0) return otherAcme;
  if (index === 2) return { fullness: 'none' };
  if (account !== meridian) return undefined;
  if (index === 0) return acme;
  if (index === 1) return bright;
  if (index === 24) return { fullness: 'all', discontinued: true };
  return crowded.includes(index) ? { priceGroups: 40 } : undefined;
}
