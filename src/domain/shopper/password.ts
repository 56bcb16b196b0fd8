import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { FairQueue, type Requester } from '../../fair-queue.ts';
import type { Faults } from '../write/faults.ts';

export const shortestPassword = 8;
export const longestPassword = 256;

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** Parameters that OWASP recommends for scrypt: 64 MiB and some tenths of a second per hash. */
const cost: Cost = { N: 2 ** 16, r: 8, p: 2 };
const hashBytes = 32;

/** Hashes run one at a time, shared fairly between callers: each occupies a core. */
const turns = new FairQueue({ slots: 1 });

const scrypt = promisify<string, Buffer, number, Cost & { readonly maxmem: number }, Buffer>(
  scryptWithCallback,
);

const derive = (password: string, salt: Buffer, bytes: number, { N, r, p }: Cost): Promise<Buffer> =>
  scrypt(password, salt, bytes, { N, r, p, maxmem: 128 * N * r * 2 });

/** Returns `scrypt$N$r$p$salt$hash`, the last two in base64. Slow: call it outside of transactions. */
export async function hashPassword(password: string, requester: Requester): Promise<string> {
  const release = await turns.acquire(requester);
  try {
    const salt = randomBytes(16);
    const hash = await derive(password, salt, hashBytes, cost);
    return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');
  } finally {
    release();
  }
}

/** Whether the password matches a hash of `hashPassword`, with the parameters stored in the hash. */
export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), expected.length, {
    ...{ N: Number(N), r: Number(r), p: Number(p) },
  });
  return timingSafeEqual(given, expected);
}

/**
 * Checks the password's length, the only requirement. Passwords are stored as given, with surrounding
 * whitespace.
 */
export function checkPassword(password: string, path: string, faults: Faults): boolean {
  const { length } = [...password];
  if (length < shortestPassword)
    faults.add('INVALID', path, `The password has ${length} characters; the minimum is ${shortestPassword}.`);
  else if (length > longestPassword)
    faults.add('TOO_LONG', path, `The password has ${length} characters; the maximum is ${longestPassword}.`);
  else return true;
  return false;
}
