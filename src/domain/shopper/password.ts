import { randomBytes, scrypt as scryptWithCallback, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { FairQueue, type Requester } from '../../fair-queue.ts';
import type { Signal } from '../../signal.ts';
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
const [saltBytes, hashBytes] = [16, 32];

/** More would exceed the time of a request, and take the slots of other requests. */
export const maxWaitingHashes = 16;

/** Hashes run one at a time, shared fairly between callers: each occupies a core. */
const turns = new FairQueue({ slots: 1, maxWaiting: maxWaitingHashes });

const scrypt = (password: string, salt: Buffer, bytes: number, options: Cost & { readonly maxmem: number }) =>
  promisify<string, Buffer, number, typeof options, Buffer>(scryptWithCallback)(
    password,
    salt,
    bytes,
    options,
  );

const derive = (password: string, salt: Buffer, bytes: number, { N, r, p }: Cost): Promise<Buffer> =>
  scrypt(password, salt, bytes, { N, r, p, maxmem: 128 * N * r * 2 });

/** `scrypt$N$r$p$salt$hash`, the last two in base64. */
const storedForm = (salt: Buffer, hash: Buffer): string =>
  ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64'), hash.toString('base64')].join('$');

/** No password has this hash. */
const noPassword = storedForm(randomBytes(saltBytes), randomBytes(hashBytes));

interface HashOptions {
  readonly requester: Requester;
  /** Stops waiting for a turn. */
  readonly signal?: Signal | undefined;
}

async function inTurn<T>({ requester, signal }: HashOptions, work: () => Promise<T>): Promise<T> {
  const release = await turns.acquire(requester, { signal });
  try {
    return await work();
  } finally {
    release();
  }
}

/** Returns the stored form. Slow: call it outside of transactions. Rejects with a QueueFullError. */
export function hashPassword(password: string, options: HashOptions): Promise<string> {
  return inTurn(options, async () => {
    const salt = randomBytes(saltBytes);
    return storedForm(salt, await derive(password, salt, hashBytes, cost));
  });
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = stored.split('$');
  const expected = Buffer.from(hash, 'base64');
  const given = await derive(password, Buffer.from(salt, 'base64'), expected.length, {
    ...{ N: Number(N), r: Number(r), p: Number(p) },
  });
  return timingSafeEqual(given, expected);
}

/** The same work without a stored form, so that the time does not show whether there is one. */
export const verifyPassword = (password: string, stored: string | null, options: HashOptions) =>
  inTurn(options, () => isPassword(password, stored ?? noPassword));

/** The length is the only requirement. Surrounding whitespace is kept. */
export function checkPassword(password: string, path: string, faults: Faults): boolean {
  const { length } = [...password];
  if (length < shortestPassword)
    faults.add('INVALID', path, `The password has ${length} characters; the minimum is ${shortestPassword}.`);
  else if (length > longestPassword)
    faults.add('TOO_LONG', path, `The password has ${length} characters; the maximum is ${longestPassword}.`);
  else return true;
  return false;
}
