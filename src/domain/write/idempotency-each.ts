import { sql } from '../../db/model/table.ts';
import type { Transaction } from '../../db/write/transaction.ts';
import type { Faults } from './faults.ts';
import {
  hoursKept,
  type Request,
  readRequestKey,
  requestHash,
  reused,
  type StoredAnswer,
} from './idempotency.ts';

export interface Part {
  readonly request: Request;
  readonly faults: Faults;
}

interface Claim {
  readonly key: string;
  readonly hash: string;
  readonly mutation: string;
}

/** Claims the free keys and returns them; in key order, so that two transactions cannot deadlock. */
async function claimAll(
  { run, accountId }: Transaction,
  claims: readonly Claim[],
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const taken = await run(sql`/* idempotencyKeysTake */
    with given as (select * from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb)
        as g(key text, hash text, mutation text)),
      expired as (
        delete from idempotency_keys where (account_id, key) in (
          select account_id, key from idempotency_keys
          where account_id = ${accountId} and expires_at <= now() and key not in (select key from given)
          order by expires_at limit 500 for update skip locked))
    insert into idempotency_keys as k (account_id, key, mutation, input_hash, expires_at)
    select ${accountId}, key, mutation, hash, now() + make_interval(hours => ${hoursKept}) from given
    order by key collate "C"
    on conflict (account_id, key) do update
      set mutation = excluded.mutation, input_hash = excluded.input_hash, answer = null,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      where k.expires_at <= now()
    returning key`);
  return new Set(taken.map(([key]) => String(key)));
}

interface ClaimedAnswer {
  readonly hash: string;
  readonly stored: StoredAnswer;
}

async function answersOf(
  write: Transaction,
  keys: readonly string[],
): Promise<ReadonlyMap<string, ClaimedAnswer>> {
  const rows = await write.rows('IdempotencyKey', 'key', keys);
  return new Map(
    // Only keys with an answer are visible to other transactions.
    rows.map(({ key, inputHash, answer }) => [
      key,
      { hash: inputHash, stored: answer as unknown as StoredAnswer },
    ]),
  );
}

async function keepAll({ run, accountId }: Transaction, kept: readonly Kept[]): Promise<void> {
  if (kept.length === 0) return;
  await run(sql`/* idempotencyKeysKeep */ update idempotency_keys k set answer = g.answer
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as g(key text, answer jsonb)
    where k.account_id = ${accountId} and k.key = g.key`);
}

/** A dry run or an invalid request claims no key, but the key itself is validated. */
async function claimOf({ request, faults }: Part): Promise<Claim | undefined> {
  const key = readRequestKey(request, faults);
  if (key === undefined || request.input.dryRun || !faults.isEmpty) return undefined;
  return { key, hash: await requestHash(key, request), mutation: request.name };
}

function firstsOf(claims: readonly (Claim | undefined)[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const [at, claim] of claims.entries()) if (claim && !first.has(claim.key)) first.set(claim.key, at);
  return first;
}

/** A key means the same in a single and a bulk call. Its second use in a call gets the first answer. */
export async function onceEach(
  write: Transaction,
  parts: readonly Part[],
  work: (indices: readonly number[]) => Promise<readonly object[]>,
): Promise<readonly StoredAnswer[]> {
  const claims = await Promise.all(parts.map(claimOf));
  const first = firstsOf(claims);
  const firsts = [...first.values()].flatMap((at) => claims[at] ?? []);
  const taken = await claimAll(write, firsts);
  const todo = claims.flatMap((claim, at) =>
    claim === undefined || (taken.has(claim.key) && first.get(claim.key) === at) ? at : [],
  );
  const answers = await work(todo);
  const done = new Map(
    todo.map((at, i) => [at, { answer: answers[i] ?? {}, userErrors: parts[at]?.faults.found ?? [] }]),
  );
  const kept = [...done].flatMap(([at, answer]) => {
    const claim = claims[at];
    return claim ? { ...claim, answer } : [];
  });
  await keepAll(write, kept);
  const known = await knownAnswers(write, firsts, kept);
  return claims.map((claim, at) => done.get(at) ?? answerOf(claim, known));
}

interface Kept extends Claim {
  readonly answer: StoredAnswer;
}

async function knownAnswers(write: Transaction, claims: readonly Claim[], kept: readonly Kept[]) {
  const now = new Map(kept.map(({ key, hash, answer }) => [key, { hash, stored: answer }]));
  const before = claims.flatMap(({ key }) => (now.has(key) ? [] : key));
  return new Map([...(await answersOf(write, before)), ...now]);
}

function answerOf(claim: Claim | undefined, known: ReadonlyMap<string, ClaimedAnswer>): StoredAnswer {
  const found = known.get(claim?.key ?? '');
  return found !== undefined && found.hash === claim?.hash
    ? found.stored
    : { answer: {}, userErrors: [reused] };
}
