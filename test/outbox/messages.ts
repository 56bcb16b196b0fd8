import { pino } from 'pino';
import { onTestFinished, vi } from 'vitest';
import { createDb, type Db } from '../../src/db/client.ts';
import { Deliverer, type DelivererOptions } from '../../src/outbox/deliverer.ts';
import * as add from '../builders.ts';
import type { TestDatabase } from '../database.ts';
import { openTestDatabase } from '../database.ts';
import { secret } from './receiver.ts';

export interface Outbox extends TestDatabase {
  readonly db: Db;
  readonly accountId: string;
  write(values?: object): Promise<string>;
  row(id: string): ReturnType<Db['outboxMessage']['findFirstOrThrow']>;
  /** Resolves once the message satisfies the condition. */
  until(id: string, is: (row: Awaited<ReturnType<Outbox['row']>>) => boolean): Promise<void>;
  /** Moves the message's next attempt into the past. */
  makeDue(id: string): Promise<void>;
}

export async function openOutbox(): Promise<Outbox> {
  const database = await openTestDatabase();
  const db = createDb(database.pool);
  const { id: accountId } = await add.addAccount(db);
  const row = (id: string) => db.outboxMessage.findFirstOrThrow({ where: { id } });
  return {
    ...database,
    db,
    accountId,
    async write(values = {}) {
      const id = `msg_${add.word()}`;
      const payload = { token: `token of ${id}` };
      const expiresAt = new Date(Date.now() + 3_600_000);
      const data = { accountId, id, topic: 'test.sent', recipient: 'ada@example.com', payload, expiresAt };
      await db.outboxMessage.create({ data: { ...data, ...values } });
      return id;
    },
    row,
    async until(id, is) {
      await vi.waitFor(
        async () => {
          if (!is(await row(id))) throw new Error(`Not yet: ${JSON.stringify(await row(id))}`);
        },
        { timeout: 20_000, interval: 10 },
      );
    },
    async makeDue(id) {
      await database.pool.query(
        `update outbox_messages set next_attempt_at = now() - interval '1 second' where id = $1`,
        [id],
      );
    },
  };
}

export const isSent = ({ sentAt }: { readonly sentAt: Date | null }): boolean => sentAt !== null;

/** A deliverer with short pauses, and the lines that it logs. */
export function deliver(
  { serving }: Pick<TestDatabase, 'serving'>,
  options: Pick<DelivererOptions, 'url'> & Partial<DelivererOptions>,
): { readonly deliverer: Deliverer; readonly lines: readonly string[] } {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => void lines.push(line) });
  const deliverer = new Deliverer({ db: createDb(serving), log, secrets: [secret], pollMs: 10, ...options });
  onTestFinished(() => deliverer.stop(0));
  return { deliverer, lines };
}
