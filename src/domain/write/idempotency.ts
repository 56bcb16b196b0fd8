import { createHash, scrypt as scryptWithCallback } from 'node:crypto';
import { promisify } from 'node:util';
import { sql } from '../../db/table.ts';
import type { Transaction } from '../../db/transaction.ts';
import { canonical } from './canonical.ts';
import type { Faults } from './faults.ts';
import type { UserError } from './user-error.ts';

export const longestIdempotencyKey = 255;
export const hoursKept = 24;

/** A mutation as it was asked for. */
export interface Request {
  /** The mutation's name. */
  readonly name: string;
  readonly input: {
    readonly idempotencyKey?: string | null | undefined;
    readonly dryRun?: boolean | null | undefined;
  };
  /** Fields of the input that no table may hold, nor a hash of that is made fast. */
  readonly secrets?: readonly string[];
}

/** What a payload is rebuilt from: ids and outcomes, nothing rendered. */
export interface StoredAnswer {
  readonly answer: object;
  readonly userErrors: readonly UserError[];
}

const scrypt = promisify<string, string, number, { readonly N: number }, Buffer>(scryptWithCallback);

export async function hashOf(key: string, { name, input, secrets = [] }: Request): Promise<string> {
  const { idempotencyKey: _key, dryRun: _dryRun, ...rest } = input;
  const told: Record<string, unknown> = { ...rest };
  for (const secret of secrets)
    if (typeof told[secret] === 'string')
      told[secret] = (await scrypt(told[secret], key, 32, { N: 2 ** 14 })).toString('base64url');
  return createHash('sha256')
    .update(JSON.stringify([name, canonical(told)]))
    .digest('base64url');
}

/** The key, when the input has one that can be kept; what is wrong with it goes to the faults. */
export function keyOf({ input: { idempotencyKey: key } }: Request, faults: Faults): string | undefined {
  if (key === null || key === undefined) return undefined;
  const length = [...key].length;
  if (length > longestIdempotencyKey)
    faults.add(
      'TOO_LONG',
      'idempotencyKey',
      `A key has at most ${longestIdempotencyKey} characters, not ${length}.`,
    );
  else if (key.trim() === '')
    faults.add('INVALID', 'idempotencyKey', 'A key has a character that is no space; or leave it out.');
  else return key;
  return undefined;
}

export const reused: UserError = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  message: 'This key was used with another input in the last 24 hours; use a new key for a new input.',
  path: ['idempotencyKey'],
};

/**
 * Takes a key for this transaction, or gives the answer that it has. Of twins, the second waits here until the first
 * is committed; where the first was taken back the key is free again.
 */
export async function claim(
  { tx, run, accountId }: Transaction,
  key: string,
  request: Request,
): Promise<StoredAnswer | undefined> {
  const hash = await hashOf(key, request);
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
  const [stored] = await tx.idempotencyKey.findMany({ where: { accountId, key } });
  if (stored?.inputHash !== hash) return { answer: {}, userErrors: [reused] };
  // Only `keep` writes it.
  return stored.answer as unknown as StoredAnswer;
}

/** Keeps the answer in the transaction that it tells of. */
export async function keep(
  { run, accountId }: Transaction,
  key: string,
  stored: StoredAnswer,
): Promise<void> {
  await run(sql`/* idempotencyKeyKeep */ update idempotency_keys set answer = ${JSON.stringify(stored)}::jsonb
    where account_id = ${accountId} and key = ${key}`);
}
