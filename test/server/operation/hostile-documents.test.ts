import { GraphQLError, Kind } from 'graphql';
import { expect, test } from 'vitest';
import { TooManySelections } from '../../../src/execution/plan/selection-count.ts';
import { defaultLimits } from '../../../src/limits.ts';
import { schema } from '../../../src/schema/index.ts';
import { Documents } from '../../../src/server/operation/documents.ts';
import { SharedCache } from '../../../src/shared-cache.ts';
import { hostileDocuments } from './hostile-documents.ts';

const owner = { accountId: 'acc_1', caller: 'one' };

/** An error code, or the number of selections that planning visits and its part of the cost. */
type Outcome = string | { readonly selections: number; readonly planning: number; readonly cost: number };

function outcomeOf(text: string): Outcome {
  const cache = new SharedCache(64_000_000);
  const documents = new Documents({ schema, limits: defaultLimits, showsSchema: true, cache });
  try {
    const { document, errors } = documents.read(text, owner);
    if (document === undefined) return String(errors?.[0]?.extensions.code);
    const definition = document.document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
    const name = definition?.kind === Kind.OPERATION_DEFINITION ? definition.name?.value : undefined;
    const operation = document.operation(name);
    if (operation === null) return 'no operation';
    const names = operation.operation.variableDefinitions?.map(({ variable }) => variable.name.value) ?? [];
    const { planning, cost } = operation.prepare(Object.fromEntries(names.map((each) => [each, true])));
    return { selections: operation.selections, planning, cost };
  } catch (error) {
    if (error instanceof TooManySelections) return 'LIMIT_EXCEEDED';
    return error instanceof GraphQLError ? String(error.extensions.code) : String(error);
  }
}

test.each(Object.entries(hostileDocuments))(
  '%s: rejected, or planned and paid within the limit',
  (_name, text) => {
    const outcome = outcomeOf(text);

    if (typeof outcome === 'string')
      expect(['LIMIT_EXCEEDED', 'GRAPHQL_VALIDATION_FAILED']).toContain(outcome);
    else {
      expect(outcome.selections).toBeLessThanOrEqual(defaultLimits.selections);
      expect(outcome.planning).toBeGreaterThanOrEqual(Math.floor(outcome.selections / 100));
      expect(outcome.cost).toBeGreaterThan(outcome.planning);
    }
  },
);

test.each([
  'fragments that spread all later ones',
  'many operations over a chain of fragments',
  'many operations with variables over fragments',
  'many fragments with the same fields',
  'deep fields in many fragments',
  'inline fragments with the same nested fields',
  'input objects in a list',
  'input objects in each other',
  'fragments that spread each other in a circle',
])('%s: rejected before validation', (name) => {
  expect(outcomeOf(hostileDocuments[name] ?? '')).toBe('LIMIT_EXCEEDED');
});

test.each([
  'introspection, list in list, repeated',
  'introspection by fragments',
  'introspection, types many times',
])('%s: costs more than a request can', (name) => {
  const outcome = outcomeOf(hostileDocuments[name] ?? '');

  expect(typeof outcome === 'object' && outcome.cost).toBeGreaterThan(defaultLimits.cost);
});

test('more selections than the limit are rejected before they are planned', () => {
  const limits = { ...defaultLimits, selections: 30 };
  const documents = new Documents({ schema, limits, showsSchema: true, cache: new SharedCache(64_000_000) });
  const operation = (fields: string) =>
    documents.read(`{ customers(first: 0) { nodes { ${fields} } } }`, owner).document?.operation(null);
  const nested =
    '...F parentAccount { ...F parentAccount { ...F } } } } } fragment F on Customer { id name number';

  expect(() => operation('id name')?.prepare({})).not.toThrow();
  expect(() =>
    documents
      .read(`{ customers(first: 0) { nodes { ${nested} note status active } `, owner)
      .document?.operation(null)
      ?.prepare({}),
  ).toThrow(TooManySelections);
});
