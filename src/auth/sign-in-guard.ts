import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Observation } from '../observe/observation.ts';
import { type Authenticate, CredentialError } from './credential.ts';
import type { Viewer } from './viewer.ts';

/** Thrown if the address has too many failed sign-ins and the credential is not known to be valid. */
export class TooManyFailedSignIns extends Error {
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('too many failed sign-ins');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Signs in a request from an address; undefined if the request did not arrive on a socket. */
export type GuardedAuthenticate = (
  authorization: string | null,
  address: string | undefined,
  request?: Observation,
) => Promise<Viewer>;

const rejectedMs = 10_000;
const knownMs = 3_600_000;
const maxEntries = 10_000;

/** The remaining failures, refilled over time. Pending attempts count as failed until they succeed. */
class Attempts {
  readonly #perMinute: number;
  readonly #waiting: (() => void)[] = [];
  #left: number;
  #at = performance.now();
  #pending = 0;

  constructor(perMinute: number) {
    this.#perMinute = perMinute;
    this.#left = perMinute;
  }

  get #secondsEach(): number {
    return 60 / this.#perMinute;
  }

  #refill(): void {
    const now = performance.now();
    this.#left = Math.min(this.#perMinute, this.#left + (now - this.#at) / 1_000 / this.#secondsEach);
    this.#at = now;
  }

  get isBlocked(): boolean {
    this.#refill();
    return this.#left < 1;
  }

  get retryAfterSeconds(): number {
    this.#refill();
    return Math.max(1, Math.ceil((1 - this.#left) * this.#secondsEach));
  }

  /** Waits while the pending attempts would use up the remaining failures if they all failed. */
  async begin(): Promise<void> {
    while (!this.isBlocked && this.#pending + 1 > this.#left)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.isBlocked) throw new TooManyFailedSignIns(this.retryAfterSeconds);
    this.#pending += 1;
  }

  end(hasFailed: boolean): void {
    this.#pending -= 1;
    if (hasFailed) this.#left -= 1;
    for (const resume of this.#waiting.splice(0, hasFailed ? Number.POSITIVE_INFINITY : 1)) resume();
  }
}

/** The caller that a token claims, before its signature is verified. */
function claimedCaller(authorization: string): string | undefined {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(authorization.split('.')[1] ?? '', 'base64url').toString(),
    );
    if (typeof claims !== 'object' || claims === null) return undefined;
    const { account, sub } = claims as { readonly account?: unknown; readonly sub?: unknown };
    return typeof account === 'string' && typeof sub === 'string' ? `${account} ${sub}` : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Above its limit of failures, an address can use only credentials that were valid within the last hour, and
 * new tokens of callers that signed in from it: neither is a guess, and both are still verified.
 */
export function guardSignIn(authenticate: Authenticate, perMinute: number): GuardedAuthenticate {
  const rejected = new LRUCache<string, CredentialError>({ max: maxEntries, ttl: rejectedMs });
  const known = new LRUCache<string, true>({ max: maxEntries, ttl: knownMs, updateAgeOnGet: true });
  const attempts = new LRUCache<string, Attempts>({ max: maxEntries });

  function attemptsOf(key: string): Attempts {
    const found = attempts.get(key) ?? new Attempts(perMinute);
    attempts.set(key, found);
    return found;
  }

  function countedBy(authorization: string, address: string): Attempts {
    const ofAddress = attemptsOf(address);
    if (!ofAddress.isBlocked) return ofAddress;
    const caller = claimedCaller(authorization);
    const place = `${address} ${caller}`;
    return caller !== undefined && known.get(place) ? attemptsOf(place) : ofAddress;
  }

  function remember(key: string, authorization: string, address: string | undefined): void {
    known.set(key, true);
    const caller = address === undefined ? undefined : claimedCaller(authorization);
    if (caller !== undefined) known.set(`${address} ${caller}`, true);
  }

  return async (authorization, address, request) => {
    if (authorization === null) return authenticate(authorization);
    const key = hash('sha256', authorization, 'base64');
    const reason = rejected.get(key);
    if (reason !== undefined) throw reason;
    const isKnown =
      known.get(key) === true || authenticate.known?.wasValidWithin(knownMs, authorization) === true;
    const counted = isKnown || address === undefined ? undefined : countedBy(authorization, address);
    await counted?.begin();
    let hasFailed = false;
    try {
      const viewer = await authenticate(authorization, request);
      if (!isKnown) remember(key, authorization, address);
      return viewer;
    } catch (error) {
      hasFailed = error instanceof CredentialError && !error.isMissing;
      if (error instanceof CredentialError && error.isLasting) rejected.set(key, error);
      throw error;
    } finally {
      counted?.end(hasFailed);
    }
  };
}
