import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainPauseMs } from '../../dist/outbox/schedule.js';
import { Receiver, secret } from './receiver.mjs';

const topic = 'drill.sent';
const pauseMs = 200;
const forwardMs = 1_000;
const usualLifetimeMs = 3_600_000;
/** Every fifth message expires during an outage. */
const shortLifetimeMs = 3_000;
/** A request may be on its way when the message expires. */
const lateMs = 1_000;
/** The part of the plain pause that a gateway waits at least. */
const leastPause = 0.8;

/** Writes messages to the outbox beside the fault, and checks what the receiver gets. */
export class Mail {
  receiver = new Receiver();
  #query;
  /** @type {Set<string>} ids of the messages that were certainly saved */
  #written = new Set();
  /** @type {number[]} times at which messages were made due before the end of their pause */
  #forwards = [];
  #isStopped = false;
  #done;

  /** @param {(text: string, values?: unknown[]) => Promise<import('pg').QueryResult>} query */
  constructor(query) {
    this.#query = query;
  }

  /** The options of a gateway that delivers the messages. */
  get env() {
    return { WEBHOOK_URL: this.receiver.url, WEBHOOK_SECRET: secret };
  }

  /** Writes messages until `finish`. */
  start() {
    this.#done = this.#writeAll();
  }

  async #writeAll() {
    for (let count = 1; !this.#isStopped; count += 1) {
      const lifetimeMs = count % 5 === 0 ? shortLifetimeMs : usualLifetimeMs;
      // The database may be down. Whether such a message was saved, its row says.
      await this.write({ lifetimeMs }).catch(() => undefined);
      await sleep(pauseMs);
    }
  }

  /**
   * Writes a message.
   * @param {{ respond?: string, lifetimeMs?: number }} [options] `respond`: the response to the first attempt
   * @returns {Promise<string>} its id
   */
  async write({ respond, lifetimeMs = usualLifetimeMs } = {}) {
    const id = `msg_${randomUUID().replaceAll('-', '')}`;
    const payload = { respond, token: randomUUID() };
    await this.#query(
      `insert into outbox_messages (account_id, id, topic, recipient, payload, expires_at)
       select a.id, $1, $2, $1 || '@' || a.id || '.example', $3, now() + $4 * interval '1 ms'
       from accounts a order by random() limit 1`,
      [id, topic, payload, lifetimeMs],
    );
    this.#written.add(id);
    return id;
  }

  /** The rows of all messages, or of some. */
  async rows(ids) {
    const { rows } = await this.#query(
      `select id, account_id as "accountId", recipient, attempts, created_at as "createdAt", expires_at as "expiresAt",
         sent_at is not null as "isSent", failed_at is not null as "isFailed", last_error as error
       from outbox_messages where topic = $1 and ($2::text[] is null or id = any ($2))`,
      [topic, ids],
    );
    return rows;
  }

  /** Ends the pauses and claims of all messages now, as if time had passed. */
  async forward() {
    await this.#query(
      `update outbox_messages set next_attempt_at = now()
       where topic = $1 and sent_at is null and failed_at is null and next_attempt_at > now()`,
      [topic],
    );
    this.#forwards.push(Date.now());
  }

  /**
   * Waits until no message is open, and compares the rows with the deliveries.
   * @param {number} timeoutMs
   * @returns {Promise<{ figure: string, findings: string[] }>}
   */
  async finish(timeoutMs) {
    this.#isStopped = true;
    await this.#done;
    const endsAt = performance.now() + timeoutMs;
    const isOpen = ({ isSent, isFailed }) => !isSent && !isFailed;
    let rows = await this.rows();
    for (let round = 0; rows.some(isOpen) && performance.now() < endsAt; round += 1) {
      // Messages that are in delivery need no help.
      if (round > 1) await this.forward();
      await sleep(forwardMs);
      rows = await this.rows();
    }
    return { figure: this.#figure(rows), findings: this.#findings(rows) };
  }

  async close() {
    this.#isStopped = true;
    await this.#done;
    await this.receiver.close();
  }

  #figure(rows) {
    const { deliveries } = this.receiver;
    const created = new Map(rows.map(({ id, createdAt }) => [id, createdAt.getTime()]));
    const first = new Map(deliveries.toReversed().map(({ id, at }) => [id, at - created.get(id)]));
    const longest = Math.max(0, ...first.values());
    return `messages: ${rows.length} written, ${first.size} sent, ${deliveries.length - first.size} further attempts, longest delay ${(longest / 1_000).toFixed(1)} s`;
  }

  #findings(rows) {
    const { findings, strayed, deliveries } = this.receiver;
    const known = new Set(rows.map(({ id }) => id));
    const lost = [...this.#written].filter((id) => !known.has(id)).length;
    const unknown = deliveries.filter(({ id }) => !known.has(id)).length;
    return [
      ...findings,
      ...(strayed > 0 ? [`${strayed} messages were sent to another address`] : []),
      ...(lost > 0 ? [`${lost} messages were deleted`] : []),
      ...(unknown > 0 ? [`${unknown} requests have the id of no message`] : []),
      ...rows.flatMap((row) => [...this.#deliveryFindings(row), ...this.#attemptFindings(row)]),
    ];
  }

  #deliveryFindings({ id, isSent, isFailed, error, expiresAt }) {
    const isAccepted = this.receiver.hasAccepted(id);
    if (isSent) return isAccepted ? [] : ['a message is recorded as sent that the receiver did not accept'];
    const isExpired = isFailed && error.startsWith('expired') && expiresAt.getTime() <= Date.now();
    return isExpired ? [] : [`a message was not delivered: ${error ?? 'no attempt'}`];
  }

  #attemptFindings({ id, accountId, recipient, expiresAt }) {
    const attempts = this.receiver.attemptsOf(id);
    const isLate = attempts.some(({ at }) => at > expiresAt.getTime() + lateMs);
    const isAltered = attempts.some(({ body }) => {
      const { data } = JSON.parse(body);
      return data.accountId !== accountId || data.recipient !== recipient || body !== attempts[0].body;
    });
    const isHasty = attempts.some(
      (attempt, place) => place > 0 && this.#isHasty(attempts[place - 1], attempt, place),
    );
    return [
      ...(isLate ? ['a message was sent after its expiry'] : []),
      ...(isAltered ? ['a message was sent with other content'] : []),
      ...(isHasty ? ['a message was sent again without a pause'] : []),
    ];
  }

  #isHasty(former, { at }, place) {
    const isForwarded = this.#forwards.some((time) => time >= former.at && time <= at);
    return !isForwarded && at - former.at < leastPause * plainPauseMs(place);
  }
}
