import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { planOperation } from '../../src/execution/plan/planner.ts';
import { schema } from '../../src/schema/index.ts';

function readsOf(query: string) {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('The test asks for one operation.');
  return planOperation({ schema, operation, fragments: {} }, {}).reads;
}

test('of the rows of a list those columns are read that are selected there', () => {
  const reads = readsOf(`{
    customers { nodes { name note childAccounts { edges { node { number } } } } }
  }`);

  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'note']));
  expect(reads.ofList('Customer', 'Customer.childAccounts')).toEqual(new Set(['number']));
  expect(reads.byKey('Customer')).toEqual(new Set());
});

test('a list’s rows bring what is read of rows that are looked up, which they may be', () => {
  const reads = readsOf('{ customers { nodes { name parentAccount { status } } } }');

  expect(reads.byKey('Customer')).toEqual(new Set(['status']));
  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'parentId', 'status']));
});

test('two fields of one list read what either selects', () => {
  const reads = readsOf('{ a: customers { nodes { name } } b: customers { nodes { note } } }');

  expect(reads.ofList('Customer', 'Query.customers')).toEqual(new Set(['name', 'note']));
});

test('a part of a row is read with the row', () => {
  const reads = readsOf('{ customers { nodes { freightPreferences { billingType } } } }');

  expect(reads.ofList('Customer', 'Query.customers')).toContain('billingType');
  expect(reads.byKey('Customer')).toEqual(new Set());
});

test('what a list’s facets show is looked up by its key', () => {
  const reads = readsOf('{ customers { nodes { name } facets { types { value { name } } } } }');

  expect(reads.byKey('AccountGroup')).toEqual(new Set(['name']));
});

test('a list that no field is called by reads what is read of its model anywhere', () => {
  const reads = readsOf('{ customers { nodes { name parentAccount { status } } } }');

  expect(reads.ofList('Customer', 'Somewhere.else')).toEqual(new Set(['name', 'parentId', 'status']));
});

test('what resolvers load by themselves is read wherever it comes from', () => {
  const alone = readsOf('{ customers { nodes { effectivePolicies { commission { value } } } } }');
  const reads = readsOf(
    '{ customers { nodes { type { name } effectivePolicies { commission { value } } } } }',
  );

  expect(reads.byKey('AccountGroup')).toEqual(new Set(['name', 'commissionPolicy']));
  expect(reads.anywhere('AccountGroup')).toEqual(new Set(['name', 'commissionPolicy']));
  expect(alone.anywhere('AccountGroup')).toEqual(new Set(['commissionPolicy']));
});
