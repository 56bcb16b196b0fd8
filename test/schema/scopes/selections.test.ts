import { expect, test } from 'vitest';
import { prefixOf } from '../../../src/db/model/id.ts';
import { defaultLimits } from '../../../src/limits.ts';
import * as add from '../../builders.ts';
import { serve } from '../../server/limits/http-gateway.ts';
import { askerOf, openScoped, type ScopedAnswer } from './gateway.ts';

const database = await openScoped();
const { id: accountId } = await add.addAccount(database.db);
const { id } = await add.addCustomer(database.db, accountId);
const ask = askerOf(database, accountId);

const pathsOf = ({ errors }: ScopedAnswer) => errors.map(({ path = [] }) => path.join('.'));
const upsert = (selection: string, head = '') =>
  `mutation ${head} { it: customerDiscontinue(input: { by: { id: "${id}" }, dryRun: true }) { customer { ${selection} } } }`;

test.for<[string, string, readonly string[]]>([
  ['an alias', upsert('id: name'), ['it.customer.id']],
  ['an inline fragment', upsert('... { id ... on Customer { name } }'), ['it.customer.name']],
  ['a fragment on an interface', upsert('... on Node { id ... on Customer { name } }'), ['it.customer.name']],
  ['an open field of an interface', upsert('... on Node { id __typename }'), []],
  [
    'a named fragment',
    `${upsert('...A')} fragment A on Customer { ...B } fragment B on Node { ... on Customer { note } }`,
    ['it.customer.note'],
  ],
  [
    'one field twice, each field once',
    upsert('name again: name addresses { nodes { id } more: nodes { id } }'),
    ['it.customer.name', 'it.customer.addresses', 'it.customer.addresses.nodes'],
  ],
  ['a skipped field', upsert('id name @skip(if: true)'), []],
  ['an included field', upsert('id name @include(if: true)'), ['it.customer.name']],
  ['a skipped fragment', upsert('id ... @include(if: false) { name }'), []],
  ['the schema', '{ __schema { types { name } } __type(name: "Customer") { fields { name } } }', []],
  ['a type name', '{ __typename viewer { __typename scopes } _service { sdl } }', []],
])('%s: %s', async ([, query, paths]) => {
  const answer = await ask(['customers:write'], query);

  expect(pathsOf(answer)).toEqual(paths);
  expect(answer.data === undefined).toBe(paths.length > 0);
  if (paths.length > 0) expect(answer.statements).toBe(0);
});

test('variables determine which fields are checked, for each request', async () => {
  const query = upsert('id name @include(if: $yes)', '($yes: Boolean!)');
  const withYes = (yes: boolean) => ask(['customers:write'], query, { variables: { yes } });

  expect(pathsOf(await withYes(false))).toEqual([]);
  expect(pathsOf(await withYes(true))).toEqual(['it.customer.name']);
  expect(pathsOf(await withYes(false))).toEqual([]);
});

test('one plan serves callers with other scopes', async () => {
  const query = '{ customers { nodes { id } } }';

  expect((await ask(['customers:read'], query)).data.customers.nodes).toEqual([{ id }]);
  expect(pathsOf(await ask(['settings:write'], query))).toEqual(['customers', 'customers.nodes']);
  expect((await ask(['customers:read'], query)).data.customers.nodes).toEqual([{ id }]);
});

test.for([
  ['application/json', 200],
  ['application/graphql-response+json', 403],
] as const)('a rejected operation as %s has the status %s', async ([accept, status]) => {
  expect(await ask([], '{ customers { totalCount } }', { accept })).toMatchObject({
    status,
    data: undefined,
  });
  expect(await ask([], '{ viewer { scopes } }', { accept })).toMatchObject({ status: 200 });
});

