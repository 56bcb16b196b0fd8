import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { planOperation } from '../../src/execution/plan/planner.ts';
import { schema } from '../../src/schema/index.ts';

function readsOf(query: string) {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The test asks for one operation.');
  return planOperation({ schema, operation, fragments: {} }, {}).reads;
}

test('a list reads the columns that are selected of its rows', () => {
  const reads = readsOf(`{
    customers { nodes { name note childAccounts { edges { node { number } } } } }
  }`);

  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'note']));
  expect(reads.ofList('Customer', 'Customer.childAccounts')).toEqual(new Set(['number']));
  expect(reads.byKey('Customer')).toEqual(new Set());
});

test('columns of rows that are looked up by id are also read with a list of the same model', () => {
  const reads = readsOf('{ customers { nodes { name parentAccount { status } } } }');

  expect(reads.byKey('Customer')).toEqual(new Set(['status']));
  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'parentId', 'status']));
});

test('two fields of one list read the columns that either selects', () => {
  const reads = readsOf('{ a: customers { nodes { name } } b: customers { nodes { note } } }');

  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'note']));
});

test('an object that is part of a row is read with the row', () => {
  const reads = readsOf('{ customers { nodes { freightPreferences { billingType } } } }');

  expect(reads.ofList('Customer', 'Query.customers')).toContain('billingType');
  expect(reads.byKey('Customer')).toEqual(new Set());
});

test('values of a list’s facets are looked up by their keys', () => {
  const reads = readsOf('{ customers { nodes { name } facets { types { value { name } } } } }');

  expect(reads.byKey('AccountGroup')).toEqual(new Set(['name']));
});

test('a list without its own field reads the columns used for its model anywhere', () => {
  const reads = readsOf('{ customers { nodes { name parentAccount { status } } } }');

  expect(reads.ofList('Customer', 'Somewhere.else')).toEqual(new Set(['name', 'parentId', 'status']));
});

test('columns that custom resolvers load are read on every path', () => {
  const alone = readsOf('{ customers { nodes { effectivePolicies { commission { value } } } } }');
  const reads = readsOf(
    '{ customers { nodes { type { name } effectivePolicies { commission { value } } } } }',
  );

  expect(reads.byKey('AccountGroup')).toEqual(new Set(['name', 'commissionPolicy']));
  expect(reads.anywhere('AccountGroup')).toEqual(new Set(['name', 'commissionPolicy']));
  expect(alone.anywhere('AccountGroup')).toEqual(new Set(['commissionPolicy']));
});

test.each([
  [
    'customerUpsert(input: { by: { number: "1" } }) { customer { number } outcome userErrors { code message path } }',
  ],
  ['customersUpsert(input: { items: [] }) { results { customer { number } outcome userErrors { path } } }'],
])('an upsert returns the columns that are selected of the customer: %s', (field) => {
  expect(readsOf(`mutation { ${field} }`).byKey('Customer')).toEqual(new Set(['number']));
});

test('a bulk upsert returns the columns that are selected of the objects', () => {
  const reads = readsOf(`mutation {
    ordersUpsert(input: { items: [] }) { results { order { number } outcome userErrors { message } } }
    carriersUpsert(input: { items: [] }) { results { carrier { code } } }
  }`);

  expect(reads.byKey('Order')).toEqual(new Set(['number']));
  expect(reads.byKey('Carrier')).toEqual(new Set(['code']));
});
