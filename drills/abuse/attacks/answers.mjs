import { flood } from '../client.mjs';
import { Random, randomDocument } from '../random-document.mjs';

const large = `query ($first: Int) { customers(first: $first) { nodes { id number name status note metadata createdAt updatedAt
  contactInfo { name email phone fax url } addresses(first: 6) { nodes { id name email phone geolocation { streetLine1 locality state postalCode country } } }
  events(first: 8) { nodes { id actor { type name accountUser { id } } action occurredAt } } } } }`;

/** @type {import('../types.mjs').Attack} */
export const largeAnswers = {
  name: 'large-answers',
  row: 'other',
  about:
    'the largest answers that the cost limit allows, by 10 callers on 50 connections, compressed and not',
  seconds: 15,
  async run(context) {
    const callers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => context.signIn({ sub: `reader-${n}` })),
    );
    let first = 250;
    await flood(context, {
      connections: 50,
      headers: (connection) => ({
        ...callers[connection % callers.length],
        'accept-encoding': ['identity', 'br', 'gzip'][connection % 3],
      }),
      next: () => ({ query: large, variables: { first } }),
      look: ({ body }, { variables }) => {
        if (body.includes('COST_LIMIT')) first = Math.min(first, Math.ceil(variables.first * 0.8));
      },
    });
  },
};

/** @type {import('../types.mjs').Attack} */
export const workers = {
  name: 'workers',
  row: 'other',
  about: 'documents, searches and large answers mixed, with WORKERS=2',
  seconds: 15,
  gateway: { env: { WORKERS: '2' } },
  async run(context) {
    const callers = await Promise.all(
      Array.from({ length: 6 }, (_, n) => context.signIn({ sub: `attacker-${n}` })),
    );
    const random = new Random(10);
    const search = {
      query: '{ customers(first: 1, query: "an er in co am le ex re om pl") { totalCount nodes { id } } }',
    };
    await flood(context, {
      connections: 24,
      headers: (connection) => callers[connection % callers.length],
      next: (turn) =>
        [{ query: randomDocument(random) }, search, { query: large, variables: { first: 100 } }][turn % 3],
    });
  },
};
