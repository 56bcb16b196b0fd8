import { about, done, type Model, refusedFor } from './customer-mutations.ts';
import { draftOf, save } from './read-customer.ts';
import { shortIdOf } from './source-records.ts';
import { type Customer, type State, Wrong } from './state.ts';

function relink(state: State, customer: Customer, sources: string[], action: string): void {
  const draft = draftOf(customer);
  draft.next.sources = sources;
  draft.next.values.shortId = shortIdOf(sources);
  save(state, draft, action);
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
      if (owner)
        relink(
          state,
          owner,
          owner.sources.filter((each) => each !== record),
          'UNLINK',
        );
      if (isAdded) relink(state, customer, [...customer.sources, record], 'LINK');
    }
    return done(customer.id);
  };

export const sourceMutations: Readonly<Record<string, Model>> = {
  customerSourceAdd: changeSource(true),
  customerSourceRemove: changeSource(false),
};
