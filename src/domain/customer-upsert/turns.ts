import type { Located } from './locate.ts';
import type { Upsert } from './read.ts';
import { emailKey } from './upsert-key.ts';

/** Keys and ids of the customer that an upsert writes, with the emails that it sets or releases. */
function writtenBy({ upsert: { key, input }, current }: Located): readonly string[] {
  const { shopper } = input;
  const emails = [shopper?.email, shopper === undefined ? null : current?.shopperEmail];
  return [
    ...(key ? [key.token] : []),
    ...(current ? [current.id] : []),
    ...emails.flatMap((email) => (email == null ? [] : emailKey(email).token)),
  ];
}

/** Key and id of the parent that an upsert checks, which an earlier upsert may create or change. */
function readBy({ parent }: Located): readonly string[] {
  return [...(parent?.key ? [parent.key.token] : []), ...(parent?.id === undefined ? [] : [parent.id])];
}

/**
 * Splits upserts into those that can run together now and those that depend on the result of an earlier one.
 * A call in which every customer occurs once takes one round, and one more if parents come before their
 * children.
 */
export function nextTurn(waiting: readonly Located[]): {
  readonly turn: readonly Located[];
  readonly rest: readonly Upsert[];
} {
  const [written, read] = [new Set<string>(), new Set<string>()];
  const turn: Located[] = [];
  const rest: Upsert[] = [];
  for (const located of waiting) {
    const [writes, reads] = [writtenBy(located), readBy(located)];
    const isLater =
      writes.some((subject) => written.has(subject) || read.has(subject)) ||
      reads.some((subject) => written.has(subject));
    if (isLater) rest.push(located.upsert);
    else turn.push(located);
    for (const subject of writes) written.add(subject);
    for (const subject of reads) read.add(subject);
  }
  return { turn, rest };
}
