import { about, done, type Model, refusedFor } from './customer-mutations.ts';
import { derive, isUsable } from './derive.ts';
import { initialOf, isEmpty, metadataPaths, metadataWords, pathsOf, wordsOf } from './field-groups.ts';
import { draftOf, save } from './read-customer.ts';
import { saidAfter } from './said.ts';
import { type Customer, type Input, type State, type Words, Wrong } from './state.ts';
import { readNeeded } from './texts.ts';

/** The parts of a group that have a winner each. */
function unitsOf({ fieldGroup, metadataKey }: Input, words: Words): readonly (readonly string[])[] {
  if (fieldGroup !== 'METADATA') return [pathsOf(String(fieldGroup))];
  if (metadataKey != null) return [[`metadata.${metadataKey}`]];
  return metadataPaths(words).flatMap((path) =>
    Array.isArray(words[path]) && words[path].length ? [[path]] : [],
  );
}

function checkKey({ fieldGroup, metadataKey }: Input, wrong: Wrong): void {
  if (metadataKey != null && fieldGroup !== 'METADATA') wrong.add('INVALID', 'metadataKey');
}

/** What the record says that is pinned. */
function wordsIn({ source }: Input, { sources, said }: Customer, wrong: Wrong): Words | undefined {
  const { system, sourceId } = source as Input;
  const id = readNeeded(sourceId, { max: 255 }, ['source', 'sourceId'], wrong);
  if (id === undefined) return undefined;
  const record = `${system} ${id}`;
  if (sources.includes(record)) return said.records[record] ?? {};
  wrong.add('NOT_FOUND', 'source');
  return undefined;
}

/** Derives the customer with other pins. */
function repin(state: State, customer: Customer, pins: Words): Customer {
  const { next } = draftOf(customer);
  const said = { ...saidAfter(customer, next, 'pins', [], false), pins };
  derive(state, customer, next, said, false);
  return next;
}

/** Why the value of a record cannot be pinned. */
function checkRecord(state: State, input: Input, customer: Customer, words: Words, wrong: Wrong): void {
  const units = unitsOf(input, words);
  if (!units.some((paths) => paths.some((path) => !isEmpty(words[path])))) wrong.add('INVALID', 'source');
  else if (
    input.fieldGroup !== 'METADATA' &&
    !units.every((paths) => isUsable(state, words, paths, customer.id))
  )
    wrong.add(
      ['NUMBER', 'SHOPPER', 'REFERENCE'].includes(String(input.fieldGroup)) ? 'TAKEN' : 'NOT_FOUND',
      'source',
    );
}

const pin: Model = (state, input) => {
  const wrong = new Wrong();
  const customer = about(state, input, wrong);
  checkKey(input, wrong);
  if (customer === undefined) return refusedFor(customer, wrong);
  const present = { ...wordsOf(customer), ...metadataWords(customer.values.metadata) };
  const words = input.source == null ? present : wordsIn(input, customer, wrong);
  if (words !== undefined && input.source != null) checkRecord(state, input, customer, words, wrong);
  if (!wrong.none || words === undefined) return refusedFor(customer, wrong);
  const given = unitsOf(input, words).flatMap((paths) =>
    paths.map((path) => {
      const none = path.startsWith('metadata.') ? [] : initialOf(path);
      return [path, words[path] ?? none] as const;
    }),
  );
  const next = repin(state, customer, { ...customer.said.pins, ...Object.fromEntries(given) });
  save(state, { before: customer, next, isNew: false, told: [] });
  return done(customer.id);
};

const release: Model = (state, input) => {
  const wrong = new Wrong();
  const customer = about(state, input, wrong);
  checkKey(input, wrong);
  if (!wrong.none || customer === undefined) return refusedFor(customer, wrong);
  const { pins } = customer.said;
  const isAll = input.fieldGroup === 'METADATA' && input.metadataKey == null;
  const released = isAll ? metadataPaths(pins) : unitsOf(input, pins).flat();
  const kept = Object.entries(pins).filter(([path]) => !released.includes(path));
  const next = repin(state, customer, Object.fromEntries(kept));
  save(state, { before: customer, next, isNew: false, told: [] });
  return done(customer.id);
};

export const pinMutations: Readonly<Record<string, Model>> = {
  customerFieldPin: pin,
  customerFieldRelease: release,
};
