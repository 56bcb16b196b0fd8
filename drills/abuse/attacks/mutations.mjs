import { flood } from '../client.mjs';
import { Random } from '../random-document.mjs';

const aliased = (count, write) =>
  `mutation M { ${Array.from({ length: count }, (_, place) => `a${place}: ${write(place)} { userErrors { code } }`).join(' ')} }`;

/** @param {Random} random */
function next(random, { ids, numbers }) {
  const id = () => random.pick(ids);
  return random.pick([
    () => ({
      query: aliased(
        20,
        () =>
          `customerUpsert(input: { by: { number: "${random.pick(numbers)}" }, dryRun: true, note: "${random.word()}" })`,
      ),
    }),
    () => ({
      query: aliased(
        20,
        () => `customerUpdate(input: { by: { id: "${id()}" }, dryRun: true, note: "${random.word()}" })`,
      ),
    }),
    () => ({
      query: aliased(
        10,
        () =>
          `shopperPasswordSet(input: { by: { id: "${id()}" }, dryRun: true, password: "${random.word()} ${random.word()} long" })`,
      ),
    }),
    () => ({
      query: aliased(
        10,
        () =>
          `customerMerge(input: { target: { id: "${id()}" }, duplicates: [{ id: "${id()}" }], dryRun: true })`,
      ),
    }),
    () => ({
      query:
        'mutation ($input: CustomersUpsertInput!) { customersUpsert(input: $input) { results { outcome userErrors { code } } } }',
      variables: {
        input: {
          dryRun: true,
          items: Array.from({ length: 250 }, () => ({
            by: { number: `${random.pick(numbers)}` },
            name: random.word(),
            tags: [random.word()],
          })),
        },
      },
    }),
    () => ({
      query: aliased(
        20,
        (place) =>
          `customerCreate(input: { name: "x", dryRun: true, priceGroups: $groups, type: { id: "grp_${place}" } })`,
      ).replace('mutation M', 'mutation M($groups: [ReferenceDataIdentifier!])'),
      variables: { groups: Array.from({ length: 250 }, () => ({ id: `grp_${random.word()}` })) },
    }),
  ])();
}

/** @type {import('../types.mjs').Attack} */
export const mutations = {
  name: 'mutations',
  row: 'other',
  about: 'dry runs: 20 aliases, 250 customers at a time, passwords, merges, by 3 callers on 12 connections',
  seconds: 15,
  short: 4,
  async run(context) {
    const callers = await Promise.all(
      Array.from({ length: 3 }, (_, n) => context.signIn({ sub: `writer-${n}` })),
    );
    const random = new Random(9);
    await flood(context, {
      connections: 12,
      headers: (connection) => callers[connection % callers.length],
      next: () => next(random, context.subjects),
    });
  },
};
