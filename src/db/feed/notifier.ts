import type { ConnectionSource } from '../connection-queue.ts';
import { Session } from '../session.ts';
import { execute } from '../statement.ts';

export const channel = 'customer_changes';

/**
 * Says to all processes, this one too, whose changes have grown. Not within the writing transaction: PostgreSQL lets
 * those that notify commit one at a time. What is lost, followers make up for when they look by themselves.
 */
export class Notifier {
  readonly #source: ConnectionSource;
  readonly #waiting = new Set<string>();
  #isUnderWay = false;

  constructor(source: ConnectionSource) {
    this.#source = source;
  }

  /** At once where nothing is under way; what comes until that is done is said together, each account once. */
  notify(accountId: string): void {
    this.#waiting.add(accountId);
    if (!this.#isUnderWay) void this.#send(accountId);
  }

  async #send(accountId: string): Promise<void> {
    this.#isUnderWay = true;
    const told = [...this.#waiting];
    this.#waiting.clear();
    const text = `/* customerChanged */ select pg_notify('${channel}', account) from unnest($1::text[]) account`;
    // On a connection that has the account already, mostly.
    const session = new Session(this.#source, { accountId, caller: 'changes' });
    await execute(session, { text, values: [told] }).catch(() => undefined);
    this.#isUnderWay = false;
    const [next] = this.#waiting;
    if (next !== undefined) void this.#send(next);
  }
}
