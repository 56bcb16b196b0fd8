import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../../database.ts';
import { openProxy } from '../../postgres-proxy.ts';
import { serve } from '../command.ts';
import { nextWrite, send, sendInto } from './writes.ts';

const { pool, url } = await openTestDatabase(inject('demo'));
const kinds = ['customerCreate', 'customerUpsert', 'customersUpsert'].map((name, at) => [name, at] as const);

/** The ids of the customers written with these labels, in the labels' order. */
async function writtenAs(labels: readonly string[]): Promise<readonly string[]> {
  const { rows } = await pool.query<{ readonly id: string }>(
    `select id from customers where name = any($1) order by array_position($1, name)`,
    [labels],
  );
  return rows.map(({ id }) => id);
}

/** The statement that commits, and PostgreSQL's reply to it. */
const [commit, committedTag] = ['commit\0', 'COMMIT\0'];

test.for(kinds)(
  '%s that was committed without a response returns its first response when it is repeated with its key',
  async ([, at]) => {
    const proxy = await openProxy(url);
    const killed = await serve({ DATABASE_URL: proxy.url });
    const write = nextWrite(at, undefined);

    const committed = proxy.hold('answer', committedTag);
    const lost = sendInto(killed.url, write);
    await committed;
    await killed.end('SIGKILL');

    expect(await lost).toEqual({ codes: [] });
    const ids = await writtenAs(write.labels);
    expect(ids).toHaveLength(write.labels.length);
    const heir = await serve({ DATABASE_URL: url });
    const [first, second] = [await send(heir.url, write), await send(heir.url, write)];
    expect(first.results?.map(({ customer }) => customer?.id)).toEqual(ids);
    expect(first.results?.flatMap(({ userErrors }) => userErrors)).toEqual([]);
    const created = write.query.includes('outcome') ? 'CREATED' : undefined;
    expect(new Set(first.results?.map(({ outcome }) => outcome))).toEqual(new Set([created]));
    expect(second).toEqual(first);
    expect(await writtenAs(write.labels)).toEqual(ids);
  },
);

test.for(kinds)('%s without a commit is executed when it is repeated', async ([, at]) => {
  const proxy = await openProxy(url);
  const killed = await serve({ DATABASE_URL: proxy.url });
  const write = nextWrite(at, undefined);

  const asked = proxy.hold('request', commit);
  const lost = sendInto(killed.url, write);
  await asked;
  await killed.end('SIGKILL');

  expect(await lost).toEqual({ codes: [] });
  expect(await writtenAs(write.labels)).toEqual([]);
  const heir = await serve({ DATABASE_URL: url });
  const { results = [] } = await send(heir.url, write);
  expect(results.map(({ customer }) => customer?.id)).toEqual(await writtenAs(write.labels));
  expect(results).toHaveLength(write.labels.length);
});

test('a connection lost between commit and response is reported as retryable, and a retry returns the response', async () => {
  const proxy = await openProxy(url);
  const gateway = await serve({ DATABASE_URL: proxy.url });
  const write = nextWrite(0, undefined);

  const committed = proxy.hold('answer', committedTag);
  const lost = send(gateway.url, write);
  await committed;
  proxy.breakAll();

  expect(await lost).toEqual({ codes: ['SERVICE_UNAVAILABLE'] });
  const ids = await writtenAs(write.labels);
  const { results } = await send(gateway.url, write);
  expect(results).toEqual([{ customer: { id: ids[0] }, userErrors: [] }]);
  expect(await gateway.end('SIGTERM')).toBe(0);
});
