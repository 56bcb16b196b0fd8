import { flood } from '../client.mjs';
import { converse, keepOpen, postHead } from '../sockets.mjs';

const document =
  'subscription { customerChanged { action cursor changes { path oldValue newValue } customer { id name note metadata addresses(first: 5) { nodes { name } } } } }';

/** @type {import('../types.mjs').Attack} */
export const subscriptions = {
  name: 'subscriptions',
  row: 'other',
  about: 'subscriptions opened and closed at full speed, 100 subscribers that stop reading, and many changes',
  seconds: 20,
  short: 4,
  async run(context) {
    const { port, subjects } = context;
    const body = JSON.stringify({ query: document });
    const head = (headers) =>
      postHead(port, { ...headers, accept: 'text/event-stream', 'content-length': String(body.length) }) +
      body;
    const callers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => context.signIn({ sub: `reader-${n}` })),
    );
    const writer = await context.signIn({ sub: 'writer' });
    const stopReading = (socket) => setTimeout(() => socket.pause(), 200);
    const closeSoon = (socket) => setTimeout(() => socket.destroy(), 20);
    const note = 'n'.repeat(4_000);
    const change = (turn) => ({
      query:
        'mutation ($id: ID!, $note: String) { customerUpdate(input: { by: { id: $id }, note: $note }) { userErrors { code } } }',
      variables: { id: subjects.ids[turn % 50], note: `${turn} ${note}` },
    });
    await Promise.all([
      keepOpen(context, 100, (n) => converse(context, { head: head(callers[n % 10]), follow: stopReading })),
      keepOpen(context, 60, (n) =>
        converse(context, { head: head(callers[n % 10]), follow: closeSoon, address: 1 }),
      ),
      flood(context, { connections: 4, headers: () => writer, next: change }),
    ]);
  },
};
