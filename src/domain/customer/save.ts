import { type ColumnOf, sql } from '../../db/model/table.ts';
import { allSent, deleteRows, updateRows } from '../../db/write/rows.ts';
import type { Write } from '../write/writer.ts';
import { type AddressChange, saveAddresses } from './address.ts';
import { addressChanges } from './address-text.ts';
import {
  type ChangeEvent,
  changeOf,
  columnChanges,
  listChanges,
  recordEvents,
  type ValueChange,
} from './event.ts';
import { customerFields, newCustomer } from './fields.ts';
import type { ListChange } from './list-change.ts';
import type { Plan } from './plan.ts';
import { loadPriceGroups, savePriceGroups } from './price-groups.ts';
import { saveRecords } from './save-records.ts';
import { recordsText } from './source-records.ts';
import { loadTags, saveTags } from './tags.ts';

export type Outcome = 'CREATED' | 'UPDATED' | 'UNCHANGED';

export interface Saved {
  readonly id: string;
  readonly outcome: Outcome;
}

/** Columns that an update sets; a parent is set by a separate, more expensive statement. */
const updated: readonly ColumnOf<'Customer'>[] = [
  ...customerFields.map(({ column }) => column).filter((column) => column !== 'parentId'),
  'createdAt',
  'discontinuedAt',
  'version',
  'updatedAt',
];

interface Lists {
  readonly priceGroups: readonly ListChange[];
  readonly tags: readonly ListChange[];
}

type ByCustomer = ReadonlyMap<string, ListChange>;

const byCustomer = (changes: readonly ListChange[]): ByCustomer =>
  new Map(changes.map((change) => [change.customerId, change]));

async function listsOf(write: Write, plans: readonly Plan[]): Promise<Lists> {
  const unknown = (has: (plan: Plan) => unknown) =>
    plans.filter((plan) => !plan.lists && plan.current && has(plan) !== undefined).map(({ id }) => id);
  const groups = await loadPriceGroups(
    write,
    unknown(({ priceGroupIds }) => priceGroupIds),
  );
  const tags = await loadTags(
    write,
    unknown((plan) => plan.tags),
  );
  const change = (id: string, before: readonly string[] = [], after: readonly string[] | undefined) =>
    after === undefined ? [] : { customerId: id, before, after };
  return {
    priceGroups: plans.flatMap(({ id, priceGroupIds, lists }) =>
      change(id, lists?.priceGroups ?? groups.get(id), priceGroupIds),
    ),
    tags: plans.flatMap((plan) => change(plan.id, plan.lists?.tags ?? tags.get(plan.id), plan.tags)),
  };
}

function planChanges(
  { id, at, current, next, addresses, records, extraChanges = [] }: Plan,
  { priceGroups, tags: changedTags }: Readonly<Record<keyof Lists, ByCustomer>>,
): readonly ValueChange[] {
  const [groups, tags] = [priceGroups.get(id), changedTags.get(id)];
  return [
    ...columnChanges(current ?? newCustomer, next),
    ...(next.createdAt === (current?.createdAt ?? at)
      ? []
      : changeOf('createdAt', current?.createdAt ?? null, next.createdAt)),
    ...(groups ? listChanges('priceGroups', groups.before, groups.after) : []),
    ...(tags ? listChanges('tags', tags.before, tags.after) : []),
    ...addresses.flatMap(addressChanges),
    ...(records ? changeOf('sources', recordsText(records.before), recordsText(records.after)) : []),
    ...extraChanges,
  ];
}

/** Addresses without a name are named like their customer. */
const withNames = (changes: readonly AddressChange[], name: string): readonly AddressChange[] =>
  changes.map((change) => {
    const { address, geolocation } = change.after;
    return address.name === ''
      ? { ...change, after: { address: { ...address, name }, geolocation } }
      : change;
  });

async function withNumbers(
  write: Write,
  plans: readonly Plan[],
  reserved: readonly string[],
): Promise<readonly Plan[]> {
  const wanted = plans.filter(({ next }) => next.number === '').length;
  if (wanted === 0) return plans;
  const given = new Set([...reserved, ...plans.map(({ next }) => next.number)]);
  const taken: string[] = [];
  while (taken.length < wanted) {
    const next = await write.run(sql`/* customerNumbersTake */
      select number from take_customer_numbers(${wanted - taken.length}::integer) as number`);
    // The database does not see the numbers that other plans of this batch set.
    taken.push(...next.flatMap(([number]) => (number == null || given.has(number) ? [] : number)));
  }
  const free = taken.values();
  return plans.map((plan) => {
    if (plan.next.number !== '') return plan;
    const number = free.next().value ?? '';
    const name = plan.next.name || number;
    return { ...plan, next: { ...plan.next, number, name }, addresses: withNames(plan.addresses, name) };
  });
}

