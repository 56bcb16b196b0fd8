import { done, type Model, refusal } from './customer-mutations.ts';
import { draftCustomer, save } from './read-customer.ts';
import { type Customer, type Input, type State, Wrong } from './state.ts';
import { readNeeded, readText } from './texts.ts';

interface Key {
  readonly kind: string;
  readonly value: string;
  readonly within: string | null;
}

function readKey(by: Input, wrong: Wrong): Key | undefined {
  const [[kind = '', given] = []] = Object.entries(by);
  const { reference, referenceOrigin, system, sourceId } = (given ?? {}) as Input;
  if (kind === 'reference') {
    const value = readNeeded(reference, { max: 255 }, ['by', kind, 'reference'], wrong);
    const origin = readText(referenceOrigin, { max: 64 }, ['by', kind, 'referenceOrigin'], wrong);
    return value === undefined || !wrong.none ? undefined : { kind, value, within: origin ?? null };
  }
  if (kind === 'source') {
    const value = readNeeded(sourceId, { max: 255 }, ['by', kind, 'sourceId'], wrong);
    return value === undefined ? undefined : { kind, value, within: String(system) };
  }
  const rule = kind === 'shopperEmail' ? { max: 254, kind: 'signIn' } : { max: 64 };
  const value = readNeeded(given, rule, ['by', kind], wrong);
  return value === undefined ? undefined : { kind, value, within: null };
}

const sourceOf = ({ within, value }: Key): string => `${within} ${value}`;

function holderOf({ customers }: State, key: Key): Customer | undefined {
  const { kind, value, within } = key;
  const has: Readonly<Record<string, (customer: Customer) => boolean>> = {
    number: ({ values }) => values.number === value,
    shortId: ({ values }) => values.shortId === value,
    shopperEmail: ({ values }) => values['shopper.email'] === value,
    reference: ({ values }) => values.reference === value && values.referenceOrigin === within,
    source: ({ sources }) => sources.includes(sourceOf(key)),
  };
  return customers.find((each) => has[kind]?.(each));
}

/** What one that is made under a key has of it. */
function columnsOf({ kind, value, within }: Key, { shopper }: Input): Input {
  if (kind === 'shopperEmail') return { shopper: { ...(shopper as Input | null), email: value } };
  if (kind === 'reference') return { reference: value, referenceOrigin: within };
  return kind === 'source' ? {} : { [kind]: value };
}

function checkShopper({ kind, value }: Key, { shopper }: Input, wrong: Wrong): void {
  if (kind !== 'shopperEmail' || shopper === undefined) return;
  const email = (shopper as Input | null)?.email;
  if (email === undefined) wrong.add('INVALID', 'shopper');
  else if (String(email).trim().toLowerCase() !== value) wrong.add('INVALID', 'shopper', 'email');
}

function asWrite(key: Key | undefined, current: Customer | undefined, input: Input): Input {
  // What else is wrong is said also where nobody is asked for.
  if (key === undefined) return { ...input, name: input.name === undefined ? '-' : input.name };
  if (current === undefined) return { ...input, ...columnsOf(key, input) };
  const cleared = ['billToAddress', 'shipToAddress'].filter((path) => input[path] === null);
  return { ...input, ...Object.fromEntries(cleared.map((path) => [`${path}Id`, null])) };
}

export const upsert: Model = (state, input) => {
  const wrong = new Wrong();
  const key = readKey(input.by as Input, wrong);
  if (key !== undefined) checkShopper(key, input, wrong);
  const current = key && holderOf(state, key);
  const draft = draftCustomer(state, asWrite(key, current, input), current, wrong);
  if (!wrong.none || key === undefined) return { ...refusal(wrong), outcome: null };
  const { next, isNew } = draft;
  if (input.reactivate) next.active = true;
  if (isNew && key.kind === 'source') next.sources.push(sourceOf(key));
  return { ...done(next.id), outcome: save(state, draft) };
};
