import type { Expected } from './expect.ts';
import type { Told } from './perform.ts';
import { customerOf } from './state.ts';

type Names = Map<string, string>;

const isMade = (name: unknown): name is string => typeof name === 'string' && /^auto_|_made_/.test(name);

/** What the model calls a row that was made, and what the gateway calls it. */
function namesIn({ shown, answers }: Expected, told: readonly Told[]): Names {
  const names: Names = new Map();
  const note = (ours: unknown, theirs: unknown) => {
    if (isMade(ours) && typeof theirs === 'string') names.set(ours, theirs);
  };
  for (const [at, { id }] of answers.entries()) {
    const found = told[at]?.customer;
    const customer = id === null ? undefined : customerOf(shown, id);
    note(id, told[at]?.answer.id);
    note(customer?.values.number, found?.number);
    note(customer?.values.billToAddressId, found?.billToAddress?.id);
    note(customer?.values.shipToAddressId, found?.shipToAddress?.id);
  }
  return names;
}

/** Calls what was made as the gateway calls it, wherever the model names it. */
export function bind(expected: Expected, told: readonly Told[]): Expected {
  const names = namesIn(expected, told);
  // What is within another name comes after it.
  const ordered = [...names].sort(([a], [b]) => b.length - a.length);
  const text = ordered.reduce(
    (all, [ours, theirs]) => all.replace(new RegExp(`${ours}(?!\\d)`, 'g'), theirs),
    JSON.stringify(expected),
  );
  return JSON.parse(text) as Expected;
}
