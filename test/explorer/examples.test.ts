import { expect, test } from 'vitest';
import { tasks } from '../../src/explorer/examples/examples.ts';
import { fill, sampleQuery, valuesOf } from '../../src/explorer/examples/fill.ts';
import { openSigned, signToken } from '../auth/gateway.ts';
import { insert } from '../db/sql-rows.ts';

const signed = await openSigned();
const account = await insert(signed.pool, 'accounts', { name: 'empty' });
const token = `Bearer ${await signToken(account, 'customers:read customers:write')}`;
const examples = tasks.flatMap((task) => task.examples).filter(({ query }) => !/^subscription/m.test(query));

test('every example runs without an error for an account without data', async () => {
  const { body } = await signed.ask(token, sampleQuery);
  const values = valuesOf(body.data, true);

  for (const { title, query, variables = {} } of examples) {
    const reply = await signed.ask(token, query, fill(variables, values) as object);
    expect([title, reply.status, reply.body.errors]).toEqual([title, 200, undefined]);
  }
});
