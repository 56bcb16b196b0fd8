import { Seal } from '../../auth/seal.ts';
import type { Viewer } from '../../auth/viewer.ts';
import { cookiesOf, cookieValue, type Scheme } from './cookies.ts';

/** The means to get the next credential from the issuer. */
export interface Renewal {
  readonly refreshToken: string;
  /** The caller of the session: the next credential must be of the same one. */
  readonly caller: string;
  /** The end of the session, in milliseconds. */
  readonly until: number;
}

export interface BrowserSession {
  /** A token or an API key. */
  readonly credential: string;
  /** The end of the credential, or of the session if it is earlier; milliseconds. */
  readonly expiresAt: number;
  readonly renewal?: Renewal;
}

export interface SessionHeaders {
  readonly cookie: string | null | undefined;
  readonly 'x-session': string | null | undefined;
  readonly 'sec-fetch-site': string | null | undefined;
}

const maxMs = 43_200_000;

const cookie = 'customer-gateway';
const purpose = 'session';

/**
 * The scheme of the gateway's own page; undefined for all other requests. No other site can send the header: it needs
 * permission by CORS, which the gateway never gives.
 */
export function schemeOf(headers: Omit<SessionHeaders, 'cookie'>): Scheme | undefined {
  const { 'x-session': scheme, 'sec-fetch-site': site } = headers;
  const isOwnPage = site == null || site === 'same-origin';
  return isOwnPage && (scheme === 'http' || scheme === 'https') ? scheme : undefined;
}

/** The session of a caller that signed in with this credential. */
export function newSession(
  credential: string,
  { caller, expiresAt = Number.POSITIVE_INFINITY }: Viewer,
  refreshToken?: string,
): BrowserSession {
  const until = Date.now() + maxMs;
  const session = { credential, expiresAt: Math.min(expiresAt, until) };
  return refreshToken === undefined ? session : { ...session, renewal: { refreshToken, caller, until } };
}

/** The same session with its next credential. */
export function nextSession(
  credential: string,
  { expiresAt = Number.POSITIVE_INFINITY }: Viewer,
  renewal: Renewal,
): BrowserSession {
  return { credential, expiresAt: Math.min(expiresAt, renewal.until), renewal };
}

/** The credentials of browsers that signed in: each browser holds its own, encrypted, in cookies. */
export class Sessions {
  readonly seal: Seal;

  constructor(secret: string) {
    this.seal = new Seal(secret);
  }

  /** The cookies of a session; undefined if it is too long for them. */
  start(session: BrowserSession, scheme: Scheme): readonly string[] | undefined {
    const expiresAt = session.renewal?.until ?? session.expiresAt;
    return cookiesOf(cookie, this.seal.seal(purpose, { value: session, expiresAt }), scheme);
  }

  end(scheme: Scheme): readonly string[] {
    return cookiesOf(cookie, '', scheme) ?? [];
  }

  /** The session of a request that one of the gateway's pages sent; its credential can have expired. */
  find(headers: SessionHeaders): BrowserSession | undefined {
    const scheme = schemeOf(headers);
    const text = scheme && cookieValue(headers.cookie, cookie, scheme);
    // Authenticated: only `start` seals values of this purpose.
    return text === undefined
      ? undefined
      : (this.seal.open(purpose, text)?.value as BrowserSession | undefined);
  }
}
