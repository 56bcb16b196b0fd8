import { expect, inject, test } from 'vitest';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { databaseUrl } from '../global-setup.ts';

const connection = { connectionString: databaseUrl(inject('server'), inject('template')) };

test('a broken connection is reported, except while its pool ends', async () => {
  const told: string[] = [];
  const pool = createServingPool(connection, ({ message }) => told.push(message));
  const client = await pool.connect();
  const other = await pool.connect();
  client.emit('error', new Error('it broke'));
  client.release(true);
  other.release();

  const ended = pool.end();
  other.emit('error', new Error('the server is stopped'));

  await ended;
  expect(told).toEqual(['it broke']);
});
