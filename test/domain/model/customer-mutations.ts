import { checkNewParent, checkParent } from './check-customer.ts';
import { readRecord } from './default-addresses.ts';
import { draftCustomer, draftOf, readTags, save, speak, speakerOf } from './read-customer.ts';
import { knownTo } from './said.ts';
import { newSourcesIn, shortIdIn, sourcesIn } from './source-records.ts';
import {
  type Answer,
  askedCustomer,
  type Customer,
  canonical,
  customerOf,
  type Input,
  isIdOf,
  madeId,
  type State,
  settingOf,
  unlink,
  Wrong,
} from './state.ts';
import { readAddress } from './texts.ts';

export type Model = (state: State, input: Input) => Answer;

export const refusal = ({ found }: Wrong, id: string | null = null): Answer => ({
  ...{ id, faults: [...found].sort() },
});
export const done = (id: string): Answer => ({ id, faults: [] });

/** The customer that an input identifies, at the given version. */
export function about(state: State, { id, ifVersion }: Input, wrong: Wrong): Customer | undefined {
  const customer = askedCustomer(state, id, 'id', wrong);
  if (customer && ifVersion != null && ifVersion !== customer.version)
    wrong.add('STALE_VERSION', 'ifVersion');
  return customer;
}

/** A rejected mutation of a customer: a stale version returns the customer. */
export const refusedFor = (customer: Customer | undefined, wrong: Wrong): Answer =>
  refusal(wrong, wrong.found.includes('STALE_VERSION ifVersion') ? (customer?.id ?? null) : null);

const create: Model = (state, input) => {
  const wrong = new Wrong();
  const parent = input.parentId == null ? undefined : customerOf(state, input.parentId);
  const records = [...shortIdIn(input), ...sourcesIn(input.sources, 'sources', wrong)];
  const sources = newSourcesIn(state, records, undefined, wrong);
  const given = parent ? { ...input, parentId: parent.id } : input;
  const draft = draftCustomer(state, given, undefined, wrong, { sources });
  if (!wrong.none) return refusal(wrong);
  save(state, draft);
  return done(draft.next.id);
};

const update: Model = (state, input) => {
  const wrong = new Wrong();
  const customer = about(state, input, wrong);
  // Without a customer, only errors of texts and ids are known.
  if (customer === undefined) return refusal(wrong);
  const sources = newSourcesIn(state, shortIdIn(input), customer, wrong);
  const draft = draftCustomer(state, input, customer, wrong, { sources });
  if (!wrong.none) return refusedFor(customer, wrong);
  save(state, draft);
  return done(customer.id);
};

type Change = (customer: Customer, wrong: Wrong) => void;

/** A mutation that changes the one customer that it identifies. */
const changing =
  (
    change: (state: State, input: Input) => Change,
    action = 'UPDATE',
    touched: readonly string[] = [],
  ): Model =>
  (state, input) => {
    const wrong = new Wrong();
    const customer = about(state, input, wrong);
    const to = change(state, input);
    const draft = customer && draftOf(customer);
    if (draft && touched.length > 0) {
      const { priceGroups, tags, values } = knownTo(customer, speakerOf(state));
      Object.assign(draft.next, { priceGroups, tags });
      draft.next.values.metadata = values.metadata;
    }
    to(draft?.next ?? { ...draftOf(absentCustomer).next }, wrong);
    if (!wrong.none || draft === undefined) return refusedFor(customer, wrong);
    speak(state, draft, speakerOf(state), touched);
    save(state, draft, action);
    return done(draft.next.id);
  };

const absentCustomer: Customer = {
  ...{ id: '', version: 0, active: true, createdAt: null, values: { parentId: null, metadata: {} } },
  ...{ tags: [], priceGroups: [], sources: [], events: [] },
  ...{ said: { pins: {}, baseline: null, records: {} }, hasConflicts: false },
};

const setParent = changing((state, { parentId }) => (customer, wrong) => {
  const parent = parentId === null ? undefined : askedCustomer(state, parentId, 'parentId', wrong);
  const isOther = parent !== undefined && parent.id !== customer.values.parentId && customer.id !== '';
  if (isOther && checkNewParent(state, customer, parent, wrong)) checkParent(parent, wrong);
  customer.values.parentId = parent?.id ?? null;
});

