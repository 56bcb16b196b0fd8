import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { fillBase } from './base.ts';
import { fillSettings, own } from './base-settings.ts';
import { customerChoice } from './choice.ts';
import { customerKinds, type KindOf, plainKinds, plainOrder, type StoredRow } from './kinds.ts';
import {
  type Asked,
  ask,
  Cursors,
  type CustomerChoice,
  expected,
  type PageAnswer,
  type PageSpec,
  type PageVariables,
  pageOf,
} from './listing.ts';
import { isFound, matches } from './oracle.ts';
import { inOrderOf } from './page-oracle.ts';
import type { StoredCustomer } from './stored-customers.ts';

const { db, as } = await openGateway();
const settings = await fillSettings(db);
await fillBase(db, settings);
const caller = as(own);

/** A list and its rows from the database, read once. */
async function withRows<R extends StoredRow>(kind: KindOf<R>) {
  const rows = kind.parents.map(async (parent) => [parent, await kind.read(parent)] as const);
  return { kind, rows: await Promise.all(rows) };
}

const ofCustomers = await Promise.all(customerKinds(db, settings).map(withRows));
const plain = await Promise.all(plainKinds(db, settings).map(withRows));

function of<T>(map: ReadonlyMap<string, T>, name: string): T {
  const found = map.get(name);
  if (found === undefined) throw new Error(`unknown list ${name}`);
  return found;
}

const named = <T extends { readonly kind: { readonly name: string } }>(lists: readonly T[]) =>
  new Map(lists.map((each) => [each.kind.name, each]));

/** Some of the list's parents, by their index. */
const someParents = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 });
const pick = (parents: readonly string[], at: readonly number[]) => [
  ...new Set(at.flatMap((place) => parents[place % parents.length] ?? [])),
];

function askPlain(name: string, at: readonly number[]): Asked<StoredRow> {
  const { kind, rows } = of(named(plain), name);
  const lists = new Map(rows.map(([parent, all]) => [parent, all.toSorted(plainOrder)]));
  return { kind, parents: pick(kind.parents, at), compare: plainOrder, lists };
}

function askForCustomers(name: string, at: readonly number[], choice: CustomerChoice): Asked<StoredCustomer> {
  const { kind, rows } = of(named(ofCustomers), name);
  const compare = inOrderOf(choice.orderBy);
  const lists = rows.map(([parent, all]) => {
    const found = all.filter((row) => matches(row, choice.filter) && isFound(row, choice.query));
    return [parent, found.toSorted(compare)] as const;
  });
  return { kind, parents: pick(kind.parents, at), choice, compare, lists: new Map(lists) };
}

const someName = (lists: readonly { readonly kind: { readonly name: string } }[]) =>
  fc.constantFrom(...lists.map(({ kind }) => kind.name));

const somewhere = fc.option(fc.nat(200), { nil: null });
const pages: fc.Arbitrary<readonly PageSpec[]> = fc.array(
  fc.record({
    size: fc.oneof(
      { weight: 6, arbitrary: fc.nat(8) },
      { weight: 1, arbitrary: fc.constantFrom(25, 250, null) },
    ),
    backward: fc.boolean(),
    after: somewhere,
    before: somewhere,
  }),
  { minLength: 3, maxLength: 6 },
);

/** Reads the whole lists, checks their order, and keeps every row's cursor. */
async function readWhole<R extends StoredRow>(asked: Asked<R>): Promise<Cursors> {
  const cursors = new Cursors();
  const whole = await ask(caller, asked, { first: 250 });
  cursors.learn(whole);
  const wanted = { first: 250, last: null, after: null, before: null };
  expect(whole).toEqual(expected(asked, wanted, cursors.of));
  return cursors;
}

/** Any pages between any two cursors, for many parents in one request. */
async function checkPages<R extends StoredRow>(asked: Asked<R>, specs: readonly PageSpec[]): Promise<void> {
  const cursors = await readWhole(asked);
  const rows = asked.parents.flatMap((parent) => asked.lists.get(parent) ?? []);
  for (const spec of specs) {
    const { variables, wanted } = pageOf(spec, rows, cursors);
    expect(await ask(caller, asked, variables)).toEqual(expected(asked, wanted, cursors.of));
  }
}

/** Pages through one parent's list in one direction, by the page's own cursors and flags. */
async function walk<R extends StoredRow>(
  asked: Asked<R>,
  sizes: readonly number[],
  backward: boolean,
): Promise<readonly string[]> {
  const seen: string[][] = [];
  let cursor: string | null = null;
  for (let more = true; more; ) {
    const size = sizes[seen.length % sizes.length] ?? 1;
    const variables: PageVariables = backward
      ? { last: size, before: cursor }
      : { first: size, after: cursor };
    const [page]: readonly PageAnswer[] = await ask(caller, asked, variables);
    if (page === undefined) throw new Error('No page.');
    seen.push(page.nodes.map(({ id }) => id));
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo;
    cursor = backward ? startCursor : endCursor;
    more = backward ? hasPreviousPage : hasNextPage;
  }
  return (backward ? seen.reverse() : seen).flat();
}

async function checkWalks<R extends StoredRow>(asked: Asked<R>, sizes: readonly number[]): Promise<void> {
  const [parent = ''] = asked.parents;
  const one = { ...asked, parents: [parent] };
  const ids = (asked.lists.get(parent) ?? []).map(({ id }) => id);
  expect(await walk(one, sizes, false)).toEqual(ids);
  expect(await walk(one, sizes, true)).toEqual(ids);
}

const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });

test('the base has ties, nulls and lists of every length', () => {
  const [customers = []] = ofCustomers.flatMap(({ kind, rows }) =>
    kind.name === 'Query.customers' ? rows.map(([, all]) => all) : [],
  );

  expect(customers).toHaveLength(90);
  expect(new Set(customers.map(({ createdAt }) => createdAt.getTime())).size).toBe(4);
  expect(customers.filter(({ creditLimitValue }) => creditLimitValue === null).length).toBeGreaterThan(9);
  for (const { kind, rows } of [...ofCustomers, ...plain])
    if (!kind.name.includes('AREA'))
      expect(Math.max(...rows.map(([, all]) => all.length)), kind.name).toBeGreaterThan(3);
});

test.each([...named(plain).keys()])('%s shows every row once, in order', async (name) => {
  const all = askPlain(name, [0, 1, 2, 3, 4, 5]);

  await readWhole(all);
  for (const parent of all.parents) await checkWalks({ ...all, parents: [parent] }, [1, 4, 2]);
});

test('any page of any list between any two cursors equals that part of the whole list', async () => {
  await fc.assert(
    asyncProperty(someName(plain), someParents, pages, (name, at, specs) =>
      checkPages(askPlain(name, at), specs),
    ),
    runs(100),
  );
});

test('any page of any list of customers equals that part of the whole list, under any filter and order', async () => {
  await fc.assert(
    asyncProperty(
      someName(ofCustomers),
      someParents,
      customerChoice(settings),
      pages,
      (name, at, choice, specs) => checkPages(askForCustomers(name, at, choice), specs),
    ),
    runs(150),
  );
});

test('paging through a list of customers forwards and backwards shows every row once, in order', async () => {
  await fc.assert(
    asyncProperty(
      someName(ofCustomers),
      someParents,
      customerChoice(settings),
      sizes,
      (name, at, choice, some) => checkWalks(askForCustomers(name, at, choice), some),
    ),
    runs(40),
  );
});
