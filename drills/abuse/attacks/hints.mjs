import { agentOf, post } from '../client.mjs';

const nodeTypes = new Set([
  'Account',
  'AccountGroup',
  'Address',
  'Carrier',
  'Customer',
  'Order',
  'Tag',
  'Unit',
  'User',
]);

/** An error message that suggests a name, or names an `_entities` type that is not in the request. */
function hintIn(body, sent) {
  const messages = body.match(/"message":"(?:[^"\\]|\\.)*"/g) ?? [];
  const words = new Set(sent.match(/\w+/g));
  const shows = (message) =>
    sent.includes('_entities') &&
    (message.match(/\w+/g) ?? []).some((word) => nodeTypes.has(word) && !words.has(word));
  return messages.find((message) => /did you mean|perhaps/i.test(message) || shows(message));
}

/** @type {import('../types.mjs').Attack} */
export const hints = {
  name: 'hints',
  row: '7',
  about: 'nearly correct names, with INTROSPECTION=off',
  seconds: 15,
  short: 10,
  gateway: { env: { INTROSPECTION: 'off' } },
  async run({ origin, signIn, tally, finding, endsAt }) {
    const headers = await signIn();
    const agent = agentOf();
    const operations = [
      ...['Custome', 'Customers', 'customer', 'AccountGrup', 'Ordr', ''].map((name) => ({
        query: 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
        variables: { r: [{ __typename: name, id: 'cus_1' }] },
      })),
      { query: '{ _entities(representations: [{ __typename: "Customr", id: "x" }]) { __typename } }' },
      { query: '{ customrs { nodes { id } } }' },
      { query: '{ customers(frst: 1) { nodes { id } } }' },
      { query: '{ customers(first: 1) { nodes { nam } } }' },
      { query: '{ customers(filter: { statuss: NORMAL }) { nodes { id } } }' },
      { query: '{ customers(filter: { statuses: [NORMALL] }) { nodes { id } } }' },
      { query: '{ customers(orderBy: [{ field: NAMES }]) { nodes { id } } }' },
      { query: '{ customers(first: 1) @skipp(if: true) { nodes { id } } }' },
      { query: '{ node(id: "cus_1") { ... on Custome { id } } }' },
      { query: 'query ($f: CustomerFiltr) { customers(filter: $f) { nodes { id } } }', variables: {} },
      {
        query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
        variables: { f: { statuss: [] } },
      },
      {
        query: 'query ($f: CustomerFilter) { customers(filter: $f) { nodes { id } } }',
        variables: { f: { statuses: ['NORMALL'] } },
      },
      { query: 'mutation { customerUpdat(input: {}) { userErrors { code } } }' },
      { query: '{ __schema { types { name } } }' },
      { query: '{ __type(name: "Customer") { name fields { name } } }' },
      { query: '{ _service { sdl } }' },
    ];
    for (const operation of operations) {
      if (Date.now() > endsAt) break;
      tally.send();
      const answer = await post(origin, operation, { agent, headers });
      tally.add(answer);
      const hint = hintIn(answer.body, JSON.stringify(operation));
      if (hint !== undefined) finding(`an error has a hint: ${hint}`);
      if (/"sdl":"|"fields":\[|"types":\[/.test(answer.body))
        finding(`the schema is shown: ${answer.body.slice(0, 80)}`);
    }
    agent.destroy();
  },
};
