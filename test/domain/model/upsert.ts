import { checkNewParent } from './check-customer.ts';
import { done, type Model, refusal } from './customer-mutations.ts';
import { draftCustomer, type Key, save } from './read-customer.ts';
import { newSourcesIn, shortIdIn, sourceOf, sourcesIn } from './source-records.ts';
import { type Customer, customerOf, type Input, type State, Wrong } from './state.ts';
import { readNeeded, readText } from './texts.ts';

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

/** The fields that a new customer gets from its key. */
function columnsOf({ kind, value, within }: Key, { shopper }: Input): Input {
  if (kind === 'shopperEmail') return { shopper: { ...(shopper as Input | null), email: value } };
  if (kind === 'reference') return { reference: value, referenceOrigin: within };
  return kind === 'source' ? {} : { [kind]: value };
}

/** A short id and the id of a record of the warehouse system are one key. */
function twinOf({ kind, value, within }: Key): Key | undefined {
  if (kind === 'shortId') return { kind: 'source', value, within: 'INVENTORY_PRO' };
  return within === 'INVENTORY_PRO' ? { kind: 'shortId', value, within: null } : undefined;
}

const trimmedOf = (given: unknown): string | null => (given === null ? null : String(given).trim() || null);

function checkFields({ kind, value, within }: Key, input: Input, wrong: Wrong): void {
  const differs = (field: string, text: string | null) =>
    input[field] !== undefined && trimmedOf(input[field]) !== text;
  if (['number', 'shortId', 'reference'].includes(kind) && differs(kind, value)) wrong.add('INVALID', kind);
  if (kind === 'reference' && differs('referenceOrigin', within)) wrong.add('INVALID', 'referenceOrigin');
  const { shopper } = input;
  if (kind !== 'shopperEmail' || shopper === undefined) return;
  if (shopper === null) wrong.add('INVALID', 'shopper');
  else {
    const { email } = shopper as Input;
    if (
      email !== undefined &&
      String(email ?? '')
        .trim()
        .toLowerCase() !== value
    )
      wrong.add('INVALID', 'shopper', 'email');
  }
}

function asWrite(key: Key | undefined, current: Customer | undefined, input: Input): Input {
  // Other errors are also returned if no customer is identified.
  if (key === undefined) return input;
  if (current === undefined) return { ...input, ...columnsOf(key, input) };
  const cleared = ['billToAddress', 'shipToAddress'].filter((path) => input[path] === null);
  return { ...input, ...Object.fromEntries(cleared.map((path) => [`${path}Id`, null])) };
}

function givenSources(key: Key | undefined, twin: Key | undefined, input: Input, wrong: Wrong) {
  const record = [key, twin].find((each) => each?.kind === 'source');
  const own = key && record ? [{ path: ['by', key.kind], key: record }] : [];
  const shortIds = key?.kind === 'shortId' ? [] : shortIdIn(input);
  return [...own, ...shortIds, ...sourcesIn(input.addSources, 'addSources', wrong)];
}

/** The id of the parent; undefined if the customer cannot be its child. */
function withParent(state: State, input: Input, current: Customer | undefined, wrong: Wrong): Input {
  if (input.parentId == null) return input;
  const parent = customerOf(state, input.parentId);
  if (parent === undefined) return input;
  const isRight = current === undefined || checkNewParent(state, current, parent, wrong);
  return { ...input, parentId: isRight ? parent.id : undefined };
}

export const upsert: Model = (state, input) => {
  const wrong = new Wrong();
  const key = readKey(input.by as Input, wrong);
  if (key !== undefined) checkFields(key, input, wrong);
  const twin = key && twinOf(key);
  const current = (key && holderOf(state, key)) ?? (twin && holderOf(state, twin));
  const sources = newSourcesIn(state, givenSources(key, twin, input, wrong), current, wrong);
  const write = asWrite(key, current, withParent(state, input, current, wrong));
  const named = [key, twin].find((each) => each?.kind === 'source');
  const record = named && sourceOf(named);
  const draft = draftCustomer(state, write, current, wrong, { key, record, sources });
  if (!wrong.none || key === undefined) return { ...refusal(wrong), outcome: null };
  const { next } = draft;
  if (input.active != null) next.active = input.active === true;
  return { ...done(next.id), outcome: save(state, draft) };
};
