import type { SignInSubject } from '../db/wire/credential.ts';
import type { Observation } from '../observe/observation.ts';
import type { SharedCache } from '../shared-cache.ts';
import { readClaims } from './claims.ts';
import { CredentialError } from './credential.ts';
import type { LastUse } from './last-use.ts';
import type { LookUp } from './look-up.ts';
import type { Persons } from './person.ts';
import { isTimely, type TokenVerifier, type VerifiedToken } from './token.ts';
import type { Viewer } from './viewer.ts';

/** How long a disabled user can continue; monotonic, since the wall clock can be set back. */
const checkedForMs = 5_000;
/** The age from which a check is renewed in the background. */
const renewAfterMs = 4_000;

/** Estimated bytes of a known token, besides its text. */
const knownBytes = 1_200;

interface KnownToken {
  readonly viewer: Viewer;
  verified: VerifiedToken;
  /** The start of the last check of revocation and key, in the time of `performance.now()`. */
  checkedAt: number;
  renewal: Promise<void> | undefined;
}

export interface TokenChecks {
  readonly verifier: TokenVerifier;
  /** Whether a caller can sign in; not known from the token. */
  readonly canSignIn: LookUp<SignInSubject, boolean>;
  readonly persons: Persons;
  readonly lastUse: LastUse;
  readonly cache: SharedCache;
}

const ageOf = ({ checkedAt }: KnownToken): number => performance.now() - checkedAt;

/** Verifies signature and claims once, checks the times at every request, caller and key every 5 s. */
export class KnownTokens {
  readonly #verifier: TokenVerifier;
  readonly #canSignIn: LookUp<SignInSubject, boolean>;
  readonly #persons: Persons;
  readonly #lastUse: LastUse;
  readonly #cache: SharedCache;
  readonly #verifying = new Map<string, ReturnType<TokenVerifier['verify']>>();

  constructor({ verifier, canSignIn, persons, lastUse, cache }: TokenChecks) {
    this.#verifier = verifier;
    this.#canSignIn = canSignIn;
    this.#persons = persons;
    this.#lastUse = lastUse;
    this.#cache = cache;
  }

  async viewerOf(token: string, request?: Observation): Promise<Viewer> {
    const known = this.#timely(token);
    if (known === undefined) return this.#signIn(token, request);
    return this.checkedViewer(token) ?? this.#ensureChecked(token, known, request);
  }

  /** The viewer of a known token that needs no check now. */
  checkedViewer(token: string): Viewer | undefined {
    const known = this.#timely(token);
    if (known === undefined) return undefined;
    const age = ageOf(known);
    if (age >= checkedForMs) return undefined;
    // The next request sees a failure: the token is deleted, or its check becomes too old.
    if (age >= renewAfterMs) this.#renew(token, known, 'soon').catch(() => undefined);
    return known.viewer;
  }

  wasValidWithin(ms: number, token: string): boolean {
    const known = this.#timely(token);
    return known !== undefined && ageOf(known) < ms;
  }

  #timely(token: string): KnownToken | undefined {
    // Only this class writes under the texts of tokens.
    const known = this.#cache.get(token) as KnownToken | undefined;
    return known !== undefined && isTimely(known.verified) ? known : undefined;
  }

  async #signIn(token: string, request?: Observation): Promise<Viewer> {
    this.#cache.delete(token);
    const checkedAt = performance.now();
    const { claims, exp, nbf, selected } = await this.#verify(token);
    const { viewer: claimed, person } = readClaims(claims);
    // Of a person, this checks the account: no account user is created in a closed one.
    await this.#expectSignIn(claimed, 'now', request);
    const viewer =
      person === undefined
        ? claimed
        : { ...claimed, accountUserId: await this.#persons.accountUserOf(person, request) };
    this.#lastUse.note(viewer);
    const known: KnownToken = { viewer, verified: { exp, nbf, selected }, checkedAt, renewal: undefined };
    this.#cache.set(token, known, knownBytes + token.length, viewer);
    return viewer;
  }

  /** Verifies a token once for all requests that wait for it. */
  #verify(token: string): ReturnType<TokenVerifier['verify']> {
    const pending =
      this.#verifying.get(token) ??
      this.#verifier.verify(token).finally(() => void this.#verifying.delete(token));
    this.#verifying.set(token, pending);
    return pending;
  }

  async #expectSignIn(viewer: Viewer, when: 'now' | 'soon', request?: Observation): Promise<void> {
    const { accountId, accountUserId } = viewer;
    const subject = { accountId, accountUserId };
    if (!(await (when === 'now' ? this.#canSignIn.now(subject, request) : this.#canSignIn.soon(subject))))
      throw new CredentialError('a token of an unknown account or user');
  }

  async #ensureChecked(token: string, known: KnownToken, request?: Observation): Promise<Viewer> {
    const { renewal } = known;
    if (renewal !== undefined) {
      this.#canSignIn.flush();
      await renewal;
      // It may have begun too long ago.
      if (ageOf(known) < checkedForMs) return known.viewer;
    }
    await this.#renew(token, known, 'now', request);
    return known.viewer;
  }

  #renew(token: string, known: KnownToken, when: 'now' | 'soon', request?: Observation): Promise<void> {
    known.renewal ??= this.#check(token, known, when, request).finally(() => {
      known.renewal = undefined;
    });
    return known.renewal;
  }

  async #check(token: string, known: KnownToken, when: 'now' | 'soon', request?: Observation): Promise<void> {
    const startedAt = performance.now();
    try {
      const [hasKey] = await Promise.all([
        this.#verifier.hasKey(known.verified),
        this.#expectSignIn(known.viewer, when, request),
      ]);
      if (!hasKey) {
        const { exp, nbf, selected } = await this.#verify(token);
        known.verified = { exp, nbf, selected };
      }
      known.checkedAt = startedAt;
      this.#lastUse.note(known.viewer);
    } catch (error) {
      if (error instanceof CredentialError) this.#cache.delete(token);
      throw error;
    }
  }
}
