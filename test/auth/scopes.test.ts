import { type GraphQLField, getNamedType, isCompositeType } from 'graphql';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import type { Scope } from '../../src/context.ts';
import { schema } from '../../src/schema/index.ts';
import { addAccount, issued, openSigned, secret } from './gateway.ts';

const signed = await openSigned();
const account = await addAccount(signed, 'ours');

async function askWith(scopes: readonly Scope[], query: string, variables = {}) {
  const token = await new SignJWT({ account, scope: scopes.join(' '), sub: 'tests' })
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
  'CustomerIdentifier!': '{ id: "" }',
};

/** A selection of the field that is right by the schema. */
function selectionOf({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const required = args.filter((arg) => String(arg.type).endsWith('!'));
  const given = required.map((arg) => `${arg.name}: ${values[String(arg.type)]}`);
  const fields = isCompositeType(getNamedType(type)) ? ' { __typename }' : '';
  return `${name}${given.length === 0 ? '' : `(${given.join(', ')})`}${fields}`;
}

const fieldsOf = (type = schema.getQueryType()) => Object.values(type?.getFields() ?? {});
const reference: readonly Scope[] = ['customers:read', 'settings:write'];
const forbidden = (path: readonly string[], field: string, scopes: readonly Scope[]) => ({
  message: `\`${field}\` requires the scope ${scopes.map((scope) => `\`${scope}\``).join(' or ')}.`,
  path,
  extensions: {
    code: 'FORBIDDEN',
    ...(scopes.length === 1 ? { scope: scopes[0] } : { scopes }),
    requestId: expect.any(String),
  },
});

test.for(fieldsOf().filter(({ name }) => !['viewer', '_service'].includes(name)))(
  '$name requires customers:read, or settings:write where it leads to reference data',
  async (field) => {
    const isOfCustomers = field.name.startsWith('customer');
    const lacking: readonly Scope[] = [
      'customers:write',
      ...(isOfCustomers ? ['settings:write' as const] : []),
    ];
    const { status, data, errors } = await askWith(lacking, `{ ${selectionOf(field)} }`);

    expect(status).toBe(200);
    expect(data).toBeUndefined();
    const scopes: readonly Scope[] = isOfCustomers ? ['customers:read'] : reference;
    expect(errors).toEqual([expect.objectContaining(forbidden([field.name], `Query.${field.name}`, scopes))]);
  },
);

test('an operation with forbidden fields is not executed, and has an error for each of them', async () => {
  const { data, errors } = await askWith(
    [],
    '{ viewer { scopes accountUser { id } } node(id: "x") { id } customer(by: { id: "x" }) { id } }',
  );

  expect(data).toBeUndefined();
  expect(errors).toMatchObject([
    forbidden(['viewer', 'accountUser'], 'Viewer.accountUser', reference),
    forbidden(['viewer', 'accountUser', 'id'], 'AccountUser.id', reference),
    forbidden(['node'], 'Query.node', reference),
    forbidden(['customer'], 'Query.customer', ['customers:read']),
  ]);
});

test("the viewer's account is reference data", async () => {
  const query = '{ viewer { account { name } } }';
  const { errors } = await askWith(['customers:write'], query);

  expect(errors).toMatchObject([
    forbidden(['viewer', 'account'], 'Viewer.account', reference),
    forbidden(['viewer', 'account', 'name'], 'Account.name', reference),
  ]);
  expect(await askWith(['settings:write'], query)).toMatchObject({
    data: { viewer: { account: { name: 'ours' } } },
  });
});

test('the schema is for everyone who signed in', async () => {
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

test('with the scope all of it is there', async () => {
  const { data, errors } = await askWith(
    ['customers:read'],
    '{ customers { nodes { name } } units { nodes { id } } }',
  );

  expect(errors).toBeUndefined();
  expect(data.customers.nodes).toEqual([{ name: 'ours' }]);
});
