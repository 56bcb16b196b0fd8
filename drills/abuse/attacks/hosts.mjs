import { agentOf, send } from '../client.mjs';

const foreignHosts = [
  'evil.example',
  'evil.example:4000',
  '127.0.0.1.evil.example',
  'localhost.evil.example',
  '10.0.0.7',
];

/** @type {import('../types.mjs').Attack} */
export const hosts = {
  name: 'hosts',
  row: '7',
  about: 'requests with a foreign Host to a gateway without sign-in',
  seconds: 15,
  short: 10,
  gateway: { demo: true },
  async run({ origin, port, tally, finding, endsAt, isShort }) {
    const agent = agentOf();
    const body = JSON.stringify({ query: '{ customers(first: 1) { nodes { id name } } }' });
    const json = { 'content-type': 'application/json', accept: 'application/json' };
    const ask = async (host, method, path, headers) => {
      tally.send();
      const options = { agent, method, headers: { host, ...headers }, ...(method === 'POST' && { body }) };
      const answer = await send(`${origin}${path}`, options);
      tally.add(answer);
      return answer;
    };
    const requests = [
      ['POST', '/graphql', json],
      ['POST', '/graphql', { ...json, origin: 'http://evil.example' }],
      ['GET', '/graphql?query=%7Bcustomers(first%3A1)%7Bnodes%7Bid%20name%7D%7D%7D', json],
      ['GET', '/graphql', { accept: 'text/html' }],
      ['GET', '/docs', { accept: 'text/html' }],
    ];
    for (let turn = 0; Date.now() < endsAt && turn < (isShort ? 2 : 20); turn += 1)
      for (const host of foreignHosts)
        for (const [method, path, headers] of requests) {
          const { status } = await ask(host, method, path, headers);
          if (status >= 200 && status < 400)
            finding(`${method} ${path.slice(0, 12)} with Host “${host}” was answered`);
        }
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`, 'localhost']) {
      const { status } = await ask(host, 'POST', '/graphql', json);
      if (status !== 200) finding(`Host ${host} was answered with ${status}; it is a loopback name`);
    }
    agent.destroy();
  },
};
