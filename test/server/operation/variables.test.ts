import { expect, test } from 'vitest';
import { measureVariables } from '../../../src/server/operation/operation.ts';

const errorOf = (variables: object) => measureVariables(variables).error?.extensions.code;
const list = <T>(length: number, item: T) => Array.from({ length }, () => item);

test('objects and lists count, and each item of a list as well', () => {
  const { objects } = measureVariables({ filter: { ids: ['a', 'b'], and: [{}] } });

  // The variables, the filter, two lists, three items, and the object in one of the lists.
  expect(objects).toBe(1 + 1 + 2 + 1.5 + 1);
});

test.each([
  ['items', 19_996, 'a'],
  ['objects', 6_665, {}],
])('variables have a maximum of %s', (_what, length, item) => {
  expect(errorOf({ all: list(length, item) })).toBeUndefined();
  expect(errorOf({ all: list(length + 4, item) })).toBe('LIMIT_EXCEEDED');
});

test.each([
  [{ q: 'a\0' }, 'q'],
  [{ filter: { or: [{}, { tags: ['a', '\0'] }] } }, 'filter.or.1.tags.1'],
  [{ input: { metadata: { 'a\0': 1 } } }, 'input.metadata'],
  [{ '\0': 1 }, ''],
  [{ q: 'a' }, undefined],
])('the path of a NUL character in %j is %s', (variables, path) => {
  expect(measureVariables(variables).nul).toBe(path);
});
