import { type GraphQLField, getNamedType, isCompositeType } from 'graphql';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { type Scope, scopes } from '../../src/auth/viewer.ts';
import { schema } from '../../src/schema/index.ts';
import { addAccount, issued, openSigned, secret } from './gateway.ts';

const signed = await openSigned();
const account = await addAccount(signed, 'ours');

async function askWith(granted: readonly Scope[], query: string, variables = {}) {
  const token = await new SignJWT({ account, scope: granted.join(' '), sub: 'tests' })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issued.issuer)
    .setAudience(issued.audience)
    .setExpirationTime('5m')
    .sign(new TextEncoder().encode(secret));
  const { status, body } = await signed.ask(`Bearer ${token}`, query, variables);
  return { status, ...body };
}

const values: Readonly<Record<string, string>> = {
  'ID!': '""',
  '[ID!]!': '[]',
  '[_Any!]!': '[]',
  'AccountUserIdentifier!': '{ id: "" }',
  'CustomerIdentifier!': '{ id: "" }',
  'RecordIdentifier!': '{ id: "" }',
  'ReferenceDataIdentifier!': '{ id: "" }',
};

/** A valid selection of the field. */
function selectionOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter((arg) => String(arg.type).endsWith('!'));
  const given = required.map((arg) => `${arg.name}: ${values[String(arg.type)]}`);
  const fields = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
  return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${fields}`;
}

const fieldsOf = (type = schema.getQueryType()) => Object.values(type?.getFields() ?? {});
const reference: readonly Scope[] = ['customers:read', 'settings:write'];
const people: readonly Scope[] = ['customers:read', 'account:admin'];
const anyReader: readonly Scope[] = ['customers:read', 'settings:write', 'account:admin'];

const anyNode: readonly Scope[] = [...anyReader, 'customers:import'];

function readersOf(field: string): readonly Scope[] {
  if (/^(customer|order|survivorship|tags)/.test(field)) return ['customers:read'];
  if (/^(accountUser|department|role)/.test(field)) return people;
  if (/^importRun/.test(field)) return ['customers:import'];
  return /^(node|nodes|_entities)$/.test(field) ? anyNode : reference;
}

const forbidden = (path: readonly string[], field: string, needed: readonly Scope[]) => ({
  message: `\`${field}\` requires the scope ${needed.map((scope) => `\`${scope}\``).join(' or ')}.`,
  path,
  extensions: {
    code: 'FORBIDDEN',
    ...(needed.length === 1 ? { scope: needed[0] } : { scopes: needed }),
    requestId: expect.any(String),
  },
});

test.for(fieldsOf().filter(({ name }) => !['viewer', '_service'].includes(name)))(
  '$name requires customers:read, or a scope that changes the data that it leads to',
  async (field) => {
    const needed = readersOf(field.name);
    const lacking = scopes.filter((scope) => !needed.includes(scope));
    const { status, data, errors } = await askWith(lacking, `{ ${selectionOf(field)} }`);

    expect(status).toBe(200);
    expect(data).toBeUndefined();
    expect(errors).toEqual([expect.objectContaining(forbidden([field.name], `Query.${field.name}`, needed))]);
  },
);

test('an operation with forbidden fields is not executed, and has one error for each of them', async () => {
  const { data, errors } = await askWith(
    [],
    '{ viewer { scopes accountUser { id } } node(id: "x") { id } customer(by: { id: "x" }) { id } }',
  );

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    forbidden(['viewer', 'accountUser'], 'Viewer.accountUser', people),
    forbidden(['viewer', 'accountUser', 'id'], 'AccountUser.id', people),
    forbidden(['node'], 'Query.node', anyNode),
    forbidden(['customer'], 'Query.customer', ['customers:read']),
  ]);
});

test("the viewer's account is readable with each of three scopes", async () => {
  const query = '{ viewer { account { name } } }';
  const { errors } = await askWith(['customers:write'], query);

  expect(errors).toMatchObject([
    forbidden(['viewer', 'account'], 'Viewer.account', anyReader),
    forbidden(['viewer', 'account', 'name'], 'Account.name', anyReader),
  ]);
  for (const scope of anyReader)
    expect(await askWith([scope], query)).toMatchObject({ data: { viewer: { account: { name: 'ours' } } } });
});

test('the schema is visible to every signed-in caller', async () => {
  expect(await askWith([], '{ __typename __schema { queryType { name } } _service { __typename } }')).toEqual(
    {
      status: 200,
      data: {
        __typename: 'Query',
        __schema: { queryType: { name: 'Query' } },
        _service: { __typename: '_Service' },
      },
    },
  );
});

test('with the scope, all fields are returned', async () => {
  const { data, errors } = await askWith(
    ['customers:read'],
    '{ customers { nodes { name } } units { nodes { id } } }',
  );

  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toEqual([{ name: 'ours' }]);
});
