import { expect, inject, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { codesOf } from '../server/limits/http-gateway.ts';
import { follow, next, rest } from '../server/live/follower.ts';
import { changed, listeners, untilHolds } from '../server/live/subscriber.ts';
import { serve } from './command.ts';
import { connectTo } from './held-connection.ts';

const { url, pool } = await openTestDatabase(inject('demo'));

test('subscribers of all workers receive the writes of one worker, and their streams are completed at a stop', async () => {
  const gateway = await serve({ DATABASE_URL: url, WORKERS: '2' });
  const streams = [
    await follow(gateway.url, { query: changed }),
    await follow(gateway.url, { query: changed }),
  ];
  // Each process with subscribers has one listener.
  await untilHolds(async () => (await pool.query(`select ${listeners}`)).rowCount === 2);
  const writers = [await connectTo(gateway.url), await connectTo(gateway.url)];

  for (const writer of writers)
    expect(await writer.ask('mutation { customerCreate(input: { name: "X" }) { customer { id } } }')).toBe(
      200,
    );

  const told = [];
  for (const stream of streams) told.push([await next(stream), await next(stream)]);
  const cursors = told.map((answers) => answers.map(({ data }) => data.customerChanged.cursor));
  expect(new Set(cursors[0]).size).toBe(2);
  expect(cursors[1]).toEqual(cursors[0]);
  const lasts = Promise.all(streams.map(rest));
  expect(await gateway.end('SIGTERM')).toBe(0);
  expect((await lasts).map((answers) => answers.flatMap(codesOf))).toEqual([['GOING_AWAY'], ['GOING_AWAY']]);
});
