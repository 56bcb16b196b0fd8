import type { GraphQLError } from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import { type Rejection, rejected } from '../rejection.ts';

/** Authenticates again with the same credentials; returns the viewer, or the rejection. */
export type Renew = () => Promise<Viewer | Rejection>;

const expired = (): GraphQLError =>
  rejected({
    code: 'UNAUTHENTICATED',
    message:
      'The token or API key has expired or was revoked; subscribe again with a new one, with the cursor of the last change as `after`.',
  });

interface Watched {
  readonly expiresAt: number;
  readonly renew: Renew;
  readonly end: (why: GraphQLError) => void;
  /** Time of the next check, by `performance.now()`. */
  checkAt: number;
}

/** Ends subscriptions whose credentials expired or became invalid; one timer checks all of them. */
export class CredentialChecks {
  readonly #everyMs: number;
  readonly #watched = new Set<Watched>();
  #clock: NodeJS.Timeout | undefined;

  constructor(everyMs: number) {
    this.#everyMs = everyMs;
  }

  /** Calls `end` at most 1 s after the credentials expire or are rejected. Returns the function to stop. */
  watch(
    { expiresAt = Number.POSITIVE_INFINITY }: { readonly expiresAt: number | undefined },
    renew: Renew,
    end: Watched['end'],
  ): () => void {
    const watched = { expiresAt, renew, end, checkAt: performance.now() + this.#everyMs };
    this.#watched.add(watched);
    this.#clock ??= setInterval(() => this.#tick(), Math.min(1_000, this.#everyMs)).unref();
    return () => this.#delete(watched);
  }

  #delete(watched: Watched): void {
    this.#watched.delete(watched);
    if (this.#watched.size > 0) return;
    clearInterval(this.#clock);
    this.#clock = undefined;
  }

  #tick(): void {
    const [now, date] = [performance.now(), Date.now()];
    for (const watched of this.#watched)
      if (watched.expiresAt <= date) watched.end(expired());
      else if (watched.checkAt <= now) void this.#check(watched, now);
  }

  async #check(watched: Watched, now: number): Promise<void> {
    watched.checkAt = now + this.#everyMs;
    const found = await watched.renew();
    // If the check fails for another reason, the credentials stay valid until the next check.
    if ('status' in found && found.status === 401 && this.#watched.has(watched)) watched.end(expired());
  }
}
