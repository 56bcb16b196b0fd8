import { later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import { type Fullness, Random } from './random.ts';
import type { Row } from './rows.ts';

/** The fixed seed number that all demo data comes from. */
const SEED = 20_261_101;

export interface DemoAccount {
  readonly ordinal: number;
  readonly id: string;
  readonly name: string;
  /** Of its people's email addresses. */
  readonly domain: string;
}

/** What a stream of values is for: each purpose draws on its own, so that one more draw here changes nothing there. */
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
] as const;
type Purpose = (typeof purposes)[number];

/** Ordinal 0 is the system's. */
export function stream(ordinal: number, purpose: Purpose, index: number, fullness?: Fullness): Random {
  return new Random([SEED, ordinal, purposes.indexOf(purpose), index], fullness);
}

/** One account after the other: the first is the one that a gateway without sign-in shows. */
const opened = (ordinal: number): Date => later(settingsStart, ordinal - 1);

export function accountRow({ ordinal, id, name }: DemoAccount): Row<'Account'> {
  return { id, name, createdAt: opened(ordinal), updatedAt: opened(ordinal) };
}

function account(ordinal: number, name: string, domain: string): DemoAccount {
  return { ordinal, id: demoId('Account', opened(ordinal), stream(ordinal, 'settings', 0)), name, domain };
}

export const meridian = account(1, 'Meridian Supply Co.', 'meridiansupply.example.com');
export const harbour = account(2, 'Harbour & Finch Trading Ltd', 'harbourfinch.example.co.uk');
