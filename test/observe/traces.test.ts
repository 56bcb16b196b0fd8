import { expect, onTestFinished, test, vi } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { createDb } from '../../src/db/client.ts';
import { defaultLimits } from '../../src/limits.ts';
import { createLog } from '../../src/log.ts';
import { Observation } from '../../src/observe/observation.ts';
import { observers } from '../../src/observe/observers.ts';
import { maxSpans } from '../../src/observe/tracing/request-trace.ts';
import { startTracing } from '../../src/observe/tracing/tracing.ts';
import { createGateway } from '../../src/server/gateway.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { untilBlocks } from '../db/blocked.ts';
import { type OtlpReceiver, otlpReceiver, type ReceivedSpan } from './otlp-receiver.ts';

const { serving, pool } = await openTestDatabase();
const owner = createDb(pool);
const { id: accountId } = await add.addAccount(owner);
const { id: parentId } = await add.addCustomer(owner, accountId, { name: 'Parent' });
const carrier = await add.addCarrier(owner, accountId);
for (const name of ['First', 'Second'])
  await add.addCustomer(owner, accountId, { name, parentId, carrierId: carrier.id });

async function startSdk(env: Readonly<Record<string, string>> = {}) {
  const receiver: OtlpReceiver = await otlpReceiver();
  vi.stubEnv('OTEL_EXPORTER_OTLP_ENDPOINT', receiver.endpoint);
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  return { receiver, tracing: startTracing('1.2.3', createLog('silent')) };
}

