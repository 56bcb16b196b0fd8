import { later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import { type Fullness, Random } from './random.ts';
import type { DemoRow } from './rows.ts';

const SEED = 20_261_101;

export interface DemoAccount {
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
  readonly domain: string;
}

/** Each purpose has its own stream, so that an additional draw for one does not change the others. */
const purposes = [
  'settings',
  'family',
  'identity',
  'customer',
  'places',
  'history',
  'shop',
  'words',
  'era',
  'imports',
] as const;
type Purpose = (typeof purposes)[number];

/** A deterministic stream; ordinal 0 is the system. */
export function stream(ordinal: number, purpose: Purpose, index: number, fullness?: Fullness): Random {
  return new Random([SEED, ordinal, purposes.indexOf(purpose), index], fullness);
}

/** Accounts are opened one after the other: a gateway without sign-in shows the first. */
const opened = (ordinal: number): Date => later(settingsStart, ordinal - 1);

export function accountRow({ ordinal, id, name }: DemoAccount): DemoRow<'Account'> {
  const at = opened(ordinal);
  return { id, name, numberPrefix: 'C-', closedAt: null, createdAt: at, updatedAt: at };
}

function account(ordinal: number, name: string, domain: string): DemoAccount {
  return { ordinal, id: demoId('Account', opened(ordinal), stream(ordinal, 'settings', 0)), name, domain };
}

export const meridian = account(1, 'Meridian Supply Co.', 'meridiansupply.example.com');
export const harbour = account(2, 'Harbour & Finch Trading Ltd', 'harbourfinch.example.co.uk');
