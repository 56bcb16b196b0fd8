import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { type IssuedTokens, type OidcClient, RefreshRefused } from '../../auth/oidc.ts';
import { type Rejection, rejection } from '../rejection.ts';
import { isRejection } from '../request-pipeline.ts';
import type { SignIn, SignInRequest } from '../sign-in.ts';
import { type BrowserSession, nextSession, type Renewal } from './sessions.ts';

export interface RenewalsOptions {
  readonly client: OidcClient;
  readonly signIn: SignIn;
  readonly log: Logger;
}

/** Most refresh tokens are valid once. Requests with the former one get the same tokens for this time. */
const recentMs = 60_000;
const maxRecent = 1_000;

export const notRenewed = rejection({
  code: 'UNAUTHENTICATED',
  message: 'The session has ended, and the issuer did not renew it. Sign in again.',
});

export const issuerUnavailable = rejection({
  code: 'SERVICE_UNAVAILABLE',
  message: 'The issuer of AUTH_OIDC_ISSUER cannot be reached; retry in a few seconds.',
  headers: { 'retry-after': '1' },
});

/** Renews sessions with the refresh tokens of the issuer. */
export class Renewals {
  readonly #options: RenewalsOptions;
  /** By the hash of the former tokens. */
  readonly #recent = new LRUCache<string, Promise<IssuedTokens>>({ max: maxRecent, ttl: recentMs });

  constructor(options: RenewalsOptions) {
    this.#options = options;
  }

  /** The session with its next credential. Two tabs that renew it together get the same one. */
  async renew(session: BrowserSession, request: SignInRequest): Promise<BrowserSession | Rejection> {
    const { signIn, log } = this.#options;
    const { renewal } = session;
    if (renewal === undefined) return notRenewed;
    try {
      const { accessToken, refreshToken } = await this.#refreshed(session.credential, renewal);
      const viewer = await signIn(`Bearer ${accessToken}`, request);
      if (isRejection(viewer)) return viewer;
      return viewer.caller === renewal.caller
        ? nextSession(accessToken, viewer, {
            ...renewal,
            ...(refreshToken !== undefined && { refreshToken }),
          })
        : notRenewed;
    } catch (err) {
      const isRefused = err instanceof RefreshRefused;
      log[isRefused ? 'info' : 'warn']({ err }, 'session not renewed');
      return isRefused ? notRenewed : issuerUnavailable;
    }
  }

  #refreshed(credential: string, { refreshToken }: Renewal): Promise<IssuedTokens> {
    const key = hash('sha256', `${credential} ${refreshToken}`, 'base64');
    const known = this.#recent.get(key);
    if (known !== undefined) return known;
    const refreshed = this.#options.client.refresh(refreshToken);
    this.#recent.set(key, refreshed);
    refreshed.catch((err) => err instanceof RefreshRefused || this.#recent.delete(key));
    return refreshed;
  }

  /** Withdraws the refresh token of a session that ended, without delaying its end. */
  revoke({ renewal }: BrowserSession): void {
    const { client, log } = this.#options;
    if (renewal === undefined) return;
    client.revoke(renewal.refreshToken).catch((err) => log.warn({ err }, 'refresh token not revoked'));
  }
}
