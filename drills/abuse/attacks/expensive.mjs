import { flood } from '../client.mjs';
import { Random } from '../random-document.mjs';

const page = '{ nodes { id name } }';
const shortWords = ['an', 'er', 'in', 'co', 'am', 'le', 'ex', 're', 'om', 'pl', 'es', 'on', 'st', 'al', 'ar'];
const longWords = ['com', 'exa', 'xam', 'amp', 'mpl', 'ple', 'cus', 'ust', 'sto', 'tom', 'ing', 'ers', '555'];
const sortFields = [
  'CREDIT_LIMIT',
  'STATUS',
  'TOTAL_ORDERS_COUNT',
  'SHORT_ID',
  'DISCONTINUED_AT',
  'NAME',
  'UPDATED_AT',
  'NUMBER',
  'CREATED_AT',
];

const search = (list) => (random) => ({
  query: `query ($query: String!) { customers(first: 1, query: $query) ${page} }`,
  variables: { query: random.some(list, 10).join(' ') },
});

/** Sorts by several fields, which no index covers. */
const sorted = (random) => ({
  query: `query ($orderBy: [CustomerSort!]) { customers(first: 1, orderBy: $orderBy, filter: { active: true }) ${page} }`,
  variables: {
    orderBy: random
      .some(sortFields, 4)
      .map((field, place) => ({ field, direction: place % 2 ? 'ASC' : 'DESC' })),
  },
});

function deep(random, levels) {
  if (levels === 0)
    return random.pick([
      { address: { locality: { contains: random.pick(['spring', 'aus', 'port']) } } },
      { address: { state: { equals: random.pick(['TX', 'CA', 'NY']) } } },
      { tags: [random.pick(['vip', 'wholesale', 'export'])] },
      { statuses: ['NORMAL', 'PREFERRED'] },
    ]);
  const parts = () => [deep(random, levels - 1), deep(random, levels - 1)];
  return random.pick([
    () => ({ and: parts() }),
    () => ({ or: parts() }),
    () => ({ not: deep(random, levels - 1) }),
  ])();
}

const filtered = (random) => ({
  query: `query ($filter: CustomerFilter) { customers(first: 1, filter: $filter) {
    totalCount count(cap: 1000000) { value }
    ${random.pick(['', 'facets { states { count } statuses { count } types { count } priceGroups { count } carriers { count } }'])}
  } }`,
  variables: { filter: { not: deep(random, 3) } },
});

/** Filters on customer columns that match almost no customer, so that the whole list is scanned. */
const scanned = (random) => ({
  query: `query ($filter: CustomerFilter) { customers(first: 1, filter: $filter) ${page} }`,
  variables: {
    filter: {
      createdAt: { from: `19${10 + random.below(90)}-01-01T00:00:00Z`, to: '2000-01-01T00:00:00Z' },
      statuses: random.some(['NORMAL', 'PREFERRED', 'HOLD_ALL'], 2),
      not: { active: random.pick([true, false]) },
    },
  },
});

const nested = (random) => ({
  query: `query ($orderBy: [CustomerSort!]) { accountGroups(first: 25) { nodes {
    customers(first: 1, orderBy: $orderBy, query: "${random.pick(longWords)}") { totalCount nodes { id } } } } }`,
  variables: sorted(random).variables,
});

const grouped = (random) => ({
  query: `query ($groupBy: [CustomerAggregateKey!]) { customersAggregate(groupBy: $groupBy, first: 100) {
    groups { count creditLimits { sum } ${random.pick(['', 'orderTotals { sum }'])} } } }`,
  variables: { groupBy: random.some(['COUNTRY', 'CREATED_DAY', 'PRICE_GROUP', 'SALES_REP', 'TAG'], 3) },
});

const kinds = {
  words: search(shortWords),
  sorts: sorted,
  searches: search(longWords),
  scans: scanned,
  filters: (random) => random.pick([filtered, filtered, nested, grouped])(random),
};
const any = (random) => random.pick(Object.values(kinds))(random);

/** @type {(options: { name: string, about: string, connections: number, next: (random: Random) => object, short?: number }) => import('../types.mjs').Attack} */
const byOneCaller = ({ name, about, connections, next, short = 0 }) => ({
  name,
  row: '4',
  about: `${about}, by one caller on ${connections} connections`,
  seconds: 15,
  short,
  async run(context) {
    const headers = await context.signIn();
    const random = new Random(4);
    await flood(context, { connections, headers: () => headers, next: () => next(random) });
  },
});

export const words = byOneCaller({
  name: 'words',
  about: 'searches for ten words of two letters',
  short: 4,
  connections: 12,
  next: kinds.words,
});
export const sorts = byOneCaller({
  name: 'sorts',
  about: 'orders that no index has',
  short: 4,
  connections: 12,
  next: kinds.sorts,
});
export const searches = byOneCaller({
  name: 'searches',
  about: 'searches for ten words of three letters that all customers have',
  connections: 50,
  next: kinds.searches,
});
export const scans = byOneCaller({
  name: 'scans',
  about: 'filters on own fields that nothing matches',
  connections: 24,
  next: kinds.scans,
});
export const filters = byOneCaller({
  name: 'filters',
  about: 'facets, aggregates, exact counts, deep filters over addresses and tags, nested lists',
  connections: 24,
  next: kinds.filters,
});

/** @type {import('../types.mjs').Attack} */
export const callers = {
  name: 'callers',
  row: '4',
  about: 'all kinds of expensive work, by 20 callers of one account on 60 connections',
  seconds: 15,
  async run(context) {
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) => context.signIn({ sub: `attacker-${n}` })),
    );
    const random = new Random(44);
    await flood(context, {
      connections: 60,
      headers: (connection) => all[connection % all.length],
      next: () => any(random),
    });
  },
};

/** @type {import('../types.mjs').Attack} */
export const accounts = {
  name: 'accounts',
  row: '4',
  about: 'all kinds of expensive work, by 20 callers of 5 accounts on 60 connections',
  seconds: 15,
  short: 5,
  async run(context) {
    const { attackerAccount, crowdAccounts } = context.subjects;
    const names = [attackerAccount, ...crowdAccounts];
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        context.signIn({ account: names[n % names.length], sub: `attacker-${n}` }),
      ),
    );
    const random = new Random(45);
    await flood(context, {
      connections: 60,
      headers: (connection) => all[connection % all.length],
      next: () => any(random),
    });
  },
};
