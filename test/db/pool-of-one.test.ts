import { expect, onTestFinished, test } from 'vitest';
import { scopes } from '../../src/auth/viewer.ts';
import { createDb } from '../../src/db/client.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import * as add from '../builders.ts';
import { openTestDatabase } from '../database.ts';
import { serve } from '../server/limits/http-gateway.ts';
import { follow, take } from '../server/live/follower.ts';
import { changed } from '../server/live/subscriber.ts';

const { pool, url } = await openTestDatabase();
const { id: accountId } = await add.addAccount(createDb(pool));

const payload = `customer { id name tags { totalCount nodes { name } } events { totalCount nodes { action } } }
  userErrors { code }`;
const write = `mutation ($input: CustomerCreateInput!, $tried: CustomerCreateInput!) {
  tried: customerCreate(input: $tried) { ${payload} }
  made: customerCreate(input: $input) { ${payload} }
}`;
const read = `{
  customers(first: 5) { totalCount facets { statuses { count } } nodes { name tags { nodes { name } } addresses { totalCount } } }
  found: customers(query: "cust", first: 2) { totalCount count { value } nodes { events { nodes { action } } } }
}`;

test.each([1, 2])('a pool of %d serves 50 requests of all kinds in parallel', async (size) => {
  const serving = createServingPool({ connectionString: url }, () => undefined, 60_000, size);
  onTestFinished(() => serving.end());
  const viewer = { accountId, accountUserId: null, scopes, caller: 'test' };
  const gateway = await serve({ serving }, { viewer, limits: { requestMs: 60_000, bucket: 1_000_000 } });
  const stream = await follow(gateway.url, { query: changed });

  const replies = await Promise.all(
    Array.from({ length: 50 }, (_, n) => {
      if (n % 2 === 0) return gateway.ask(read);
      const input = { name: `Customer ${n}`, tags: ['x'], idempotencyKey: `${size} ${n % 10}` };
      const named = n % 10 === n ? input : { ...input, name: `Customer ${n % 10}` };
      return gateway.ask(write, { input: named, tried: { name: 'Tried', dryRun: true } });
    }),
  );

  expect(replies.flatMap(({ errors = [] }) => errors)).toEqual([]);
  const made = replies.flatMap(({ data }) => (data.made ? [data.made] : []));
  expect(made.flatMap(({ userErrors }) => userErrors)).toEqual([]);
  expect(new Set(made.map(({ customer }) => customer.id)).size).toBe(5);
  expect((await take(stream, 5)).map(({ data }) => data.customerChanged.action)).toEqual(
    Array(5).fill('CREATE'),
  );
  stream.hangUp();
});
