import type { Expected } from './expect.ts';
import type { Told } from './perform.ts';
import { type Change, customerOf } from './state.ts';

type Names = Map<string, string>;

const isMade = (name: unknown): name is string => typeof name === 'string' && /^auto_|_made_/.test(name);

const firstNumber = (changes: readonly Pick<Change, 'field' | 'newValue'>[] = []) =>
  changes.find(({ field }) => field === 'number')?.newValue;

/** The name of a created row in the model, and its id in the gateway. */
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
    // A later item of the same call can have changed the number.
    note(firstNumber(customer?.events[0]?.changes), firstNumber(found?.events.nodes[0]?.changes));
    const ours = shown.addresses
      .filter(({ customerId }) => customerId === id)
      .sort((a, b) => a.born - b.born);
    const known = new Set(shown.addresses.map((address) => address.id));
    // The ids grow with time, too.
    const theirs: readonly string[] = (found?.addresses.nodes ?? [])
      .map((node: { id: string }) => node.id)
      .sort();
    const made = theirs.filter((each) => !known.has(each));
    for (const [n, address] of ours.filter((each) => isMade(each.id)).entries()) note(address.id, made[n]);
  }
  return names;
}

/** Replaces the model's names of created rows with the gateway's ids. */
export function bind(expected: Expected, told: readonly Told[]): Expected {
  const names = namesIn(expected, told);
  // Longest first: a name can be part of another one.
  const ordered = [...names].sort(([a], [b]) => b.length - a.length);
  const text = ordered.reduce(
    (all, [ours, theirs]) => all.replace(new RegExp(`${ours}(?!\\d)`, 'g'), theirs),
    JSON.stringify(expected),
  );
  return JSON.parse(text) as Expected;
}
