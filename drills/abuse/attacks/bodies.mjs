import { converse, drip, keepOpen, postHead } from '../sockets.mjs';

const oneByte = (socket) => socket.write('{');
const nearlyAll = (bytes) => (socket) => socket.write(Buffer.alloc(bytes - 1, ' '));

/** @type {import('../types.mjs').Attack} */
export const bodies = {
  name: 'bodies',
  row: '6',
  about:
    'incomplete bodies: 230 of one byte by one caller, 150 by nobody, 60 chunked, 40 of 1 MB but one byte',
  seconds: 25,
  short: 5,
  async run(context) {
    const { port } = context;
    const signed = await context.signIn();
    const head = (headers) => postHead(port, headers);
    const length = (bytes) => ({ 'content-length': String(bytes) });
    const chunked = (socket) => socket.write('1\r\n{\r\n');
    const bytes = 1_000_000;
    await Promise.all([
      keepOpen(context, 230, () =>
        converse(context, { head: head({ ...signed, ...length(200) }), follow: oneByte }),
      ),
      keepOpen(context, 150, (n) =>
        converse(context, { head: head(length(200)), follow: oneByte, address: 10 + (n % 100) }),
      ),
      keepOpen(context, 60, () =>
        converse(context, {
          head: head({ ...signed, 'transfer-encoding': 'chunked' }),
          follow: chunked,
          address: 1,
        }),
      ),
      keepOpen(context, 40, (n) =>
        converse(context, {
          head: head({ ...(n % 2 === 0 && signed), ...length(bytes) }),
          follow: nearlyAll(bytes),
          address: 2 + (n % 8),
        }),
      ),
    ]);
  },
};

/** @type {import('../types.mjs').Attack} */
export const connections = {
  name: 'connections',
  row: '6',
  about:
    '2,000 idle connections, 200 that send their headers byte by byte, 60 bodies byte by byte, 30 slow readers',
  seconds: 20,
  async run(context) {
    const { port, isShort, subjects } = context;
    const signed = await context.signIn({ sub: 'slow' });
    const other = await context.signIn({ sub: 'reader' });
    const large = JSON.stringify({
      query:
        'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Customer { id name note metadata contactInfo { email } } } }',
      variables: { ids: subjects.ids.slice(0, 250) },
    });
    const body = JSON.stringify({ query: '{ viewer { scopes } }' });
    const read = postHead(port, { ...other, 'content-length': String(Buffer.byteLength(large)) });
    await Promise.all([
      keepOpen(context, isShort ? 1_000 : 2_000, (n) => converse(context, { head: '', address: n % 50 })),
      keepOpen(context, 200, (n) =>
        converse(context, { head: 'P', follow: drip(postHead(port, signed).slice(1), 200), address: n % 40 }),
      ),
      keepOpen(context, 60, (n) =>
        converse(context, {
          head: postHead(port, { ...signed, 'content-length': String(body.length) }),
          follow: drip(body, 500),
          address: n % 40,
        }),
      ),
      keepOpen(context, 30, () =>
        converse(context, { head: read + large, isSlow: true, follow: (socket) => socket.setTimeout(5_000) }),
      ),
    ]);
  },
};
