import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Faults } from '../write/faults.ts';
import { createTurns } from './turns.ts';

export const shortestPassword = 8;
export const longestPassword = 256;

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** What OWASP asks of scrypt: 128 MiB and some tenths of a second for each hash. */
const cost: Cost = { N: 2 ** 17, r: 8, p: 1 };
const hashBytes = 32;

/** Of memory, then, a quarter of a gibibyte at most; and Node has four threads for this and for all else like it. */
const inTurn = createTurns(2);

const scrypt = promisify<string, Buffer, number, Cost & { readonly maxmem: number }, Buffer>(
  scryptWithCallback,
);

const derive = (password: string, salt: Buffer, bytes: number, { N, r, p }: Cost): Promise<Buffer> =>
  inTurn(() => scrypt(password, salt, bytes, { N, r, p, maxmem: 128 * N * r * 2 }));

/** `scrypt$N$r$p$salt$hash`, the last two in base64. To be called outside of transactions: it takes its time. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, hashBytes, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
}

/** Whether it is the password of a hash that `hashPassword` made, now or with what it cost then. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), expected.length, {
    ...{ N: Number(N), r: Number(r), p: Number(p) },
  });
  return timingSafeEqual(given, expected);
}

/** Its length is all that is asked of a password; it is kept as given, space around it too. */
export function checkPassword(password: string, path: string, faults: Faults): boolean {
  const { length } = [...password];
  if (length < shortestPassword)
    faults.add('INVALID', path, `A password has at least ${shortestPassword} characters, not ${length}.`);
  else if (length > longestPassword)
    faults.add('TOO_LONG', path, `A password has at most ${longestPassword} characters, not ${length}.`);
  else return true;
  return false;
}
