import type { CustomerRow } from '../customer/fields.ts';
import { emailKey } from './key.ts';
import type { Upsert } from './upsert.ts';

/** An upsert and its customer, as far as it is known before the batch round. */
export interface Located {
  readonly upsert: Upsert;
  /** Undefined if the upsert would create a customer. */
  readonly current: CustomerRow | undefined;
}

/**
 * The subjects that two upserts of one round must not share: key, customer, and the emails set or released.
 */
function subjectsOf({ upsert: { key, input }, current }: Located): readonly string[] {
  const { shopper } = input;
  const emails = [shopper?.email, shopper === undefined ? null : current?.shopperEmail];
  return [
    ...(key ? [key.token] : []),
    ...(current ? [current.id] : []),
    ...emails.flatMap((email) => (email == null ? [] : emailKey(email).token)),
  ];
}

/**
 * Splits upserts into those that can run together now and those that depend on the result of an earlier one.
 * A call in which every customer occurs once takes one round.
 */
export function nextTurn(waiting: readonly Located[]): {
  readonly turn: readonly Located[];
  readonly rest: readonly Upsert[];
} {
  const seen = new Set<string>();
  const turn: Located[] = [];
  const rest: Upsert[] = [];
  for (const located of waiting) {
    const subjects = subjectsOf(located);
    if (subjects.some((subject) => seen.has(subject))) rest.push(located.upsert);
    else turn.push(located);
    for (const subject of subjects) seen.add(subject);
  }
  return { turn, rest };
}
