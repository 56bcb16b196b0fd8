import { expect, test } from 'vitest';
import type { CustomerFilter } from '../../src/db/read/filter/filters.ts';
import { hasOnePlan } from '../../src/db/read/filter/plan.ts';

const shared: Record<string, CustomerFilter> = {
  nothing: { createdAt: null },
  'ids of the rows': { ids: ['cus_a'] },
  'values of an enum, which are in the SQL': { statuses: ['HOLD_ALL'], active: true },
  'a key that few rows share': { orders: { some: { number: { equals: '7' } } } },
  'a part of a text': { name: { contains: 'mill' }, note: { contains: 'due' } },
  'a text without statistics': { salesRep: { name: { equals: 'Ada' } } },
  'existence alone': { carrier: { exists: false }, createdAt: { exists: true }, shortId: { exists: true } },
  'no rows of a list': { or: [{ orders: { none: {} } }, { not: { addresses: { some: {} } } }] },
  'a number of rows': { addresses: { count: { of: { types: ['DROP_SHIP'] }, from: 2 } } },
  'amounts in any unit': { creditLimit: { from: '5', unit: 'USD' } },
  'values of the parent': { differsFromParent: ['CARRIER'] },
};

const own: Record<string, CustomerFilter> = {
  'ids that many rows may have': { salesRepIds: ['acu_a'] },
  'a list of keys': { number: { in: ['7', '8'] } },
  'the beginning of a text': { name: { startsWith: 'mi' } },
  'a place': { address: { state: { equals: 'IL' } } },
  'a range': { createdAt: { from: '2026-01-01', exists: true } },
  'a range in a relation': { orders: { every: { total: { to: '5', currencyCode: 'USD' } } } },
  'a range in an alternative': { or: [{ statuses: [] }, { totalOrdersCount: { from: 3 } }] },
};

test.for(Object.entries(shared))('one plan serves all values of %s', ([, filter]) => {
  expect(hasOnePlan('Customer', filter)).toBe(true);
});

test.for(Object.entries(own))('PostgreSQL plans for the values of %s', ([, filter]) => {
  expect(hasOnePlan('Customer', filter)).toBe(false);
});
