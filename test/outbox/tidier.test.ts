import { expect, onTestFinished, test } from 'vitest';
import { createDb } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { Tidier } from '../../src/outbox/tidier.ts';
import { openOutbox } from './messages.ts';

const outbox = await openOutbox();
const { write, row, until, pool, serving } = outbox;

function tidy(): readonly string[] {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const tidier = new Tidier({ db: createDb(serving), log, pollMs: 20 });
  onTestFinished(() => tidier.stop());
  return lines;
}

const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

test('without a webhook, expired messages are cleared and then deleted; others wait', async () => {
  const [open, expired, old] = [
    await write(),
    await write({ expiresAt: ago(1) }),
    await write({ expiresAt: ago(31) }),
  ];
  const lines = tidy();

  await until(expired, ({ failedAt }) => failedAt !== null);
  expect(await row(expired)).toMatchObject({ payload: {}, lastError: 'expired', attempts: 0 });
  expect(await row(open)).toMatchObject({ failedAt: null, payload: { token: `token of ${open}` } });
  await expect(row(old)).rejects.toThrow();
  expect(lines).toEqual([]);
});

test('an outage is logged once, and messages are cleared afterwards', async () => {
  const expired = await write({ expiresAt: ago(1) });
  await pool.query('alter function outbox_tidy(integer) rename to renamed');
  const lines = tidy();
  await expect.poll(() => lines.length).toBe(1);
  await pool.query('alter function renamed(integer) rename to outbox_tidy');
  await until(expired, ({ failedAt }) => failedAt !== null);

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('expired messages cannot be cleared now');
});
