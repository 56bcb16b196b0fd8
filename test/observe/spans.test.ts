import { expect, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openHttpGateway } from '../server/limits/http-gateway.ts';
import { SeenSpans, watch } from './watch.ts';

const traced = new Map<string, SeenSpans>();
const { observer } = watch((observation) => {
  const spans = new SeenSpans();
  observation.trace(spans);
  traced.set(observation.requestId, spans);
});
const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' };
const gateway = await openHttpGateway({ viewer, observer });

let requests = 0;

async function spansOf(query: string, variables: object = {}): Promise<SeenSpans> {
  requests += 1;
  const id = `request-${requests}`;
  const headers = { 'content-type': 'application/json', 'x-request-id': id };
  await gateway.ask(query, variables, { headers });
  const spans = traced.get(id);
  if (spans === undefined) throw new Error('not traced');
  expect(spans.all.filter(({ ends }) => ends !== 1)).toEqual([]);
  return spans;
}

const document = `query Names {
  customers(first: 3) { totalCount nodes { id type { name } all: addresses(first: 2) { nodes { name } } } }
  again: customers(first: 3) { nodes { type { id } } }
}`;

test('a request has a span for each step, and a cached one only for its execution', async () => {
  const names = async () => (await spansOf(document)).all.map(({ name }) => name);

  expect((await names()).slice(0, 4)).toEqual(['parse', 'validate', 'plan', 'execute']);
  expect((await names())[0]).toBe('execute');
});

test('batches name the fields that wait for them, and are parents of their statements', async () => {
  const spans = await spansOf(document);
  const batches = spans.named('batch');

  for (const batch of batches) expect(batch.parent?.name).toBe('execute');
  const fieldsOf = (name: string) => batches.find(({ attributes }) => attributes.name === name)?.attributes;
  expect(fieldsOf('page Query.customers')).toMatchObject({
    fields: ['customers.nodes'],
    paths: ['again.nodes', 'customers.nodes'],
    keys: 1,
    rows: 1,
  });
  expect(fieldsOf('row AccountGroup id')?.paths).toEqual(['customers.nodes.type', 'again.nodes.type']);
  expect(fieldsOf('page Customer.addresses')).toMatchObject({
    fields: ['customers.nodes.addresses.nodes'],
    paths: ['customers.nodes.all.nodes'],
    keys: 3,
  });
  const statements = spans.named('statement');
  expect(
    statements.map(({ attributes, parent }) => [attributes.name, parent?.attributes.name]),
  ).toContainEqual(['Customer.addresses page', 'page Customer.addresses']);
  for (const { parent, subject } of statements) {
    expect(parent?.name).toBe('batch');
    expect(subject?.text).toMatch(/^\/\* /);
  }
});

const create =
  'mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }';

test('a mutation has a transaction with its statements, also those of Prisma', async () => {
  const spans = await spansOf(create, { input: { name: 'A traced customer' } });
  const [transaction, ...others] = spans.named('transaction');

  expect(others).toEqual([]);
  expect(transaction).toMatchObject({ attributes: { name: 'customerCreate' }, parent: { name: 'execute' } });
  const parents = new Set(spans.named('statement').map(({ parent }) => parent?.name));
  expect([...parents].sort()).toEqual(['batch', 'transaction']);
});

test('a failed statement ends its spans with the error', async () => {
  await gateway.pool.query('alter table account_groups rename column name to called');
  const spans = await spansOf('{ customers(first: 3) { nodes { type { name } } } }');
  await gateway.pool.query('alter table account_groups rename column called to name');

  const failed = spans.all.filter(({ error }) => error !== undefined);
  expect(failed.map(({ name }) => name)).toContain('statement');
  expect(failed.map(({ name }) => name)).toContain('batch');
});
