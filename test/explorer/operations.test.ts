import { expect, test } from 'vitest';
import { operationsIn } from '../../src/explorer/operations/operations.ts';

const query = (name?: string) => ({ kind: 'query', name });

test.for([
  ['{ customers { nodes { id } } }', []],
  ['query { viewer { scopes } }', [query()]],
  ['query A { a } query B($query: String = "subscription C") { b }', [query('A'), query('B')]],
  ['fragment F on T { x }subscription S{customerChanged{cursor}}', [{ kind: 'subscription', name: 'S' }]],
  ['# subscription S\nquery A { subscription { id } query: a }', [query('A')]],
  ['query A { a(text: """mutation M { "} \\""" {""") b(text: "}\\"{") }', [query('A')]],
  ['query A @skip(if: $mutation) { a } mutation M { m }', [query('A'), { kind: 'mutation', name: 'M' }]],
  ['query Broken { customers(first: ', [query('Broken')]],
] as const)('the operations in %s', ([text, operations]) => {
  expect(operationsIn(text)).toEqual(operations);
});
