import { Seal } from '../../auth/seal.ts';

/** The scheme of the page that sent a request, by its header `x-session`. */
export type Scheme = 'http' | 'https';

export interface BrowserSession {
  /** A token or an API key. */
  readonly credential: string;
  /** Milliseconds. */
  readonly expiresAt: number;
}

interface SessionHeaders {
  readonly cookie: string | null | undefined;
  readonly 'x-session': string | null | undefined;
  readonly 'sec-fetch-site': string | null | undefined;
}

const maxMs = 43_200_000;

/** Browsers ignore longer cookies. */
const maxCookieLength = 4_000;

/** With https, a name that neither other hosts of the domain nor pages without encryption can set. */
const cookieNames = { https: '__Host-customer-gateway', http: 'customer-gateway' } as const;

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

export function cookieOf(header: string | null | undefined, name: string): string | undefined {
  const cookies = (header ?? '').split(';').map((each) => each.trim());
  return cookies.find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
}

/** A cookie that scripts cannot read, until the browser is closed; it is removed if the value is empty. */
export function cookieHeader(name: string, value: string, scheme: Scheme, sameSite = 'Strict'): string {
  const secure = scheme === 'https' ? '; Secure' : '';
  const removed = value === '' ? '; Max-Age=0' : '';
  return `${name}=${value}; Path=/; HttpOnly; SameSite=${sameSite}${secure}${removed}`;
}

/** The credentials of browsers that signed in: each browser holds its own, encrypted, in a cookie. */
export class Sessions {
  readonly seal: Seal;

  constructor(secret: string) {
    this.seal = new Seal(secret);
  }

  /** The header that starts a session; undefined if the credential is too long for a cookie. */
  start(credential: string, scheme: Scheme, expiresAt = Number.POSITIVE_INFINITY): string | undefined {
    const until = Math.min(expiresAt, Date.now() + maxMs);
    const value = this.seal.seal(purpose, { value: credential, expiresAt: until });
    return value.length > maxCookieLength ? undefined : cookieHeader(cookieNames[scheme], value, scheme);
  }

  end(scheme: Scheme): string {
    return cookieHeader(cookieNames[scheme], '', scheme);
  }

  /** The session of a request that one of the gateway's pages sent. */
  find(headers: SessionHeaders): BrowserSession | undefined {
    const scheme = schemeOf(headers);
    const text = scheme && cookieOf(headers.cookie, cookieNames[scheme]);
    const sealed = text ? this.seal.open(purpose, text) : undefined;
    if (typeof sealed?.value !== 'string') return undefined;
    return { credential: sealed.value, expiresAt: sealed.expiresAt };
  }
}
