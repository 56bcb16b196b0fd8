import { about, done, type Model, refusedFor } from './customer-mutations.ts';
import { derive } from './derive.ts';
import { draftOf, save, speakerOf } from './read-customer.ts';
import { saidAfter } from './said.ts';
import { shortIdOf } from './source-records.ts';
import { type Customer, type State, type Words, Wrong } from './state.ts';

/** Links a record with what it says, or removes it. */
function relink(
  state: State,
  customer: Customer,
  sources: string[],
  action: string,
  moved: Readonly<Record<string, Words>> = {},
): void {
  const draft = draftOf(customer);
  const { next } = draft;
  next.sources = sources;
  next.values.shortId = shortIdOf(sources);
  const said = saidAfter(customer, next, speakerOf(state), [], false);
  Object.assign(said.records, moved);
  const isChanged = Object.keys(said.records).length !== Object.keys(customer.said.records).length;
  if (isChanged) derive(state, customer, next, said, false);
  save(state, draft, action);
}

/** The addresses stay with their customer. */
function withoutAddresses(words: Words | undefined): Words | undefined {
  if (words === undefined) return undefined;
  const { billToAddressId: _bill, shipToAddressId: _ship, ...rest } = words;
  return rest;
}

const changeSource =
  (isAdded: boolean): Model =>
  (state, input) => {
    const wrong = new Wrong();
    const { system, sourceId } = input.source as { readonly system: string; readonly sourceId: string };
    const customer = about(state, input, wrong);
    if (sourceId.trim() === '') wrong.add('REQUIRED', 'source', 'sourceId');
    const record = `${system} ${sourceId.trim()}`;
    const owner = state.customers.find(({ sources }) => sources.includes(record));
    const isForeign = owner !== undefined && customer !== undefined && owner !== customer;
    if (isForeign && !(isAdded && input.move === true)) wrong.add(isAdded ? 'TAKEN' : 'NOT_FOUND', 'source');
    if (!wrong.none || customer === undefined) return refusedFor(customer, wrong);
    if (owner !== (isAdded ? customer : undefined)) {
      const words = withoutAddresses(owner?.said.records[record]);
      if (owner)
        relink(
          state,
          owner,
          owner.sources.filter((each) => each !== record),
          'UNLINK',
        );
      if (isAdded)
        relink(state, customer, [...customer.sources, record], 'LINK', words && { [record]: words });
    }
    return done(customer.id);
  };

export const sourceMutations: Readonly<Record<string, Model>> = {
  customerSourceAdd: changeSource(true),
  customerSourceRemove: changeSource(false),
};
