import { buildSchema, parse, printSchema, validate } from 'graphql';
import { expect, test } from 'vitest';
import { scopes } from '../../../src/auth/viewer.ts';
import { demoAccountId } from '../../../src/demo/seed.ts';
import { rootsOf } from '../../../src/explorer/reference/example.ts';
import { examplesOf } from '../../../src/explorer/reference/examples.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { schema } from '../../../src/schema/index.ts';
import { everythingWritten } from '../../domain/everything-written.ts';
import { openHttpGateway } from '../limits/http-gateway.ts';

const viewer = { accountId: demoAccountId, accountUserId: null, scopes, caller: 'test' };
const { ask, pool } = await openHttpGateway({ viewer, limits: { bucket: 1_000_000 } });
const examples = examplesOf(schema);
const roots = rootsOf(schema);
// Without built-in scalars that the schema does not use.
const printed = buildSchema(printSchema(schema));

/** The examples that the demo data reject, with the codes: rows are in use, and the token was never sent. */
const rejected: Readonly<Record<string, string>> = {
  customerGroupDelete: 'IN_USE',
  customerRecordDelete: 'NOT_FOUND',
  departmentDelete: 'IN_USE',
  paymentTermDelete: 'IN_USE',
  roleDelete: 'IN_USE',
  serviceLevelDelete: 'IN_USE',
  shippingTermDelete: 'IN_USE',
  shopperPasswordReset: 'INVALID',
  shopperSignIn: 'SIGN_IN_FAILED',
  unitDelete: 'IN_USE',
};

const leavesOf = (value: unknown): readonly unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [value];

test('every root field and every type has an example', () => {
  const types = Object.keys(printed.getTypeMap()).filter((name) => !name.startsWith('__'));
  const fields = roots.flatMap((root) => Object.keys(root.getFields()).map((name) => `${root.name}.${name}`));
  const expected = [...types.filter((name) => !roots.some((root) => root.name === name)), ...fields];

  expect([...examples.keys()].sort()).toEqual(expected.sort());
});

test('every example is valid', () => {
  for (const [key, example] of examples)
    expect(validate(schema, parse(example)).map(({ message }) => `${key}: ${message}`)).toEqual([]);
});

test('an example of a type selects all its fields', () => {
  expect(examples.get('Geolocation')).toBe(`query Geolocation {
  customer(by: {shortId: "ACME-CORP"}) {
    billToAddress {
      geolocation {
        id
        country
        locality
        postalCode
        state
        streetLine1
        streetLine2
      }
    }
  }
}`);
});

test('an example of an input contains all its fields and selects the result', () => {
  expect(examples.get('AddressFilter')).toBe(`query AddressFilter {
  customers(first: 3, filter: {address: {country: {equals: "US"}}}) {
    totalCount
    nodes {
      id
      name
    }
  }
}`);
});

test('entities and subscriptions have examples, too', () => {
  const made = buildSchema(`type Query { _entities(representations: [_Any!]!): [_Entity]! }
  type Subscription { customerChanged(ids: [ID!]): Change! }
  type Change { cursor: String! customer: Customer! }
  type Customer { id: ID! }
  union _Entity = Customer
  scalar _Any`);
  const shown = examplesOf(made);

  expect([...shown].flatMap(([, text]) => validate(made, parse(text)))).toEqual([]);
  expect(shown.get('Change')).toMatch(/^subscription Change {\n {2}customerChanged {\n {4}cursor/);
  expect(shown.get('Query._entities')).toContain('representations: [{__typename: "Customer", id: "cus_');
});

test('every example runs on the demo data within the default limits, returns data, and writes nothing', async () => {
  const before = await everythingWritten(pool);
  const empty: string[] = [];

  for (const [key, example] of examples) {
    if (example.startsWith('subscription')) continue;
    const { data, errors, extensions } = await ask(example);
    expect({ key, errors }).toEqual({ key, errors: undefined });
    expect(extensions.cost.requested).toBeLessThanOrEqual(defaultLimits.cost / 4);
    const [[field, value] = ['', null]] = Object.entries<Record<string, unknown> | null>(data);
    const codes = [...JSON.stringify(value).matchAll(/"userErrors":\[{"code":"([A-Z_]+)"/g)].map(
      ([, code]) => code,
    );
    expect({ key, codes }).toEqual({ key, codes: rejected[field] ? [rejected[field]] : [] });
    if (!leavesOf(value).some((leaf) => leaf !== null)) empty.push(key);
  }

  // The account has never changed its rules, and the response to a reset request has only user errors.
  expect(empty).toEqual([
    'Query.survivorshipRun',
    'Mutation.shopperPasswordResetRequest',
    'ShopperPasswordResetRequestInput',
    'ShopperPasswordResetRequestPayload',
    'SurvivorshipRun',
    'SurvivorshipRunState',
  ]);
  expect(await everythingWritten(pool)).toBe(before);
});
