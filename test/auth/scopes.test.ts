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
const forbidden = (path: readonly string[], scope: Scope) => ({
  message: `\`${path.at(-1)}\` takes the scope \`${scope}\`, which this token or API key does not have.`,
  path,
  extensions: { code: 'FORBIDDEN', scope, requestId: expect.any(String) },
});

test.for(fieldsOf().filter(({ name }) => !['viewer', '_service'].includes(name)))(
  '$name takes customers:read',
  async (field) => {
    const { status, errors } = await askWith(
      ['customers:write', 'settings:write'],
      `{ ${selectionOf(field)} }`,
    );

    expect(status).toBe(200);
    expect(errors).toMatchObject([forbidden([field.name], 'customers:read')]);
  },
);

test('what a field gives that is forbidden is not fetched, and the rest of the answer stands', async () => {
  const { data, errors } = await askWith(
    [],
    '{ viewer { scopes accountUser { id } } node(id: "x") { id } customer(by: { id: "x" }) { id } }',
  );

  expect(data).toEqual({ viewer: { scopes: [], accountUser: null }, node: null, customer: null });
  expect(errors).toMatchObject([
    forbidden(['viewer', 'accountUser'], 'customers:read'),
    forbidden(['node'], 'customers:read'),
    forbidden(['customer'], 'customers:read'),
  ]);
});

test("the viewer's account takes customers:read", async () => {
  const { errors } = await askWith([], '{ viewer { account { name } } }');

  expect(errors).toMatchObject([forbidden(['viewer', 'account'], 'customers:read')]);
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
