import { execute } from '../read/statement.ts';
import type { ConnectionSource } from '../wire/connection-queue.ts';
import { Session } from '../wire/session.ts';

export const channel = 'customer_changes';

/** Notifies outside of the writing transaction: PostgreSQL serializes commits that notify. */
export class Notifier {
  readonly #source: ConnectionSource;
  readonly #waiting = new Set<string>();
  #isUnderWay = false;

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  /** Sends immediately if nothing is in progress; otherwise batches the accounts. */
  notify(accountId: string): void {
    this.#waiting.add(accountId);
    if (!this.#isUnderWay) void this.#send(accountId);
  }

  async #send(accountId: string): Promise<void> {
    this.#isUnderWay = true;
    const accountIds = [...this.#waiting];
    this.#waiting.clear();
    const text = `/* customerChanged */ select pg_notify('${channel}', account) from unnest($1::text[]) account`;
    const session = new Session(this.#source, { accountId, caller: 'changes' });
    await execute(session, { text, values: [accountIds] }).catch(() => undefined);
    this.#isUnderWay = false;
    const [next] = this.#waiting;
    if (next !== undefined) void this.#send(next);
  }
}
