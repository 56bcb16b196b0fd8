import { agentOf, send } from '../client.mjs';

const deepObject = (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
const deepList = (levels) => `{"a":${'['.repeat(levels)}1${']'.repeat(levels)}}`;

function deepBodies({ ids }, json) {
  const [id] = ids;
  const body = (query, variables) => `{"query":${JSON.stringify(query)},"variables":${variables}}`;
  const change = (name, input) =>
    body(`mutation ($v: JSONObject!) { ${name}(input: ${input}) { userErrors { code } } }`, `{"v":${json}}`);
  return [
    change('customerMetadataPatch', `{ by: { id: "${id}" }, patch: $v }`),
    change('customerUpdate', `{ by: { id: "${id}" }, metadata: $v, dryRun: true }`),
    change('customerUpsert', '{ by: { number: "deep" }, name: "Deep", metadata: $v, dryRun: true }'),
    body(
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
      `{"r":[{"__typename":"Customer","id":${json}}]}`,
    ),
    body('query ($f: CustomerFilter) { customers(first: 1, filter: $f) { nodes { id } } }', `{"f":${json}}`),
    body('{ viewer { scopes } }', json),
    `{"query":"{ viewer { scopes } }","extensions":${json}}`,
    json,
  ];
}

const nestedFilter = (levels) => `${'{"not":'.repeat(levels)}{}${'}'.repeat(levels)}`;

/** @type {import('../types.mjs').Attack} */
export const depth = {
  name: 'depth',
  row: '7',
  about:
    'JSON nested 30 to 100,000 levels deep in metadata, representations, filters, variables and extensions',
  seconds: 30,
  short: 15,
  async run({ origin, subjects, signIn, tally, endsAt }) {
    const headers = { 'content-type': 'application/json', accept: 'application/json', ...(await signIn()) };
    const agent = agentOf();
    const literal = (levels) => `{ a: ${'{ a: '.repeat(levels)}1${' }'.repeat(levels)} }`;
    const filtered = 'query ($f: CustomerFilter) { customers(first: 1, filter: $f) { nodes { id } } }';
    const all = [30, 200, 1_000, 5_000, 20_000, 100_000].flatMap((levels) => [
      ...deepBodies(subjects, deepObject(levels)),
      ...deepBodies(subjects, deepList(levels)),
      `{"query":"${filtered}","variables":{"f":${nestedFilter(levels)}}}`,
      JSON.stringify({
        query: `mutation { customerMetadataPatch(input: { by: { id: "${subjects.ids[0]}" }, dryRun: true, patch: ${literal(levels)} }) { userErrors { code } } }`,
      }),
      JSON.stringify({ query: `${'{ a '.repeat(levels)}${'}'.repeat(levels)}` }),
    ]);
    for (const body of all) {
      if (Date.now() > endsAt) break;
      tally.send();
      tally.add(await send(`${origin}/graphql`, { agent, method: 'POST', headers, body }));
    }
    agent.destroy();
  },
};
