import { flood } from '../client.mjs';
import { Random } from '../random-document.mjs';

const sortFields = [
  'CREATED_AT',
  'CREDIT_LIMIT',
  'NAME',
  'NUMBER',
  'STATUS',
  'TOTAL_ORDERS_COUNT',
  'SHORT_ID',
  'DISCONTINUED_AT',
  'UPDATED_AT',
];
const list =
  'query ($filter: CustomerFilter, $orderBy: [CustomerSort!]) { customers(first: 5, filter: $filter, orderBy: $orderBy) { totalCount nodes { id } } }';

/** @type {(attack: { name: string, about: string, next: (random: Random, turn: number, subjects: object) => object, short?: number, seconds?: number }) => import('../types.mjs').Attack} */
const byOneCaller = ({ name, about, next, short = 0, seconds = 12 }) => ({
  name,
  row: 'other',
  about: `${about}, on 12 connections`,
  seconds,
  short,
  async run(context) {
    const headers = await context.signIn();
    const random = new Random(8);
    await flood(context, {
      connections: 12,
      headers: () => headers,
      next: (turn) => next(random, turn, context.subjects),
    });
  },
});

function tree(random, ids, levels) {
  if (levels === 0)
    return random.pick([
      { ids: random.some(ids, 250) },
      { priceGroupIds: Array.from({ length: 250 }, () => `grp_${random.word()}`) },
      { tags: Array.from({ length: 250 }, () => random.word()) },
      {
        address: {
          locality: { contains: random.word(), startsWith: random.word() },
          state: { in: Array.from({ length: 250 }, () => random.word()) },
          country: { equals: 'US' },
          postalCode: { startsWith: random.word() },
        },
      },
    ]);
  const width = random.pick([2, 3, 40]);
  const parts = Array.from({ length: width }, () => tree(random, ids, width === 40 ? 0 : levels - 1));
  return { [random.pick(['and', 'or'])]: random.is(0.3) ? [{ not: { or: parts } }] : parts };
}

export const lists = byOneCaller({
  name: 'lists',
  about: 'orders of up to 250 keys, filters of up to 250 values in wide and deep trees',
  next: (random, turn, { ids }) => ({
    query: list,
    variables:
      turn % 2 === 0
        ? {
            orderBy: Array.from({ length: 1 + random.below(250) }, () => ({
              field: random.pick(sortFields),
              direction: random.pick(['ASC', 'DESC']),
            })),
          }
        : { filter: tree(random, ids, 4) },
  }),
});

export const entities = byOneCaller({
  name: 'entities',
  about: '250 representations and nodes of many types, existing and not, with long and repeated keys',
  next: (random, turn, { ids, numbers, nodes }) => {
    const types = Object.keys(nodes).filter((type) => nodes[type].length > 0);
    const representation = () => {
      const type = random.pick(types);
      return random.pick([
        () => ({ __typename: 'Customer', id: random.pick(ids) }),
        () => ({ __typename: 'Customer', number: random.pick(numbers) }),
        () => ({ __typename: type, id: random.pick(nodes[type]) }),
        () => ({ __typename: type, id: `cus_${random.word()}`, more: 'm'.repeat(1_000) }),
        () => ({ __typename: random.word(), id: random.word() }),
      ])();
    };
    const fields = `__typename ... on Customer { ${random.some(['name', 'note', 'metadata', 'version', 'status']).join(' ')} addresses(first: 3) { nodes { name } } type { name } }
      ... on AccountGroup { name customers(first: 1) { nodes { id } } } ... on Address { name } ... on Carrier { name serviceLevels(first: 3) { nodes { name } } }`;
    const count = turn % 3 === 0 ? 250 : 1 + random.below(60);
    if (turn % 2 === 0)
      return {
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ${fields} } }`,
        variables: { r: Array.from({ length: count }, representation) },
      };
    const all = [...ids, ...Object.values(nodes).flat()];
    return {
      query: `query ($ids: [ID!]!) { nodes(ids: $ids) { id ${fields} } }`,
      variables: { ids: random.some(all, count) },
    };
  },
});

const hash = (random) =>
  Array.from({ length: 8 }, () =>
    random
      .below(2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');

export const persisted = byOneCaller({
  name: 'persisted',
  about: 'ids of persisted documents that do not exist, of up to 100,000 characters',
  seconds: 8,
  next: (random, turn) =>
    random.pick([
      () => ({ extensions: { persistedQuery: { version: 1, sha256Hash: hash(random) } } }),
      () => ({ documentId: `sha256:${hash(random)}` }),
      () => ({ doc_id: `${turn}${'x'.repeat(random.below(100_000))}` }),
      () => ({
        query: `{ viewer { scopes } } # ${turn}`,
        extensions: { persistedQuery: { version: 1, sha256Hash: hash(random) } },
      }),
      () => ({ documentId: turn % 2 === 0 ? '__proto__' : 'constructor' }),
    ])(),
});

export const variables = byOneCaller({
  name: 'variables',
  about: 'variables of nearly 1 MB: long texts, many keys, long lists, unused ones',
  seconds: 12,
  next: (random, turn) => {
    const long = `${turn}${'ä'.repeat(400_000)}`;
    const keys = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, place) => [`k${turn}_${place}`, place]),
    );
    return random.pick([
      () => ({
        query: 'query ($q: String) { customers(first: 1, query: $q) { nodes { id } } }',
        variables: { q: long },
      }),
      () => ({
        query: 'query ($q: String) { customers(first: 1, query: $q) { nodes { id } } }',
        variables: { q: 'ab '.repeat(200_000) },
      }),
      () => ({
        query: 'query ($n: String!) { customer(by: { number: $n }) { id } }',
        variables: { n: long },
      }),
      () => ({
        query: 'query ($after: String) { customers(first: 1, after: $after) { nodes { id } } }',
        variables: { after: long },
      }),
      () => ({ query: '{ viewer { scopes } }', variables: { unused: keys } }),
      () => ({
        query: 'query ($f: CustomerFilter) { customers(first: 1, filter: $f) { nodes { id } } }',
        variables: { f: { tags: Array.from({ length: 60_000 }, (_, place) => `t${place}`) } },
      }),
      () => ({ query: '{ viewer { scopes } }', operationName: long }),
      () => ({ query: '{ viewer { scopes } }', extensions: keys }),
    ])();
  },
});