/** Writes customers and their addresses. */
async function saveRows(write: Write, plans: readonly Plan[]): Promise<void> {
  const created = plans.flatMap(({ current, next }) => (current === undefined ? next : []));
  const addresses = plans.flatMap((plan) => plan.addresses);
  await saveAddresses(write, addresses, created);
  const changed = plans.flatMap(({ current, next, at }) =>
    current === undefined ? [] : { ...next, version: current.version + 1, updatedAt: at },
  );
  await updateRows(write, 'Customer', changed, updated);
}

const statedColumns = ['pins', 'baseline', 'hasConflicts'] as const;

/** Writes pins, baselines and values of records: only visible changes make a version. */
async function saveStated(write: Write, plans: readonly Plan[]): Promise<void> {
  const isRestated = ({ current, next }: Plan) =>
    current !== undefined && statedColumns.some((column) => current[column] !== next[column]);
  const rows = plans.filter(isRestated).map(({ next }) => next);
  await updateRows(write, 'Customer', rows, statedColumns);
  await saveRecords(
    write,
    plans.flatMap(({ records, speaksFor: spoken }) => (records ? { ...records, spoken } : [])),
  );
}

/** Of customers that are not shoppers any more; and reset tokens sent to a former email. */
async function removeCredentials(write: Write, plans: readonly Plan[]): Promise<void> {
  const moved = plans.filter(
    ({ current, next }) => current?.shopperEmail && current.shopperEmail !== next.shopperEmail,
  );
  const gone = moved.filter(({ next }) => !next.shopperEmail);
  const of = (those: readonly Plan[]) => those.map(({ id }) => ({ customerId: id }));
  await deleteRows(write, 'ShopperCredential', of(gone));
  await deleteRows(write, 'PasswordResetToken', of(moved));
}

interface PlanChanges {
  readonly plan: Plan;
  readonly changes: readonly ValueChange[];
}

function actionOf(
  { current, next }: Plan,
  action: ChangeEvent['action'],
  isImport: boolean,
): ChangeEvent['action'] {
  if (current === undefined) return isImport ? 'IMPORT' : 'CREATE';
  if (action !== 'UPDATE' || (current.discontinuedAt === null) === (next.discontinuedAt === null))
    return action === 'UPDATE' && isImport ? 'IMPORT' : action;
  return next.discontinuedAt === null ? 'REACTIVATE' : 'DISCONTINUE';
}

const eventOf = (
  { plan, changes }: PlanChanges,
  action: ChangeEvent['action'],
  { actorType }: Write,
): ChangeEvent => ({
  customerId: plan.id,
  action: actionOf(plan, action, actorType === 'SOURCE'),
  changes,
  occurredAt: plan.at,
});

const savedAs = ({ plan: { id, current }, changes }: PlanChanges): Saved => ({
  id,
  outcome: current === undefined ? 'CREATED' : changes.length > 0 ? 'UPDATED' : 'UNCHANGED',
});

interface SaveOptions {
  /** The event's action for existing customers. */
  readonly action?: ChangeEvent['action'];
  /** Numbers that later plans of the same call set: no customer gets one of them. */
  readonly reserved?: readonly string[];
}

/** A plan without changes writes nothing but what its speaker says. */
export async function saveCustomers(
  write: Write,
  plans: readonly Plan[],
  { action = 'UPDATE', reserved = [] }: SaveOptions = {},
): Promise<readonly Saved[]> {
  const numbered = await withNumbers(write, plans, reserved);
  const lists = await listsOf(write, numbered);
  const changes = { priceGroups: byCustomer(lists.priceGroups), tags: byCustomer(lists.tags) };
  const planned = numbered.map((plan): PlanChanges => ({ plan, changes: planChanges(plan, changes) }));
  const changed = planned.filter(({ changes }) => changes.length > 0);
  const written = changed.map(({ plan }) => plan);
  const rows = saveRows(write, written);
  if (numbered.some(({ current }) => current !== undefined)) await rows;
  await allSent([rows, saveStated(write, numbered)]);
  await removeCredentials(write, written);
  await savePriceGroups(write, lists.priceGroups);
  await saveTags(write, lists.tags);
  recordEvents(
    write,
    changed.map((each) => eventOf(each, action, write)),
  );
  return planned.map(savedAs);
}
