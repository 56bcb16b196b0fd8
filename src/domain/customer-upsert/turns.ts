import type { CustomerRow } from '../customer/fields.ts';
import { emailKey } from './key.ts';
import type { Upsert } from './upsert.ts';

/** An upsert and whom it is about, as far as is known before its turn. */
export interface Located {
  readonly upsert: Upsert;
  /** Undefined: it would create one. */
  readonly current: CustomerRow | undefined;
}

/** Whatever two upserts must not both be about at once: key, customer, and the emails that one takes or gives up. */
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
 * Those that can be done all at once, and those that have to see first what comes of one before them. A call that
 * names everyone once is done in one turn.
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
