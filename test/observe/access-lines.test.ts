import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { createLog } from '../../src/log.ts';
import { AccessLog } from '../../src/observe/access-log.ts';
import { observers } from '../../src/observe/observers.ts';
import { eventually } from '../eventually.ts';
import { openHttpGateway } from '../server/limits/http-gateway.ts';
import { send } from '../server/raw-request.ts';

const lines: string[] = [];
const log = createLog('info', { write: (line: string) => void lines.push(line) });
const accessLog = new AccessLog({ log, mode: 'all', slowMs: 0 });
const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'service:erp' };
const gateway = await openHttpGateway({ viewer, observer: observers([accessLog]) });

/** Neither a name nor a value that the caller sends, nor any of the data. */
const secret = 'Confidential-4711';
const query = `query Find($name: String!) {
  customers(first: 5, query: $name) { nodes { id name } }
  other: customers(first: 1, query: "${secret}") { nodes { name } }
}`;

const lineOf = (id: string) =>
  eventually(() => {
    const found = lines
      .map((line) => JSON.parse(line))
      .filter((line) => line.requestId === id && line.msg === 'request');
    expect(found).toHaveLength(1);
    return found[0];
  });

test('the line of a request has its facts, and neither variables nor results', async () => {
  const body = JSON.stringify({ query, variables: { name: secret } });
  const { text } = await send(gateway.url, { body, headers: { 'x-request-id': 'facts' } });
  const line = await lineOf('facts');

  expect(Object.keys(line).sort()).toEqual(
    [
      ...['account', 'bytes', 'caller', 'cost', 'databaseMs', 'document', 'level', 'method', 'ms', 'msg'],
      ...[
        'operation',
        'outcome',
        'ownMs',
        'queueMs',
        'requestId',
        'rows',
        'statements',
        'status',
        'time',
        'type',
      ],
    ].sort(),
  );
  expect(line).toMatchObject({
    ...{ operation: 'Find', type: 'query', account: demoAccountId, caller: 'service:erp', status: 200 },
    document: createHash('sha256').update(query).digest('hex'),
    bytes: Buffer.byteLength(text),
    outcome: 'ok',
  });
  expect(line.cost.requested).toBeGreaterThanOrEqual(line.cost.actual);
  expect(lines.join()).not.toContain(secret);
});

test.each([
  ['a value that no customer has', { query: '{ customer(id: "Confidential-4711") { id } }' }],
  ['a syntax error', { query: 'query Confidential4711 {{' }],
  [
    'a variable of another type',
    { query: 'query A($n: Int) { customers(first: $n) { nodes { id } } }', variables: { n: secret } },
  ],
])('the line of a request with %s has no value of it', async (what, body) => {
  const id = what.replaceAll(' ', '-');
  await send(gateway.url, { body: JSON.stringify(body), headers: { 'x-request-id': id } });
  const line = await lineOf(id);

  expect(line.document).toBe(createHash('sha256').update(body.query).digest('hex'));
  expect(line.codes).toHaveLength(1);
  expect(lines.join()).not.toMatch(/Confidential-?4711/);
});

test('slow statements are named', () => {
  const named = lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'slow statement');
  expect(named.map(({ statement }) => statement)).toContain('Query.customers page');
});
