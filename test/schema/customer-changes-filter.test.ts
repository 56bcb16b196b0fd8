import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChangeFilter, fulfils } from '../../src/db/change-filter.ts';
import { createDb } from '../../src/db/client.ts';
import { readChanges } from '../../src/db/feed/read.ts';
import { secondDemoAccountId as accountId } from '../../src/demo/seed.ts';
import { changeCursor } from '../../src/schema/customer-change-cursor.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';

const { as, serving } = await openGateway({ demo: true });
const { execute } = as(accountId);

const changes = await readChanges(createDb(serving).$session({ accountId, caller: 'test' }), '0');
const cursors = changes.map((change) => changeCursor(accountId, change));
const list = `query ($ids: [ID!], $filter: CustomerChangeFilter) {
  customerChanges(first: 250, ids: $ids, filter: $filter) { nodes { cursor } } }`;

const anyOf = <T>(values: readonly T[]) => fc.option(fc.subarray([...new Set(values)], { maxLength: 3 }));
const anyFilter: fc.Arbitrary<ChangeFilter> = fc.record({
  ids: anyOf(changes.map(({ subjectId }) => subjectId)),
  actions: anyOf(changes.map(({ action }) => action)),
  fields: anyOf(['contactInfo', 'contactInfo.phone', 'name', 'nam', 'status', 'creditLimit']),
});

test('a follower is let through what the list shows', async () => {
  await fc.assert(
    asyncProperty(anyFilter, async ({ ids, ...filter }) => {
      const { data } = await execute(list, { ids, filter });
      const shown = data.customerChanges.nodes.map(({ cursor }: { cursor: string }) => cursor);

      // A follower has these at hand; the list goes on.
      expect(shown.filter((cursor: string) => cursors.includes(cursor))).toEqual(
        cursors.filter((_, at) => {
          const change = changes[at];
          return change !== undefined && fulfils(change, { ids, ...filter });
        }),
      );
    }),
    runs(100),
  );
});
