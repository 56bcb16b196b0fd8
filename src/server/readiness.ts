import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { MigrationError } from '../db/admin/migration-file.ts';
import type { ProbedState, ProbeOptions } from '../db/admin/probe.ts';
import { type DatabaseFailure, databaseFailure } from '../db/wire/failure.ts';
import type { WriteState } from '../db/wire/write-state.ts';

const states = {
  /** No database check has completed since the start. */
  starting: { status: 503, writes: false },
  ready: { status: 200, writes: true },
  /** Only writes fail; 503 with READY_REQUIRES_WRITES. */
  'writes-fail': { status: 200, writes: false },
  'reads-fail': { status: 503, writes: false },
  'migrations-behind': { status: 503, writes: false },
  draining: { status: 503, writes: false },
} as const;

export type ReadyState = keyof typeof states;

interface CheckResult {
  readonly state: ReadyState;
  readonly reason?: string;
}

export interface ReadyResponse {
  readonly status: 200 | 503;
  readonly body: CheckResult & { readonly writes: boolean };
}

/** Checks the database; undefined if there is nothing to check. */
export type CheckReady = (options: ProbeOptions) => Promise<ProbedState | undefined>;

export interface ReadinessOptions {
  readonly check: CheckReady;
  readonly writes: WriteState;
  readonly requiresWrites?: boolean;
  readonly log: Logger;
}

/** Time for which a result is cached, and maximum wait of a response for a new result. */
const cacheMs = 1_000;
const waitMs = 900;

/** Time after the last failed write until the database is checked for accepting writes again. */
const recheckMs = { readOnly: 2_000, full: 5_000 } as const;

/** Time after the last failed write until it is ignored, where no check can replace it. */
const forgetMs = 30_000;

const readFailures: Readonly<Record<DatabaseFailure | 'unexpected', string>> = {
  unavailable: 'The database cannot be reached.',
  readOnly: 'The database check failed: the database is read-only.',
  full: 'The database is out of disk space or memory.',
  conflict: 'The database check failed: another transaction conflicts.',
  timeout: 'The database does not respond in time.',
  unexpected: 'The database check failed; the log has the error.',
};

const writeFailures = {
  recovering: 'The database server is in recovery: it is a standby, or is starting.',
  readOnly: 'The database is read-only.',
  full: 'The database is out of disk space or memory.',
} as const;

const staleText = (names: string): string =>
  `The indexes of the collation ${names} were built under another version of ICU: run \`customer-gateway migrate\`.`;

function outcomeOf({ pending, readOnly, stale = [] }: ProbedState): CheckResult {
  if (pending.length > 0)
    return {
      state: 'migrations-behind',
      reason: `${pending.length} migrations are pending: run \`customer-gateway migrate\`.`,
    };
  if (readOnly !== undefined) return { state: 'writes-fail', reason: writeFailures[readOnly] };
  if (stale.length > 0)
    return { state: 'ready', reason: staleText(stale.map(({ name }) => name).join(', ')) };
  return { state: 'ready' };
}

function outcomeOfError(error: unknown): CheckResult {
  if (error instanceof MigrationError) return { state: 'migrations-behind', reason: error.message };
  return { state: 'reads-fail', reason: readFailures[databaseFailure(error) ?? 'unexpected'] };
}

/** Whether the gateway can serve requests. One database check serves all probes of a second. */
export class Readiness {
  readonly #options: ReadinessOptions;
  #probed: CheckResult | undefined;
  #probedAt = Number.NEGATIVE_INFINITY;
  #flight: Promise<void> | undefined;
  #isUnanswered = false;
  #isDraining = false;
  #logged = '';
  #hasReportedNewer = false;
  #hasReportedStale = false;

  constructor(options: ReadinessOptions) {
    this.#options = options;
  }

  drain(): void {
    this.#isDraining = true;
  }

  async response(): Promise<ReadyResponse> {
    if (!this.#isDraining && performance.now() - this.#probedAt >= cacheMs) await this.#check();
    return this.#respond();
  }

  async #check(): Promise<void> {
    this.#flight ??= this.#probe().finally(() => {
      this.#flight = undefined;
      this.#isUnanswered = false;
    });
    if (this.#isUnanswered) return;
    const waiting = new AbortController();
    const late = sleep(waitMs, true, { signal: waiting.signal, ref: false }).catch(() => false);
    const isLate = await Promise.race([this.#flight.then(() => false), late]);
    waiting.abort();
    this.#isUnanswered ||= isLate;
  }

  /** Never rejects. */
  async #probe(): Promise<void> {
    const { check, writes, log } = this.#options;
    const { failure } = writes;
    const isDue = failure !== undefined && performance.now() - failure.at >= recheckMs[failure.kind];
    try {
      const found = await check({ isFresh: isDue, tryWrite: isDue && failure.kind === 'full' });
      this.#probed = found === undefined ? { state: 'ready' } : outcomeOf(found);
      if (isDue && found !== undefined && writes.failure === failure) this.#settle(found);
      if (found !== undefined && found.newer.length > 0 && !this.#hasReportedNewer) {
        this.#hasReportedNewer = true;
        log.warn({ newer: found.newer }, 'database has newer migrations');
      }
      const isStale = found?.stale !== undefined && found.stale.length > 0;
      if (isStale && !this.#hasReportedStale) log.warn({ stale: found.stale }, 'collation version changed');
      this.#hasReportedStale = isStale;
    } catch (error) {
      this.#probed = outcomeOfError(error);
      if (this.#probed.state !== this.#logged) log.warn({ err: error }, 'database check failed');
    }
    this.#probedAt = performance.now();
  }

  /** Clears the write failure if a check on a new connection shows that writes succeed again. */
  #settle({ readOnly, hasWritten }: ProbedState): void {
    const { writes } = this.#options;
    const { failure } = writes;
    if (failure === undefined || readOnly !== undefined) return;
    if (hasWritten === false) writes.stillFails();
    const isOld = performance.now() - failure.at >= forgetMs;
    const isGood = failure.kind === 'readOnly' || hasWritten === true;
    if (isGood || (hasWritten === undefined && isOld)) writes.succeeded();
  }

  #outcome(): CheckResult {
    if (this.#isDraining) return { state: 'draining', reason: 'The gateway is stopping.' };
    if (this.#probed === undefined)
      return { state: 'starting', reason: 'The database has not responded since the start.' };
    if (this.#isUnanswered) return { state: 'reads-fail', reason: readFailures.timeout };
    const { failure } = this.#options.writes;
    if (this.#probed.state === 'ready' && failure !== undefined)
      return { state: 'writes-fail', reason: writeFailures[failure.kind] };
    return this.#probed;
  }

  #respond(): ReadyResponse {
    const outcome = this.#outcome();
    const { status, writes } = states[outcome.state];
    const isRejected = outcome.state === 'writes-fail' && this.#options.requiresWrites === true;
    this.#report(outcome);
    return { status: isRejected ? 503 : status, body: { ...outcome, writes } };
  }

  #report({ state, reason }: CheckResult): void {
    if (state === this.#logged) return;
    const { log } = this.#options;
    if (state === 'ready') {
      if (this.#logged !== '') log.info('ready');
    } else if (state === 'draining') log.info('draining');
    else if (state === 'starting') log.info({ state, reason }, 'not ready');
    else log.warn({ state, reason }, state === 'writes-fail' ? 'database accepts no writes' : 'not ready');
    this.#logged = state;
  }
}
