import { expect, test } from 'vitest';
import { relationRule } from '../../src/schema/build/access-rules.ts';

test.each([
  ['Customer', 'Carrier', undefined],
  ['Customer', 'AccountUser', undefined],
  ['Customer', 'Order', undefined],
  ['Order', 'Customer', undefined],
  ['Carrier', 'Customer', ['customers:read']],
  ['AccountUser', 'Customer', ['customers:read']],
  ['AccountUser', 'Carrier', ['customers:read', 'settings:write']],
  ['Carrier', 'ImportRun', ['customers:import']],
])('in a filter of %s, a relation to %s requires %j', (from, to, rule) => {
  expect(relationRule(from, to)).toEqual(rule);
});
