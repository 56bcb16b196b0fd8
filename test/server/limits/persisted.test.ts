import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { persistedDocuments } from '../../../src/server/http/params.ts';
import { codesOf, openHttpGateway, serve } from './http-gateway.ts';

const scopes = 'query Scopes { viewer { scopes } }';
const name = 'query Name { viewer { account { name } } }';
const documents = persistedDocuments({ c0ffee: scopes, 'sha256:beef': name });
const hash = createHash('sha256').update(scopes).digest('hex');

const open = await openHttpGateway({ persisted: { documents, only: false } });
const closed = await serve(open, { persisted: { documents, only: true } });

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const hashed = (sha256Hash: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } });

test.each([
  ['the hash of the manifest', hashed('c0ffee')],
  ['its own hash', hashed(hash)],
  ['a hash with a prefix', hashed(`sha256:${hash}`)],
  ['a documentId', { documentId: 'c0ffee' }],
  ['a documentId with a prefix', { documentId: `sha256:${hash}` }],
  ['a doc_id', { doc_id: 'c0ffee' }],
  ['its text', { query: scopes }],
])('a persisted document is found by %s', async (_what, body) => {
  for (const { send } of [open, closed])
    expect((await send(post(body))).data).toEqual({ viewer: { scopes: ['customers:read'] } });
});

test.each([
  'documentId=c0ffee',
  'doc_id=c0ffee',
  `extensions=${JSON.stringify(hashed('c0ffee').extensions)}`,
])('a persisted document is found for a GET with %s', async (search) => {
  const { data } = await closed.send({ headers: { accept: 'application/json' } }, `?${search}`);

  expect(data).toEqual({ viewer: { scopes: ['customers:read'] } });
});

test('an unknown id is not found', async () => {
  const replies = await Promise.all([
    open.send(post({ documentId: 'x' })),
    open.send(post(hashed('x'))),
    closed.send(post({ ...hashed('x'), query: '{ __typename }' })),
  ]);

  expect(replies.map((reply) => [reply.status, codesOf(reply)])).toEqual(
    Array(3).fill([400, ['PERSISTED_NOT_FOUND']]),
  );
});

test('with PERSISTED_ONLY, any other document is rejected', async () => {
  const reply = await closed.ask('{ __typename }');

  expect([reply.status, codesOf(reply), reply.data]).toEqual([400, ['PERSISTED_ONLY'], undefined]);
  expect((await open.ask('{ __typename }')).data).toEqual({ __typename: 'Query' });
});

test('a manifest of Apollo is a list of operations', () => {
  const manifest = {
    format: 'apollo-persisted-query-manifest',
    version: 1,
    operations: [{ id: 'c0ffee', name: 'Scopes', type: 'query', body: scopes }],
  };

  expect([...persistedDocuments(manifest)]).toEqual([
    ['c0ffee', scopes],
    [hash, scopes],
  ]);
});

const apollo = { format: 'apollo-persisted-query-manifest', version: 1 };
const noManifests: [unknown][] = [
  [[]],
  ['text'],
  [null],
  [{ id: 1 }],
  [apollo],
  [{ ...apollo, operations: [null] }],
  [{ ...apollo, operations: [{ id: 'c0ffee' }] }],
];

test.each(noManifests)('%j is not a manifest', (manifest) => {
  expect(() => persistedDocuments(manifest)).toThrow();
});
