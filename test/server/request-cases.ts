/** Bodies of requests, valid and invalid, by their descriptions. */

const json = (body: unknown): string => JSON.stringify(body);
const scopes = '{ viewer { scopes } }';
const names = '{ customers(first: 2) { nodes { name } } }';
const two = 'query A { viewer { scopes } } query B { __typename }';
const first = 'query($n: Int!) { customers(first: $n) { nodes { name } } }';
const deep = (levels: number): string =>
  `{ customers { nodes { ${'parentAccount { '.repeat(levels)} name ${'} '.repeat(levels)} } } }`;

export const bodies: Readonly<Record<string, string | Buffer>> = {
  'a query': json({ query: names }),
  'a query with null for all other parameters': json({
    query: names,
    variables: null,
    operationName: null,
    extensions: null,
  }),
  'a query with empty objects': json({ query: names, variables: {}, extensions: {} }),
  'a query with surrounding whitespace': ` \n${json({ query: names })}\n `,
  'a query with a byte order mark': `\uFEFF${json({ query: names })}`,
  'a query with variables': json({ query: first, variables: { n: 1 } }),
  'an undeclared variable': json({ query: scopes, variables: { n: 1 } }),
  'no variable': json({ query: first }),
  'null for a variable': json({ query: first, variables: { n: null } }),
  'a variable of another type': json({ query: first, variables: { n: 'x' } }),
  'a variable with U+0000': json({
    query: 'query($q: String) { customers(query: $q) { totalCount } }',
    variables: { q: '\0' },
  }),
  'the first of two operations': json({ query: two, operationName: 'A' }),
  'neither of two operations': json({ query: two }),
  'an unknown operation name': json({ query: two, operationName: 'C' }),
  'an empty operation name': json({ query: scopes, operationName: '' }),
  'a document with a syntax error': json({ query: '{ viewer {' }),
  'an invalid document': json({ query: '{ viewer { nothing } customers { nodes { nam } } }' }),
  'a document of comments': json({ query: '# nothing' }),
  'a document of fragments': json({ query: 'fragment A on Viewer { scopes }' }),
  'a mutation': json({ query: 'mutation { __typename }' }),
  'a subscription': json({ query: 'subscription { __typename }' }),
  introspection: json({ query: '{ __schema { queryType { name } } }' }),
  'introspection with data': json({ query: '{ __type(name: "Query") { name } viewer { scopes } }' }),
  'a document that is too deep': json({ query: deep(20) }),
  'a document of too many tokens': json({ query: `{ ${'__typename '.repeat(3_000)} }` }),
  'too many root fields': json({
    query: `{ ${Array.from({ length: 25 }, (_, at) => `a${at}: __typename`).join(' ')} }`,
  }),
  'a query that is too expensive': json({
    query: '{ customers(first: 250) { nodes { childAccounts(first: 250) { nodes { id } } } } }',
  }),
  'a list that is too long': json({
    query: `{ nodes(ids: [${Array.from({ length: 300 }, () => '"a"').join()}]) { id } }`,
  }),
  'a text with U+0000': json({ query: '{ customers(query: "\\u0000") { totalCount } }' }),
  'an error and data': json({ query: '{ nodes(ids: ["nope"]) { id } viewer { scopes } }' }),
  'an error and no data': json({ query: '{ customers(first: 999) { totalCount } }' }),
  'an internal error and data': json({
    query: '{ node(id: "tag_0123456789abcdef0123456789abcdef") { id ... on Tag { name } } }',
  }),
  'an internal error and no data': json({
    query: '{ customers(first: 1) { nodes { tags { nodes { name } } } } }',
  }),
  'no query': json({ variables: {} }),
  'null as query': json({ query: null }),
  'an empty query': json({ query: '' }),
  'a number as query': json({ query: 5 }),
  'a list as variables': json({ query: scopes, variables: [] }),
  'a text as variables': json({ query: scopes, variables: '{}' }),
  'a list as extensions': json({ query: scopes, extensions: [] }),
  'a text as extensions': json({ query: scopes, extensions: 'x' }),
  'a number as operation name': json({ query: scopes, operationName: 5 }),
  'an unknown parameter': json({ query: scopes, something: 1 }),
  'an unknown parameter that is null': json({ query: scopes, something: null }),
  'a prototype': `{"query":${json(scopes)},"__proto__":{"a":1}}`,
  'a duplicate key': `{"query":"{ nothing }","query":${json(scopes)}}`,
  'a document id': json({ documentId: 'c0ffee' }),
  'a hash': json({ extensions: { persistedQuery: { version: 1, sha256Hash: 'c0ffee' } } }),
  'an unknown id': json({ documentId: 'beef' }),
  'an unknown id, and a query': json({ documentId: 'beef', query: scopes }),
  'a number as id': json({ documentId: 5, query: scopes }),
  'a number as hash': json({ extensions: { persistedQuery: { sha256Hash: 5 } }, query: scopes }),
  'null as hash': json({ extensions: { persistedQuery: null }, query: scopes }),
  'a list of queries': json([{ query: scopes }]),
  'a text': json('x'),
  'a number': '5',
  null: 'null',
  'a truncated object': '{"query":',
  'a body that is not JSON': 'query=x',
  nothing: '',
  'invalid UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]),
  'a text with invalid UTF-8': Buffer.concat([
    Buffer.from('{"query":"{ customers(query: \\"'),
    Buffer.from([0xc3, 0x28]),
    Buffer.from('\\") { totalCount } }"}'),
  ]),
};

/** Values of `accept` for which a response is JSON. */
export const accepts = [
  'application/json',
  'application/graphql-response+json',
  '*/*',
  'application/graphql-response+json, application/json;q=0.9',
  'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
] as const;
