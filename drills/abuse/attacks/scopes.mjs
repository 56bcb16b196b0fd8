import { agentOf, post, send } from '../client.mjs';
import { reads, referenceReads } from '../scopes/reads.mjs';
import { ofAdministrator, ofImporter, ofShop } from '../scopes/roles.mjs';
import { ofCustomerWriter, ofSettingsWriter } from '../scopes/writes.mjs';

const unprivileged = [
  'settings:write',
  'customers:write',
  'customers:import',
  'account:admin',
  'shoppers:authenticate',
];

/** None of the scopes, each alone, and all pairs. */
const callers = [
  '',
  ...unprivileged,
  ...unprivileged.flatMap((one, place) => unprivileged.slice(place + 1).map((other) => `${one} ${other}`)),
];

const makers = [
  ofCustomerWriter,
  ofSettingsWriter,
  ofImporter,
  ofAdministrator,
  ofShop,
  reads,
  referenceReads,
];

/** Texts that the caller can read: reference data with `settings:write`, people with `account:admin`. */
const mayRead = ({ references, people }, scope) =>
  new Set([
    ...(scope.includes('settings:write') ? references : []),
    ...(scope.includes('account:admin') ? people : []),
  ]);

/** A value in the answer that the caller neither sent nor can read. */
function leakOf(body, sent, scope, subjects) {
  const allowed = mayRead(subjects, scope);
  const isRead = (text) => !allowed.has(text) && body.includes(JSON.stringify(text)) && !sent.includes(text);
  const found = subjects.secrets.find(isRead);
  if (found !== undefined) return `a text that only customers:read returns (${JSON.stringify(found)})`;
  const messages = (body.match(/"message":"(?:[^"\\]|\\.)*"/g) ?? []).join(' ');
  const id = messages.match(/\b(?:cus|adr|grp|evt)_[0-9a-z_]+/g)?.find((each) => !sent.includes(each));
  if (id !== undefined) return `the id of another object in a message (${id})`;
  const count = /[^"]*\b\d+ (?:\w+ )?customers?\b[^"]*/.exec(messages)?.[0];
  if (count !== undefined) return `a count of customers in a message (${count})`;
  const total = /"(?:totalCount|count|value)":[1-9]\d*/.exec(body)?.[0];
  return total === undefined ? undefined : `a count (${total})`;
}

/** Opens a subscription, which must be rejected without `customers:read`. */
async function subscribe({ origin, tally, finding }, agent, headers, scope) {
  const query = 'subscription { customerChanged { customerId changes { newValue } customer { name } } }';
  tally.send();
  const answer = await send(`${origin}/graphql`, {
    agent,
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query }),
    patienceMs: 1_500,
  });
  tally.add(answer);
  if (!answer.body.includes('FORBIDDEN'))
    finding(`with ${scope || 'no scope'}, customerChanged was not refused`);
}

/** @type {import('../types.mjs').Attack} */
export const scopes = {
  name: 'scopes',
  row: '5',
  about:
    'callers without customers:read, with up to two other scopes, read customers by payloads, dry runs, node, _entities and errors',
  seconds: 60,
  short: 25,
  async run(context) {
    const { subjects, origin, tally, finding, endsAt, signIn, isShort } = context;
    const agent = agentOf({ sockets: 4 });
    const ask = async (operation, headers, scope) => {
      tally.send();
      const answer = await post(origin, operation, { agent, headers });
      tally.add(answer);
      const leak = leakOf(answer.body, JSON.stringify(operation), scope, subjects);
      const name = /\{ (\w+)/.exec(operation.query)?.[1];
      if (leak !== undefined) finding(`with ${scope || 'no scope'}, ${name} returned ${leak.slice(0, 200)}`);
      if (answer.body.includes('GRAPHQL_VALIDATION_FAILED') || answer.status === 0)
        finding(`${name} could not be tried: ${answer.body.slice(0, 300)}`);
    };
    for (const scope of callers)
      await subscribe(context, agent, await signIn({ scope, sub: 'attacker-subscriber' }), scope);
    for (let turn = 0; Date.now() < endsAt && turn < (isShort ? 6 : 30); turn += 1) {
      const operations = makers.flatMap((make) => make(subjects, turn));
      const headers = await Promise.all(
        callers.map((scope, place) => signIn({ scope, sub: `attacker-${place}-${turn % 8}` })),
      );
      // Callers take turns and begin with different operations, so that a short drill tries all of both.
      for (let first = 0; first < operations.length; first += 4)
        for (const [place, scope] of callers.entries()) {
          if (Date.now() >= endsAt) break;
          const some = [0, 1, 2, 3].map(
            (each) => operations[(first + each + 11 * place) % operations.length],
          );
          await Promise.all(some.map((each) => ask(each, headers[place], scope)));
        }
    }
    agent.destroy();
  },
};
