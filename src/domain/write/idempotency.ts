import { createHash, scrypt as scryptWithCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from '../../db/model/table.ts';
import type { Transaction } from '../../db/write/transaction.ts';
import { canonical } from './canonical.ts';
import type { Faults } from './faults.ts';
import type { UserError } from './user-error.ts';

export const longestIdempotencyKey = 255;
export const hoursKept = 24;

export interface Request {
  readonly name: string;
  readonly input: {
    readonly idempotencyKey?: string | null | undefined;
    readonly dryRun?: boolean | null | undefined;
  };
  /** Input fields that no table may contain, not even as a fast hash. */
  readonly secrets?: readonly string[];
}

/** The stored part of a payload: ids and outcomes, nothing rendered. */
export interface StoredAnswer {
  readonly answer: object;
  readonly userErrors: readonly UserError[];
}

const scrypt = promisify<string, string, number, { readonly N: number }, Buffer>(scryptWithCallback);

export async function requestHash(key: string, { name, input, secrets = [] }: Request): Promise<string> {
  const { idempotencyKey: _key, dryRun: _dryRun, ...rest } = input;
  const hashed: Record<string, unknown> = { ...rest };
  for (const secret of secrets)
    if (typeof hashed[secret] === 'string')
      hashed[secret] = (await scrypt(hashed[secret], key, 32, { N: 2 ** 14 })).toString('base64url');
  return createHash('sha256')
    .update(JSON.stringify([name, canonical(hashed)]))
    .digest('base64url');
}

export function readRequestKey(
  { input: { idempotencyKey: key } }: Request,
  faults: Faults,
): string | undefined {
  if (key === null || key === undefined) return undefined;
  const length = [...key].length;
  if (length > longestIdempotencyKey)
    faults.add(
      'TOO_LONG',
      'idempotencyKey',
      `The key has ${length} characters; the maximum is ${longestIdempotencyKey}.`,
    );
  else if (key.trim() === '')
    faults.add(
      'INVALID',
      'idempotencyKey',
      'The key is blank; use 1 or more characters that are not whitespace, or omit it.',
    );
  else return key;
  return undefined;
}

export const reused: UserError = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'The key was used with other input within the last 24 hours; use a new key for new input.',
  path: ['idempotencyKey'],
};

/** A concurrent duplicate waits here until the first request commits or is rolled back. */
export async function claim(
  { prisma, run, accountId }: Transaction,
  key: string,
  request: Request,
): Promise<StoredAnswer | undefined> {
  const hash = await requestHash(key, request);
  const taken = await run(sql`/* idempotencyKeyTake */
    with expired as (
      delete from idempotency_keys where (account_id, key) in (
        select account_id, key from idempotency_keys
        where account_id = ${accountId} and expires_at <= now() and key <> ${key}
        order by expires_at limit 20 for update skip locked))
    insert into idempotency_keys as k (account_id, key, mutation, input_hash, expires_at)
    values (${accountId}, ${key}, ${request.name}, ${hash}, now() + make_interval(hours => ${hoursKept}))
    on conflict (account_id, key) do update
      set mutation = excluded.mutation, input_hash = excluded.input_hash, answer = null,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      where k.expires_at <= now()
    returning key`);
  if (taken.length > 0) return undefined;
  const [stored] = await prisma((tx) => tx.idempotencyKey.findMany({ where: { accountId, key } }));
  if (stored?.inputHash !== hash) return { answer: {}, userErrors: [reused] };
  // Only `keep` writes this column.
  return stored.answer as unknown as StoredAnswer;
}

/** Stores the answer in the same transaction as the work. */
export async function keep(
  { run, accountId }: Transaction,
  key: string,
  stored: StoredAnswer,
): Promise<void> {
  await run(sql`/* idempotencyKeyKeep */ update idempotency_keys set answer = ${JSON.stringify(stored)}::jsonb
    where account_id = ${accountId} and key = ${key}`);
}
