import type { ConnectionSource } from '../connection-queue.ts';
import { Session } from '../session.ts';
import { execute } from '../statement.ts';

export const channel = 'customer_changes';

/**
 * Notifies all processes, including this one, of accounts with new changes. This
 * happens outside the writing transaction, because PostgreSQL serializes the
 * commits of transactions that notify. Polling makes up for lost notifications.
 */
export class Notifier {
  readonly #source: ConnectionSource;
  readonly #waiting = new Set<string>();
  #isUnderWay = false;

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  /**
   * Sends immediately if nothing is in progress; otherwise
   * batches the accounts, without duplicates, until it is done.
   */
  notify(accountId: string): void {
    this.#waiting.add(accountId);
    if (!this.#isUnderWay) void this.#send(accountId);
  }

  async #send(accountId: string): Promise<void> {
    this.#isUnderWay = true;
    const told = [...this.#waiting];
    this.#waiting.clear();
    const text = `/* customerChanged */ select pg_notify('${channel}', account) from unnest($1::text[]) account`;
    const session = new Session(this.#source, { accountId, caller: 'changes' });
    await execute(session, { text, values: [told] }).catch(() => undefined);
    this.#isUnderWay = false;
    const [next] = this.#waiting;
    if (next !== undefined) void this.#send(next);
  }
}