async function traced(env?: Readonly<Record<string, string>>) {
  const { receiver, tracing } = await startSdk(env);
  const observer = observers([tracing]);
  const { fetch } = createGateway({
    db: createDb(serving, { ...(observer && { observer }) }),
    viewer: { accountId, accountUserId: null, service: 'test', scopes, caller: 'tester' },
    log: createLog('silent'),
    checkReady: async () => undefined,
    limits: defaultLimits,
    ...(observer && { observer }),
  });
  return {
    receiver,
    async ask(query: string, variables: object = {}, headers: Readonly<Record<string, string>> = {}) {
      const response = await fetch('http://gateway.test/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-request-id': 'the-request', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      return response.json();
    },
    /** All spans, after the SDK has stopped. */
    async spans(): Promise<readonly ReceivedSpan[]> {
      await tracing.stop();
      return receiver.spans;
    },
  };
}

const children = (spans: readonly ReceivedSpan[], { spanId }: ReceivedSpan) =>
  spans.filter(({ parentId }) => parentId === spanId);

function only(spans: readonly ReceivedSpan[], name: string): ReceivedSpan {
  const [found, ...others] = spans.filter((span) => span.name === name);
  if (found === undefined || others.length > 0)
    throw new Error(`${others.length + 1} of ${name}: ${spans.map((each) => each.name).join(', ')}`);
  return found;
}

/** The names of the spans, each with those inside it, in the order of their starts. */
function tree(spans: readonly ReceivedSpan[], parent: ReceivedSpan): readonly unknown[] {
  return [...children(spans, parent)]
    .sort((a, b) => Number(a.start - b.start))
    .map((span) => {
      const inner = tree(spans, span);
      return inner.length === 0 ? span.name : [span.name, inner];
    });
}

const nested = `query Family($name: String!) {
  customers(query: $name) { nodes { name childAccounts { nodes { name freightPreferences { carrier { name } } } } } }
}`;

test('a query has spans of parsing, validation, planning and execution, with batches and statements', async () => {
  const { ask, spans } = await traced();

  const { data } = (await ask(nested, { name: 'Parent' })) as { readonly data: unknown };

  expect(data).toMatchObject({ customers: { nodes: [{ name: 'Parent' }] } });
  const all = await spans();
  const request = only(all, 'query');
  expect(tree(all, request).slice(0, 3)).toEqual(['parse', 'validate', 'plan']);
  const execute = only(all, 'execute');
  expect(execute.attributes).toMatchObject({
    'graphql.operation.name': 'Family',
    'graphql.operation.type': 'query',
  });
  expect(tree(all, execute)).toEqual([
    ['page Query.customers', ['Query.customers page']],
    ['page Customer.childAccounts', ['Customer.childAccounts page']],
    ['row Carrier id', ['Carrier by id']],
  ]);
  const carriers = only(all, 'row Carrier id');
  expect(carriers.attributes).toMatchObject({
    'customer_gateway.batch.keys': 1,
    'customer_gateway.batch.rows': 1,
    'customer_gateway.batch.fields': ['customers.nodes.childAccounts.nodes.freightPreferences.carrier'],
  });
  expect(only(all, 'Carrier by id')).toMatchObject({
    kind: 3,
    status: 0,
    attributes: {
      'db.system.name': 'postgresql',
      'db.query.summary': 'Carrier by id',
      'db.response.returned_rows': 1,
    },
  });
  expect(new Set(all.map(({ traceId }) => traceId)).size).toBe(1);
  for (const span of all) expect(span.end >= span.start).toBe(true);
});

test('the span of a request has its operation, caller, cost and outcome', async () => {
  const { ask, spans } = await traced();

  await ask(nested, { name: 'Parent' });

  const request = only(await spans(), 'query');
  expect(request).toMatchObject({
    kind: 2,
    parentId: '',
    status: 0,
    resource: { 'service.name': 'customer-gateway', 'service.version': '1.2.3' },
    attributes: {
      'graphql.operation.name': 'Family',
      'graphql.operation.type': 'query',
      'http.request.method': 'POST',
      'http.response.status_code': 200,
      'customer_gateway.request_id': 'the-request',
      'customer_gateway.account_id': accountId,
      'customer_gateway.caller': 'tester',
      'customer_gateway.document_hash': expect.stringMatching(/^[0-9a-f]{64}$/),
      'customer_gateway.statements': 3,
      'customer_gateway.rows': 4,
    },
  });
  const { attributes } = request;
  expect(attributes['customer_gateway.cost.requested']).toBeGreaterThan(
    Number(attributes['customer_gateway.cost.actual']),
  );
});

test('a cached document is not parsed, validated or planned again', async () => {
  const { ask, spans } = await traced();

  await ask('{ viewer { account { name } } }');
  await ask('{ viewer { account { name } } }');

  const names = (await spans()).map(({ name }) => name).sort();
  const twice = ['Account by id', 'execute', 'query', 'row Account id'];
  expect(names).toEqual([...twice, ...twice, 'parse', 'plan', 'validate'].sort());
});

test('a mutation has its transaction with the statements; no span has a value', async () => {
  const { ask, spans, receiver } = await traced();
  const secret = add.word();

  const input = {
    name: `Name ${secret}`,
    note: `Note ${secret}`,
    contactInfo: { email: `${secret}@example.com` },
  };
  const { data } = (await ask(
    'mutation Create($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { name } userErrors { code } } }',
    { input },
  )) as { readonly data: unknown };
  await ask(nested, { name: secret });
  await ask(`{ customer(by: { number: "${secret}" }) { id } }`);

  expect(data).toEqual({ customerCreate: { customer: { name: `Name ${secret}` }, userErrors: [] } });
  const all = await spans();
  const transaction = only(all, 'transaction');
  expect(transaction.attributes['customer_gateway.transaction.name']).toBe('customerCreate');
  expect(all.find(({ spanId }) => spanId === transaction.parentId)?.name).toBe('execute');
  const statements = children(all, transaction).map(({ name }) => name);
  expect(statements).toContain('commit');
  expect(statements.length).toBeGreaterThan(2);
  expect(receiver.text()).not.toContain(secret);
});

test('a retry after a conflict is a span with its reason, and each attempt is a transaction', async () => {
  const { ask, spans } = await traced();
  const number = add.word();
  const holder = await pool.connect();
  await holder.query('begin');
  const { id } = await add.addCustomer(owner, accountId);
  await holder.query('update customers set number = $1 where id = $2', [number, id]);

  const answer = ask(
    `mutation { customerCreate(input: { name: "Late", number: "${number}" }) { userErrors { code } } }`,
  );
  await untilBlocks(pool, holder);
  await holder.query('commit');
  holder.release();

  expect(await answer).toMatchObject({ data: { customerCreate: { userErrors: [{ code: 'TAKEN' }] } } });
  const all = await spans();
  const retry = only(all, 'retry');
  expect(retry.attributes).toMatchObject({
    'customer_gateway.retry.attempt': 1,
    'error.type': '23505',
  });
  const attempts = all.filter(({ name }) => name === 'transaction');
  expect(attempts.map(({ status }) => status)).toEqual([2, expect.any(Number)]);
  expect(attempts[0]?.attributes['error.type']).toBe('23505');
});

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';

test.for([
  ['01', 1],
  ['00', 0],
])('a trace of the caller is continued if it is sampled: flags %s', async ([flags, traces]) => {
  const { ask, spans } = await traced();

  await ask('{ __typename }', {}, { traceparent: `00-${traceId}-00f067aa0ba902b7-${flags}` });

  const requests = (await spans()).filter(({ name }) => name === 'query');
  expect(requests.map((span) => [span.traceId, span.parentId])).toEqual(
    Array.from({ length: Number(traces) }, () => [traceId, '00f067aa0ba902b7']),
  );
});

test.for([
  ['no flags', `00-${traceId}-00f067aa0ba902b7`],
  ['upper case', `00-${traceId.toUpperCase()}-00f067aa0ba902b7-01`],
  ['zeros', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
  ['two headers', `00-${traceId}-00f067aa0ba902b7-01, 00-${traceId}-00f067aa0ba902b7-01`],
  ['text', 'Confidential 4711'],
] as const)('a traceparent with %s is ignored', async ([, traceparent]) => {
  const { ask, spans, receiver } = await traced();

  await ask('{ __typename }', {}, { traceparent, tracestate: 'vendor=Confidential-4711' });

  const request = only(await spans(), 'query');
  expect(request).toMatchObject({ parentId: '', traceState: '' });
  expect(request.traceId).not.toBe(traceId);
  expect(receiver.text()).not.toContain('Confidential');
});

test('the tracestate of the caller belongs to all spans of its trace', async () => {
  const { ask, spans } = await traced();

  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`;
  await ask('{ viewer { account { name } } }', {}, { traceparent, tracestate: 'rojo=00f0,congo=t61' });

  const all = await spans();
  expect(all.length).toBeGreaterThan(3);
  expect(new Set(all.map(({ traceState }) => traceState))).toEqual(new Set(['rojo=00f0,congo=t61']));
});

test('fields of a batch have the names of the schema, not those of the caller', async () => {
  const { ask, spans, receiver } = await traced();
  const many = Array.from(
    { length: 15 },
    (_, at) => `Confidential${at}: customers(first: 1) { nodes { id } }`,
  );

  expect(await ask(`{ ${many.join(' ')} }`)).not.toHaveProperty('errors');

  const [batch] = (await spans()).filter(({ name }) => name === 'page Query.customers');
  expect(batch?.attributes['customer_gateway.batch.fields']).toEqual(['customers.nodes']);
  expect(receiver.text()).not.toContain('Confidential');
});

test.for([
  ['traceidratio', '0', 0],
  ['traceidratio', '1', 3],
  ['always_off', '', 0],
] as const)('the sampler of the environment applies: %s %s', async ([sampler, argument, traces]) => {
  const { ask, spans } = await traced({
    OTEL_TRACES_SAMPLER: sampler,
    OTEL_TRACES_SAMPLER_ARG: argument,
  });

  for (let each = 0; each < 3; each += 1) await ask('{ __typename }');

  expect((await spans()).filter(({ name }) => name === 'query')).toHaveLength(traces);
});

test('the service name, resource attributes and headers of the environment apply', async () => {
  const { ask, spans, receiver } = await traced({
    OTEL_SERVICE_NAME: 'customers-eu',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=staging',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20abc',
  });

  await ask('{ __typename }');

  const [span] = await spans();
  expect(span?.resource).toMatchObject({
    'service.name': 'customers-eu',
    'deployment.environment.name': 'staging',
  });
  expect(receiver.headers[0]?.authorization).toBe('Bearer abc');
});

test('a rejected request has its error codes; only failures of the gateway are errors', async () => {
  const { ask, spans } = await traced();

  await ask('{ unknown }');
  await ask('{ customers(first: 1, after: "x") { nodes { id } } }');

  const all = await spans();
  const requests = all.filter(({ kind }) => kind === 2);
  expect(
    requests.map(({ name, status, attributes }) => [
      name,
      status,
      attributes['customer_gateway.error_codes'],
    ]),
  ).toEqual([
    ['request', 0, ['GRAPHQL_VALIDATION_FAILED']],
    ['query', 0, ['CURSOR_INVALID']],
  ]);
});

test('a request has a bounded number of spans', async () => {
  const { tracing, receiver } = await startSdk();
  const observation = new Observation('many', 'POST');
  tracing.started(observation, () => undefined);

  for (let each = 0; each < maxSpans + 7; each += 1)
    observation.tracer?.start('statement', { name: 'Customer by id' }).end({ rows: 1 });
  tracing.ended(observation);
  await tracing.stop();

  expect(receiver.spans).toHaveLength(maxSpans + 1);
  expect(only(receiver.spans, 'request').attributes['customer_gateway.spans_omitted']).toBe(7);
});