const changeGroups = (isAdded: boolean) =>
  changing(
    (state, { groupIds }) =>
      (customer, wrong) => {
        const given = groupIds as readonly string[];
        const ids = given.filter((id, at) => isIdOf('AccountGroup', id, ['groupIds', at], wrong));
        for (const [at, id] of given.entries()) {
          const group = settingOf(state, 'AccountGroup', id);
          if (ids.includes(id) && group?.type !== 'PRICING_GROUP')
            wrong.add(group ? 'WRONG_GROUP_TYPE' : 'NOT_FOUND', 'groupIds', at);
        }
        const without = customer.priceGroups.filter((id) => !ids.includes(id));
        customer.priceGroups = isAdded ? [...new Set([...without, ...ids])] : without;
      },
    'UPDATE',
    ['priceGroups'],
  );

const changeTags = (isAdded: boolean) =>
  changing(
    (_state, { tags }) =>
      (customer, wrong) => {
        const given = readTags(tags as readonly string[], wrong);
        const without = customer.tags.filter((tag) => !given.includes(tag));
        customer.tags = isAdded ? [...without, ...given] : without;
        if (isAdded && customer.tags.length > 10) wrong.add('LIMIT_EXCEEDED', 'tags');
      },
    'UPDATE',
    ['tags'],
  );

const isObject = (value: unknown): value is Input =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function patched(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const entries = { ...(isObject(target) ? target : {}) };
  for (const [key, value] of Object.entries(patch))
    if (value === null) delete entries[key];
    else entries[key] = patched(entries[key], value);
  return entries;
}

const patchMetadata = changing(
  (_state, { patch }) =>
    ({ values }) => {
      values.metadata = patched(values.metadata, patch);
    },
  'UPDATE',
  ['metadata'],
);

const createAddress: Model = (state, { customerId, address }) => {
  const wrong = new Wrong();
  const customer = askedCustomer(state, customerId, 'customerId', wrong);
  const record = readRecord(address as Input, ['address'], wrong);
  if (record !== undefined && state.links[record] !== undefined) wrong.add('TAKEN', 'address', 'source');
  const values = readAddress(address as Input, undefined, ['address'], wrong);
  values.name ??= (customer?.values.name ?? null) as string | null;
  if (!wrong.none || customer === undefined) return refusal(wrong);
  const id = madeId(state, 'Address');
  if (record !== undefined) state.links[record] = id;
  state.addresses.push({ id, customerId: customer.id, born: state.step, values });
  save(state, draftOf(customer, [{ field: 'addresses', oldValue: null, newValue: '…' }]));
  return done(id);
};

/** An existing address; an invalid id is reported. */
function askedAddress(state: State, id: unknown, wrong: Wrong) {
  if (!isIdOf('Address', id, ['id'], wrong)) return undefined;
  const address = state.addresses.find((each) => each.id === id);
  if (address === undefined) wrong.add('NOT_FOUND', 'id');
  return address;
}

const updateAddress: Model = (state, { id, ...input }) => {
  const wrong = new Wrong();
  const address = askedAddress(state, id, wrong);
  const values = readAddress(input, address?.values ?? {}, [], wrong);
  const customer = address && customerOf(state, address.customerId);
  if (!wrong.none || address === undefined || customer === undefined) return refusal(wrong);
  const isChanged = canonical(values) !== canonical(address.values);
  address.values = values;
  save(state, draftOf(customer, isChanged ? [{ field: 'addresses', oldValue: '…', newValue: '…' }] : []));
  return done(address.id);
};

const deleteAddress: Model = (state, { id }) => {
  const wrong = new Wrong();
  const address = askedAddress(state, id, wrong);
  const customer = address && customerOf(state, address.customerId);
  const { billToAddressId, shipToAddressId } = customer?.values ?? {};
  if (address && [billToAddressId, shipToAddressId].includes(id)) wrong.add('IN_USE', 'id');
  if (!wrong.none || address === undefined || customer === undefined) return refusal(wrong);
  state.addresses = state.addresses.filter((each) => each !== address);
  unlink(state, address.id);
  save(state, draftOf(customer, [{ field: 'addresses', oldValue: '…', newValue: null }]));
  return done(address.id);
};

const activity =
  (isActive: boolean): Change =>
  (customer) => {
    customer.active = isActive;
  };

export const customerMutations: Readonly<Record<string, Model>> = {
  customerCreate: create,
  customerUpdate: update,
  customerDiscontinue: changing(() => activity(false), 'DISCONTINUE'),
  customerReactivate: changing(() => activity(true), 'REACTIVATE'),
  customerSetParent: setParent,
  customerPriceGroupsAdd: changeGroups(true),
  customerPriceGroupsRemove: changeGroups(false),
  customerTagsAdd: changeTags(true),
  customerTagsRemove: changeTags(false),
  customerMetadataPatch: patchMetadata,
  customerAddressCreate: createAddress,
  customerAddressUpdate: updateAddress,
  customerAddressDelete: deleteAddress,
};
