import fc from 'fast-check';
import { afterAll, expect, inject, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { createServingPool } from '../../src/db/wire/pool.ts';
import { demoAccountId } from '../../src/demo/seed.ts';
import { openTestDatabase } from '../database.ts';

const { url } = await openTestDatabase(inject('demo'));
const pool = createServingPool({ connectionString: url }, () => undefined);
afterAll(() => pool.end());
const session = createDb(pool).$session({ accountId: demoAccountId, caller: 'test' });

const text = fc.oneof(
  fc.string({ unit: 'grapheme-ascii' }),
  fc.string({ unit: 'grapheme' }),
  // Rows longer than those that are decoded at once, and lengths with a high byte.
  fc.string({ unit: 'grapheme-ascii', minLength: 120, maxLength: 300 }),
  fc.string({ unit: fc.constantFrom('é', 'x', '😀'), minLength: 900, maxLength: 2_500 }),
);

test('values arrive as they were sent, whatever their characters and lengths', async () => {
  const row = fc.array(fc.option(text), { minLength: 1, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const sent = rows.map((values) =>
        session.send({ text: `select ${values.map((_, at) => `$${at + 1}::text`).join()}`, values }),
      );

      expect(await Promise.all(sent)).toEqual(rows.map((values) => [values]));
    }),
  );
});
