import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { addCustomers, customerValues, fillBase, headIds } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import { type Change, plainChanges } from './changes.ts';
import { customerChoice } from './choice.ts';
import { customerKinds, type KindOf, plainKinds, plainOrder, type StoredRow } from './kinds.ts';
import { ask, Cursors, type CustomerChoice, expected, type PageAnswer } from './listing.ts';
import { isFound, matches } from './oracle.ts';
import { type Compare, inOrderOf, type Wanted } from './page-oracle.ts';
import type { StoredCustomer } from './stored-customers.ts';

const { db, pool, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings, 50);
const caller = as(own);

/** The changes of a list between two pages of it. */
interface Step {
  readonly size: number;
  /** The number of added rows. */
  readonly adds: number;
  /** The removed rows, by their index in the list. */
  readonly removals: readonly number[];
  /** Whether the row of the next page's cursor is removed. */
  readonly removesCursor: boolean;
}

const step: fc.Arbitrary<Step> = fc.record({
  size: fc.integer({ min: 1, max: 7 }),
  adds: fc.nat(3),
  removals: fc.array(fc.nat(60), { maxLength: 2 }),
  removesCursor: fc.boolean(),
});
const steps = fc.array(step, { minLength: 1, maxLength: 8 });

interface Walk<R extends StoredRow> {
  readonly kind: KindOf<R>;
  readonly parent: string;
  readonly choice?: CustomerChoice;
  readonly compare: Compare<R>;
  readonly change: Change;
  readonly backward: boolean;
}

let made = 0;

async function apply<R extends StoredRow>(
  { change, parent }: Walk<R>,
  { adds, removals, removesCursor }: Step,
  list: readonly R[],
  cursor: R | null,
): Promise<void> {
  for (let i = 0; i < adds; i++) await change.add(parent, made++);
  const gone = removals.flatMap((at) => list[at] ?? []);
  for (const { id } of removesCursor && cursor ? [...gone, cursor] : gone) await change.remove(parent, id);
}

/** Pages through a list in one direction while it changes; each page must match the list at that time. */
async function walk<R extends StoredRow>(asked: Walk<R>, some: readonly Step[]): Promise<void> {
  const { kind, parent, choice, compare, backward } = asked;
  const cursors = new Cursors();
  const seen: string[][] = [];
  const states: (readonly string[])[] = [];
  let cursor: R | null = null;
  for (let more = true; more; ) {
    const list = await read(asked);
    states.push(list.map(({ id }) => id));
    const now = some[seen.length] ?? { size: 5, adds: 0, removals: [], removesCursor: false };
    const sizes = backward ? { first: null, last: now.size } : { first: now.size, last: null };
    const places: Pick<Wanted<R>, 'after' | 'before'> = backward
      ? { after: null, before: cursor }
      : { after: cursor, before: null };

    const one = { kind, parents: [parent], ...(choice && { choice }) };
    const answers: readonly PageAnswer[] = await ask(caller, one, {
      ...sizes,
      after: places.after && cursors.of(places.after),
      before: places.before && cursors.of(places.before),
    });

    cursors.learn(answers);
    const whole = { ...one, compare, lists: new Map([[parent, list]]) };
    expect(answers).toEqual(expected(whole, { ...sizes, ...places }, cursors.of));
    const rows = answers.flatMap(({ nodes }) => nodes.map(({ id }) => id));
    seen.push(rows);
    more = answers.some(({ pageInfo: { hasNextPage, hasPreviousPage } }) =>
      backward ? hasPreviousPage : hasNextPage,
    );
    const edge = backward ? rows.at(0) : rows.at(-1);
    cursor = list.find(({ id }) => id === edge) ?? cursor;
    await apply(asked, now, list, cursor);
  }
  const all = (backward ? seen.toReversed() : seen).flat();
  const stayed = states.reduce((ids, state) => ids.filter((id) => state.includes(id)));
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((id) => stayed.includes(id))).toEqual(stayed);
}

async function read<R extends StoredRow>({ kind, parent, compare }: Walk<R>): Promise<readonly R[]> {
  return (await kind.read(parent)).toSorted(compare);
}

const changes = plainChanges(pool, settings);
const plain = plainKinds(db, settings).filter(({ name }) => name in changes);

test('every list without filter is among those that change', () => {
  expect(plain.map(({ name }) => name)).toEqual(Object.keys(changes));
  expect(plain).toHaveLength(32);
});

test.each(plain.map((kind) => [kind.name, kind] as const))(
  '%s shows every remaining row exactly once, in order, while rows are added and removed',
  async (name, kind) => {
    const change = changes[name];
    if (change === undefined) throw new Error(`${name} does not change.`);

    await fc.assert(
      asyncProperty(steps, fc.boolean(), fc.nat(2), (some, backward, at) => {
        const parent = kind.parents[at % kind.parents.length] ?? '';
        return walk({ kind, parent, compare: plainOrder, change, backward }, some);
      }),
      runs(6),
    );
  },
);

const values = fc.infiniteStream(customerValues(settings));

// The lists of other reference data differ from that of account users by the column only.
const kinds = customerKinds(db, settings).slice(0, 5);

test.each(kinds.map((kind) => [kind.name, kind] as const))(
  '%s shows every remaining row exactly once, in order, while customers are added and removed',
  async (_name, kind) => {
    await fc.assert(
      asyncProperty(
        customerChoice(settings),
        steps,
        fc.boolean(),
        fc.nat(3),
        values,
        (choice, some, backward, at, next) => {
          const chosen: KindOf<StoredCustomer> = {
            ...kind,
            read: async (parent) =>
              (await kind.read(parent)).filter(
                (row) => matches(row, choice.filter) && isFound(row, choice.query),
              ),
          };
          const change: Change = {
            add: () => addCustomers(db, settings, [next.next().value]),
            remove: (_parent, id) =>
              db.customer.deleteMany({
                where: {
                  accountId: own,
                  id,
                  relationshipType: { not: 'PARENT' },
                  NOT: { id: { in: headIds } },
                },
              }),
          };
          const parent = kind.parents[at % kind.parents.length] ?? '';
          const compare = inOrderOf(choice.orderBy);
          return walk({ kind: chosen, parent, choice, compare, change, backward }, some);
        },
      ),
      runs(15),
    );
  },
);
