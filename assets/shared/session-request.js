const scheme = location.protocol.slice(0, -1);

/** To the other tabs of this browser: `started`, `renewed` or `ended`. */
export const channel = new BroadcastChannel('customer-gateway.session');

/** Sends a request with the session of this browser: a cookie, which no script can read. */
export async function send(url, init = {}) {
  const headers = new Headers({ ...init.headers, 'x-session': scheme });
  try {
    return await fetch(url, { ...init, headers });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new Error('The gateway cannot be reached.');
  }
}

/** The message of a response that is an error. Node and proxies reject long headers without one. */
export async function messageOf(response) {
  if (response.status === 431)
    return 'The token is too long, or this browser sends too many cookies to this host (status 431).';
  const body = await response.json().catch(() => undefined);
  return body?.errors?.[0]?.message ?? `The gateway cannot be reached (status ${response.status}).`;
}

export async function readSession() {
  const response = await send('/session');
  if (!response.ok) throw new Error(await messageOf(response));
  return response.json();
}

/** Runs in one tab at a time; in all of them where the browser has no locks, as without https. */
const alone = (run) => (navigator.locks ? navigator.locks.request('customer-gateway.session', run) : run());

/**
 * The session after the credential that ends at `expiresAt`: renewed by this tab or another one. It is unchanged, with
 * a message, if the issuer cannot be reached; if the issuer refuses, it has no `renewableUntil`.
 */
export const renewed = (expiresAt) =>
  alone(async () => {
    const before = await readSession();
    if (before.renewableUntil === null || (before.signedIn && before.expiresAt > expiresAt)) return before;
    const response = await send('/session/renew', { method: 'POST' });
    if (response.ok) {
      channel.postMessage('renewed');
      return readSession();
    }
    const message = await messageOf(response);
    const after = await readSession();
    const isRefused = response.status === 401 && after.expiresAt === before.expiresAt;
    return { ...after, message, ...(isRefused && { renewableUntil: null }) };
  });