test('HTTP requests get the same errors, up to the maximum, at no cost', async () => {
  const viewer = { accountId, accountUserId: null, scopes: [], caller: 'nobody' };
  const { send } = await serve(database, { viewer });
  const { status, text } = await send({
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query: '{ customers { nodes { name number note shortId active mode } } }' }),
  });

  expect(status).toBe(403);
  expect(JSON.parse(text)).toEqual({
    errors: Array.from({ length: defaultLimits.errors }, () =>
      expect.objectContaining({
        extensions: { code: 'FORBIDDEN', scope: 'customers:read', requestId: expect.any(String) },
      }),
    ),
    extensions: {
      cost: expect.objectContaining({ actual: 0 }),
      errorsLeftOut: 8 - defaultLimits.errors,
    },
  });
});

const time = '2020-01-01T00:00:00Z';
const importsOnly = [
  ['CustomerCreateInput', 'customerCreate', { createdAt: time }],
  ['CustomerUpsertInput', 'customerUpsert', { by: { number: 'imported' }, createdAt: time }],
  [
    'CustomerUpsertInput',
    'customersUpsert',
    { items: [{ by: { number: 'first' } }, { by: { number: 'second' }, createdAt: time }] },
  ],
  [
    'AttachmentUpsertItem',
    'attachmentsUpsert',
    { items: [{ id: 'x', customer: { id: 'x' }, createdAt: time }] },
  ],
] as const;

const created = (writer: string) => `first: customerCreate(input: { name: "${writer}" }) { customer { id } }`;

async function isSaved(name: string): Promise<boolean> {
  return (await database.db.customer.count({ where: { name } })) > 0;
}

test.for(importsOnly)(
  '%s.createdAt requires the scope of imports before execution: %s',
  async ([type, name, input], { expect }) => {
    const scopes = ['customers:write'] as const;
    const of = `${type}.createdAt`;
    const document = (args: string, value: string) =>
      `mutation ${args} { ${created(of)} it: ${name}(input: ${value}) { __typename } }`;
    const inputType = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const literal = JSON.stringify(input).replace(/"(\w+)":/g, '$1:');
    const whole = document(`($input: ${inputType}!)`, '$input');
    const inside = document('($time: DateTime)', literal.replace(`"${time}"`, '$time'));

    const rejected = [
      await ask(scopes, whole, { variables: { input } }),
      await ask(scopes, document('', literal)),
      await ask(scopes, inside, { variables: { time } }),
    ];
    const accepted = await ask(['customers:import', ...scopes] as const, whole, { variables: { input } });

    for (const { data, errors } of rejected) {
      expect(data).toBeUndefined();
      expect(errors).toMatchObject([
        {
          message: `\`${of}\` requires the scope \`customers:import\`.`,
          path: ['it'],
          extensions: { code: 'FORBIDDEN', scope: 'customers:import' },
        },
      ]);
    }
    expect(accepted.errors).toEqual([]);
    const without = await ask(scopes, inside, { variables: {} });
    expect(without.errors).toEqual([]);
  },
);

test('nothing of a rejected operation is saved', async () => {
  const input = { items: [{ by: { number: 'unsaved' }, createdAt: time }] };
  const query = `mutation ($input: CustomersUpsertInput!) { ${created('unsaved')} customersUpsert(input: $input) { __typename } }`;

  await ask(['customers:write'], query, { variables: { input } });

  expect(await isSaved('unsaved')).toBe(false);
});

const deletions = [
  ['id of a file', `id: "${prefixOf('Attachment')}x"`, 'customers:write'],
  ['type of a file', 'type: ATTACHMENT, source: { system: AUGNO, sourceId: "x" }', 'customers:write'],
  ['id of an order', `id: "${prefixOf('Order')}x"`, 'customers:import'],
  ['type of an order', 'type: ORDER, source: { system: AUGNO, sourceId: "x" }', 'customers:import'],
  ['id of a return', `id: "${prefixOf('Return')}x"`, 'customers:import'],
] as const;

test.each(deletions)('customerRecordDelete by the %s', async (_name, input, scope) => {
  const query = `mutation { customerRecordDelete(input: { ${input} }) { userErrors { code } } }`;
  const other = scope === 'customers:write' ? 'customers:import' : 'customers:write';

  const [allowed, rejected] = [await ask([scope], query), await ask([other], query)];

  expect(allowed.errors).toEqual([]);
  expect(rejected.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', scope } }]);
});
