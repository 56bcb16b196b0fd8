/** Outcomes of a stream's requests, as its clients see them. */
export class Account {
  sent = 0;
  acknowledged = 0;
  reads = 0;
  /** Responses without a result, by status and code. */
  rejected = {
    /** @type {Record<string, number>} */
    writes: {},
    /** @type {Record<string, number>} */
    reads: {},
  };
  /** @type {Set<string>} names that responses have confirmed and no later write replaces */
  names = new Set();
  /** @type {string[]} */
  findings = [];
  /** The latest time when an acknowledged write was sent. */
  lastSentAt = 0;
  longestGapMs = 0;
  /** The longest response time, errors included. */
  slowestMs = 0;
  #slowestOfPhaseMs = 0;
  #lastAt = performance.now();

  /** @param {number} sentAt */
  answered(sentAt) {
    const ms = performance.now() - sentAt;
    this.slowestMs = Math.max(this.slowestMs, ms);
    this.#slowestOfPhaseMs = Math.max(this.#slowestOfPhaseMs, ms);
  }

  /** The longest response time since the last call. */
  takeSlowest() {
    const ms = this.#slowestOfPhaseMs;
    this.#slowestOfPhaseMs = 0;
    return ms;
  }

  /** @param {number} sentAt */
  acknowledge(sentAt) {
    this.acknowledged += 1;
    this.lastSentAt = Math.max(this.lastSentAt, sentAt);
    const now = performance.now();
    this.longestGapMs = Math.max(this.longestGapMs, now - this.#lastAt);
    this.#lastAt = now;
  }

  /**
   * @param {'writes' | 'reads'} kind
   * @param {{ status: number, body: string }} response
   */
  reject(kind, { status, body }) {
    const codes = [...body.matchAll(/"code":"(\w+)"/g)].map(([, code]) => code);
    // Reports an internal error even if another field failed first.
    const code = codes.find((each) => each === 'INTERNAL_SERVER_ERROR') ?? codes[0] ?? body.slice(0, 60);
    const label = `${status} ${code}`;
    const counts = this.rejected[kind];
    counts[label] = (counts[label] ?? 0) + 1;
  }

  /** The longest time without an acknowledged write since the last call. */
  takeLongestGap() {
    const gap = Math.max(this.longestGapMs, performance.now() - this.#lastAt);
    this.longestGapMs = 0;
    return gap;
  }
}

/**
 * Compares the acknowledged writes with the rows.
 * @param {Account} account
 * @param {readonly { name: string, version: number }[]} found the stream's customers
 */
export function compare({ names }, found) {
  const counts = new Map();
  for (const { name } of found) counts.set(name, (counts.get(name) ?? 0) + 1);
  const lost = [...names].filter((name) => !counts.has(name)).length;
  const repeated = [...counts.values()].filter((count) => count > 1).length;
  // A created customer has version 1, and its only update makes version 2.
  const twice = found.filter(({ name, version }) => version !== (name.endsWith(' renamed') ? 2 : 1)).length;
  return { lost, duplicated: repeated + twice };
}

const isInternal = (label) => /^500|INTERNAL/.test(label);

/** Labels of internal errors, over all kinds of requests. */
export const internalErrorsOf = (rejected) =>
  Object.values(rejected).flatMap((counts) => Object.keys(counts).filter(isInternal));
