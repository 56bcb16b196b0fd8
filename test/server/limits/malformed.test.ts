import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asyncProperty } from '../../property.ts';
import { runs } from '../../runs.ts';
import { openHttpGateway } from './http-gateway.ts';

const { url, ask, log } = await openHttpGateway({ limits: { refill: 1_000_000, bucket: 1_000_000 } });

interface Wrong {
  readonly method: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Sends requests that `fetch` would correct or reject, each on its own connection, whose state is undefined afterwards. */
function send({ method, search, headers, body }: Wrong): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${search}`,
      { method, headers, agent: false },
      async (response: IncomingMessage) =>
        resolve({ status: response.statusCode ?? 0, body: await text(response) }),
    );
    sent.on('error', reject);
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : body);
  });
}

const documents = fc.oneof(
  fc.constantFrom(
    '{ viewer { scopes } }',
    'query($f: CustomerFilter, $n: Int, $q: String, $o: [CustomerSort!], $a: String) { customers(first: $n, query: $q, filter: $f, orderBy: $o, after: $a) { nodes { id } } }',
    'query($i: [ID!]!) { nodes(ids: $i) { id } }',
    'query($by: CustomerIdentifier!) { customer(by: $by) { id } }',
    'mutation { a }',
    'subscription { a }',
    'fragment A on Customer { ...A }',
    '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
    '{ viewer { scopes @skip } }',
    '{ __schema { types { name } } }',
  ),
  fc.string({
    unit: fc.constantFrom('{', '}', '(', ')', '...', 'a', ':', '$', '@', '"', '#', ' ', '!', '[', ']'),
    maxLength: 60,
  }),
  fc.string({ unit: 'binary' }),
);
const names = fc.constantFrom('f', 'n', 'q', 'o', 'a', 'i', 'by', '__proto__', 'constructor', 'toString');
const variables = fc.dictionary(names, fc.jsonValue({ maxDepth: 4 }), { maxKeys: 5, noNullPrototype: true });
const operation = fc.record(
  {
    query: fc.oneof(documents, fc.jsonValue()),
    variables: fc.oneof(variables, fc.jsonValue()),
    operationName: fc.oneof(fc.string(), fc.jsonValue()),
    extensions: fc.oneof(fc.jsonValue(), fc.record({ persistedQuery: fc.jsonValue() })),
    documentId: fc.jsonValue(),
  },
  { requiredKeys: [] },
);
const asText = (value: unknown) => Buffer.from(JSON.stringify(value) ?? '');
const body = fc.oneof(
  operation.map(asText),
  fc.array(operation, { maxLength: 3 }).map(asText),
  fc.jsonValue().map(asText),
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  operation.map((value) => asText(value).subarray(0, -3)),
);
const header = fc.string({ unit: 'grapheme-ascii', maxLength: 40 });
const headers = fc.record(
  {
    'content-type': fc.oneof(
      { weight: 4, arbitrary: fc.constant('application/json') },
      fc.constantFrom(
        'application/json; charset=utf-16',
        'text/plain',
        'application/graphql',
        'multipart/form-data',
        'application/x-www-form-urlencoded',
      ),
      header,
    ),
    accept: fc.oneof(
      fc.constantFrom(
        '*/*',
        'application/json',
        'text/event-stream',
        'multipart/mixed',
        'application/graphql-response+json;q=0',
      ),
      header,
    ),
    'x-request-id': header,
    origin: header,
    authorization: header,
  },
  { requiredKeys: ['content-type'] },
);
const search = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc
    .dictionary(
      fc.constantFrom('query', 'variables', 'extensions', 'operationName', 'doc_id'),
      fc.oneof(documents, fc.json()),
      { noNullPrototype: true },
    )
    .map((given) => `?${new URLSearchParams(given)}`),
  fc.constantFrom('?query=%', '?%ff=%fe', '?query=%00', '?variables=[', '?&&&='),
);
const wrong: fc.Arbitrary<Wrong> = fc.record({
  method: fc.oneof(
    { weight: 4, arbitrary: fc.constant('POST') },
    fc.constantFrom('GET', 'PUT', 'DELETE', 'OPTIONS', 'HEAD', 'PATCH'),
  ),
  search,
  headers,
  body,
});

test('any input gets a response, and none causes an internal error', async () => {
  await fc.assert(
    asyncProperty(wrong, async (each) => {
      const reply = await send(each);

      expect(reply.body).not.toContain('INTERNAL_SERVER_ERROR');
      expect(reply.status).toBeLessThan(500);
    }),
    runs(600),
  );

  expect(log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  expect((await ask('{ viewer { scopes } }')).status).toBe(200);
});
