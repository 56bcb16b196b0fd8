import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Observation } from './observation.ts';
import type { Observer, Statement } from './observer.ts';
import { isRefused, outcomeOf } from './outcome.ts';

export type AccessLogMode = 'all' | 'errors' | 'slow' | 'off';

export interface AccessLogOptions {
  readonly log: Logger;
  readonly mode: Exclude<AccessLogMode, 'off'>;
  /** From this time on, requests and statements are slow. */
  readonly slowMs: number;
  readonly summaryMs?: number;
}

/** The maximum number of lines in a minute, of requests (except in the mode `all`) and of statements. */
export const maxLines = { requests: 600, statements: 60 } as const;

/** The number of callers and codes whose refusals are counted separately, and of those that a summary names. */
const [maxCounted, maxNamed] = [1_000, 10];

const minuteMs = 60_000;

const rounded = (ms: number): number => Math.round(ms * 10) / 10;

/** The hash of the document, whether it is valid or not. */
const hashOf = ({ operation, text }: Observation): string | undefined =>
  operation?.hash ?? (text ? createHash('sha256').update(text).digest('hex') : undefined);

function lineOf(observation: Observation) {
  const { operation, requestId, accountId, caller, requestedCost, actualCost } = observation;
  return {
    requestId,
    method: observation.method,
    operation: operation?.name,
    type: operation?.type,
    document: hashOf(observation),
    ...(accountId !== '' && { account: accountId, caller }),
    status: observation.status,
    outcome: outcomeOf(observation),
    ...(observation.codes.length > 0 && { codes: observation.codes }),
    ...(requestedCost > 0 && { cost: { requested: requestedCost, actual: actualCost } }),
    ms: rounded(observation.durationMs),
    queueMs: rounded(observation.queueMs),
    databaseMs: rounded(observation.databaseMs),
    ownMs: rounded(observation.ownMs),
    statements: observation.statements,
    rows: observation.rows,
    bytes: observation.bytes,
    ...(observation.isStream && { stream: true }),
  };
}

interface Refusals {
  readonly account: string;
  readonly caller: string;
  readonly code: string;
  requests: number;
}

/** A line for each request that the mode selects. Refused requests, which come in large numbers, are also summed up. */
export class AccessLog implements Partial<Observer> {
  readonly #log: Logger;
  readonly #mode: AccessLogOptions['mode'];
  readonly #slowMs: number;
  readonly #clock: NodeJS.Timeout;
  #codes: Record<string, number> = {};
  #refusals = new Map<string, Refusals>();
  #refused = 0;
  #lines = { requests: 0, statements: 0 };
  #since = performance.now();

  constructor({ log, mode, slowMs, summaryMs = minuteMs }: AccessLogOptions) {
    // Which lines are written depends on the mode only, unless nothing is to be logged.
    this.#log = log.level === 'silent' ? log : log.child({}, { level: 'info' });
    this.#mode = mode;
    this.#slowMs = slowMs;
    this.#clock = setInterval(() => this.summarise(), summaryMs).unref();
  }

  close(): void {
    clearInterval(this.#clock);
    this.summarise();
  }

  ended(observation: Observation): void {
    if (isRefused(observation)) this.#refuse(observation);
    if (this.#selects(observation) && this.#hasRoom('requests'))
      this.#log.info(lineOf(observation), 'request');
  }

  statement({ name, ms, rows, requestId }: Statement): void {
    if (ms < this.#slowMs || !this.#hasRoom('statements')) return;
    this.#log.warn({ requestId, statement: name, ms: rounded(ms), rows }, 'slow statement');
  }

  #selects(observation: Observation): boolean {
    if (this.#mode === 'all') return true;
    if (isRefused(observation)) return false;
    if (outcomeOf(observation) !== 'ok') return true;
    return this.#mode === 'slow' && observation.durationMs >= this.#slowMs;
  }

  #hasRoom(kind: keyof typeof maxLines): boolean {
    this.#lines[kind] += 1;
    return this.#lines[kind] <= maxLines[kind] || (kind === 'requests' && this.#mode === 'all');
  }

  #refuse({ accountId: account, caller, codes, status }: Observation): void {
    const [code = String(status)] = codes;
    this.#refused += 1;
    this.#codes[code] = (this.#codes[code] ?? 0) + 1;
    const key = `${code} ${account} ${caller}`;
    const known = this.#refusals.get(key);
    if (known !== undefined) known.requests += 1;
    else if (this.#refusals.size < maxCounted)
      this.#refusals.set(key, { account, caller, code, requests: 1 });
  }

  /** Writes the summary of refused requests, and the number of lines left out. */
  summarise(): void {
    const seconds = Math.round((performance.now() - this.#since) / 1_000);
    this.#since = performance.now();
    if (this.#refused > 0) {
      const all = [...this.#refusals.values()].sort((a, b) => b.requests - a.requests);
      const facts = { seconds, requests: this.#refused, codes: this.#codes, callers: all.slice(0, maxNamed) };
      this.#log.info(facts, 'refused requests');
    }
    const leftOut = {
      requests: this.#mode === 'all' ? 0 : Math.max(0, this.#lines.requests - maxLines.requests),
      statements: Math.max(0, this.#lines.statements - maxLines.statements),
    };
    if (leftOut.requests + leftOut.statements > 0)
      this.#log.warn({ seconds, ...leftOut }, 'lines left out of the access log');
    this.#codes = {};
    this.#refusals = new Map();
    this.#refused = 0;
    this.#lines = { requests: 0, statements: 0 };
  }
}
