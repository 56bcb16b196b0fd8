import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { readChanges } from '../../src/db/feed/read.ts';
import { type ChangedField, changedFieldOf } from '../../src/db/model/changed-field.ts';
import { newId } from '../../src/db/model/id.ts';
import { matchesChange } from '../../src/db/read/change-filter.ts';
import { secondDemoAccountId as accountId } from '../../src/demo/seed.ts';
import { customerFields } from '../../src/domain/customer/fields.ts';
import { changeCursor } from '../../src/schema/customer/change-cursor.ts';
import { changeFilterOf } from '../../src/schema/customer/change-filter.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';

const { as, db, serving } = await openGateway({ demo: true });
const { execute } = as(accountId);

const changes = await readChanges(createDb(serving).$session({ accountId, caller: 'test' }), '0');
const cursors = changes.map((change) => changeCursor(accountId, change));
const list = `query ($ids: [ID!], $filter: CustomerChangeFilter) {
  customerChanges(first: 250, ids: $ids, filter: $filter) { nodes { cursor } } }`;

const anyOf = <T>(values: readonly T[]) => fc.option(fc.subarray([...new Set(values)], { maxLength: 3 }));
const fields: readonly ChangedField[] = ['CONTACT_INFO', 'NAME', 'STATUS', 'CREDIT_LIMIT', 'TAGS', 'OTHER'];
const times = changes.flatMap(({ occurredAt }) => [occurredAt, occurredAt.replace('Z', '9Z')]);
const anyFilter = fc.record({
  ids: anyOf(changes.map(({ subjectId }) => subjectId)),
  actions: anyOf(changes.map(({ action }) => action)),
  fields: anyOf(fields),
  actorTypes: anyOf(['ACCOUNT_USER', 'SERVICE', 'SOURCE'] as const),
  actors: anyOf([...changes.flatMap(({ actor }) => actor ?? []), 'InventoryPro', 'nobody']),
  occurredAt: fc.option(
    fc
      .record(
        {
          from: fc.option(fc.constantFrom(...times)),
          to: fc.option(fc.constantFrom(...times)),
          exists: fc.option(fc.boolean()),
        },
        { requiredKeys: [] },
      )
      .filter(({ from, to }) => !from || !to || from.slice(0, -1) <= to.slice(0, -1)),
  ),
});

test('a subscription publishes the changes that the list returns', async () => {
  await fc.assert(
    asyncProperty(anyFilter, async ({ ids, ...filter }) => {
      const { data } = await execute(list, { ids, filter });
      const returned = data.customerChanges.nodes.map(({ cursor }: { cursor: string }) => cursor);

      // A subscription reads 100 changes at a time; the list has more.
      expect(returned.filter((cursor: string) => cursors.includes(cursor))).toEqual(
        cursors.filter((_, at) => {
          const change = changes[at];
          return change !== undefined && matchesChange(change, { ids, ...changeFilterOf(filter) });
        }),
      );
    }),
    runs(100),
  );
});

test('a field matches changes of any path in it', async () => {
  for (const field of ['CONTACT_INFO', 'CREDIT_LIMIT', 'NAME'] as const) {
    const { data } = await execute(
      `query ($fields: [CustomerField!]) { customerChanges(first: 250, filter: { fields: $fields }) {
        nodes { changes { field path } } } }`,
      { fields: [field] },
    );

    const { nodes } = data.customerChanges;
    expect(nodes.length).toBeGreaterThan(0);
    for (const { changes } of nodes) expect(changes).toContainEqual({ field, path: expect.any(String) });
  }
});

test('an unknown path has the field OTHER', async () => {
  const change = { field: 'loyalty.points', oldValue: null, newValue: '1' };
  const [{ subjectId = '' } = {}] = changes;
  await db.customerEvent.create({
    data: {
      ...{ accountId, id: newId('CustomerEvent'), customerId: subjectId, action: 'UPDATE' },
      changes: [change, { ...change, field: 'constructor' }],
    },
  });

  const { data } = await execute(
    '{ customerChanges(first: 250, filter: { fields: [OTHER] }) { nodes { changes { field path } } } }',
  );

  expect(data.customerChanges.nodes).toEqual([
    {
      changes: [
        { field: 'OTHER', path: 'loyalty.points' },
        { field: 'OTHER', path: 'constructor' },
      ],
    },
  ]);
});

test('a misspelled field is a validation error', async () => {
  const { data, errors } = await execute(
    '{ customerChanges(filter: { fields: [CONTACTINFO] }) { nodes { cursor } } }',
  );

  expect(data).toBeUndefined();
  expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
});

test('every path that the gateway records belongs to a field', () => {
  const paths = [...customerFields.map(({ field }) => field), 'active', 'id', 'sources', 'shopper.password'];

  expect(paths.filter((path) => changedFieldOf(path) === 'OTHER')).toEqual([]);
});
