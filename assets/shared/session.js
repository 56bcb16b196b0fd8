import { hideBox, showBox } from './session-box.js';
import { channel, messageOf, readSession, renewed, send } from './session-request.js';

const door = document.getElementById('door');
const input = document.getElementById('token');
const issuer = document.getElementById('issuer');
const refusal = document.getElementById('refusal');
const signOut = document.querySelector('#session button');

/** The part of the page that the issuer's return does not keep. */
const placeKey = 'customer-gateway.place';
const place = sessionStorage.getItem(placeKey);
sessionStorage.removeItem(placeKey);
if (place?.startsWith(location.pathname)) history.replaceState(null, '', place);

/** Shows a text of the gateway about the sign-in. */
const say = (text = '') => {
  refusal.textContent = text;
};

const startWith = (authorization) => send('/session', { method: 'POST', headers: { authorization } });

/** Returns whether the credential is valid. */
async function enter(text) {
  const credential = text.trim().replace(/^Bearer\s+/i, '');
  if (!/^[!-~]+$/.test(credential)) {
    say('A token or API key has only ASCII letters, digits and signs, without spaces.');
    return false;
  }
  const authorization = `Bearer ${credential}`;
  let response = await startWith(authorization);
  // The cookies of a former session can be as long as the new token.
  if (response.status === 431) {
    await send('/session', { method: 'DELETE' });
    response = await startWith(authorization);
  }
  say(response.ok ? '' : await messageOf(response));
  return response.ok;
}

/** Leaves for the sign-in page of the issuer, which returns to this page. */
async function goToIssuer() {
  const page = location.pathname;
  const response = await send(`/session/oidc?${new URLSearchParams({ page })}`, { method: 'POST' });
  if (!response.ok) return say(await messageOf(response));
  sessionStorage.setItem(placeKey, page + location.search + location.hash);
  location.assign((await response.json()).location);
}

/** The session that the page shows. */
let current;
let pending;

function showDoor(resolve) {
  door.hidden = false;
  hideBox();
  input.focus();
  door.onsubmit = async (event) => {
    event.preventDefault();
    const isValid = await enter(input.value).catch(({ message }) => say(message));
    input.select();
    if (!isValid) return;
    input.value = '';
    door.hidden = true;
    channel.postMessage('started');
    resolve();
  };
}

/** Shows the form. Resolves with the session when the user has signed in; all callers wait for the same form. */
function asked() {
  pending ??= new Promise(showDoor).then(async () => {
    pending = undefined;
    return show(await readSession());
  });
  return pending;
}

/** While the gateway restarts, the session is neither renewed nor over. */
const retryMs = 5_000;

const whenDue = () => void goOn().catch(() => setTimeout(whenDue, retryMs));

/** Removes the texts and the history of an account, which the next user of this browser must not see. */
function forget() {
  localStorage.clear();
  // GraphiQL stores its tabs with a delay, until the page is left.
  addEventListener('pagehide', () => localStorage.clear());
  location.replace(location.pathname);
}

const ownerKey = 'customer-gateway.account';

function keepApart({ accountId }) {
  const owner = localStorage.getItem(ownerKey);
  if (owner !== null && owner !== accountId) localStorage.clear();
  localStorage.setItem(ownerKey, accountId);
}

function show(session) {
  if (session.signedIn && current?.signedIn && current.accountId !== session.accountId) {
    forget();
    return new Promise(() => undefined);
  }
  current = session;
  if (session.signedIn) keepApart(session);
  showBox(session, whenDue);
  return session;
}

/** Shows the session after the current credential, or the form if there is none. */
async function goOn() {
  const { expiresAt, renewableUntil } = current;
  const next = renewableUntil === null ? await readSession() : await renewed(expiresAt);
  if (next.signedIn) return show(next);
  say(next.message ?? 'The session has expired.');
  return asked();
}

async function leave() {
  await send('/session', { method: 'DELETE' });
  channel.postMessage('ended');
  forget();
}

issuer.addEventListener('click', () => void goToIssuer().catch(({ message }) => say(message)));
signOut.addEventListener('click', () => void leave().catch(({ message }) => alert(message)));
channel.addEventListener('message', async ({ data }) => {
  if (data === 'ended') forget();
  else if (pending) location.reload();
  else show(await readSession());
});

/** Resolves with the session, at once or when the user has signed in; `signsIn` is false in demo mode. */
export async function openSession() {
  current = await readSession();
  issuer.hidden = !current.hasIssuer;
  if (!current.signsIn || current.signedIn) return show(current);
  if (current.renewableUntil !== null) return goOn();
  say(current.message);
  return asked();
}

/** Fetches with the session of this browser. On 401, renews it if possible, and else asks for other credentials. */
export async function fetchSignedIn(url, init = {}, isRenewed = false) {
  const response = await send(url, init);
  if (response.status !== 401 || new Headers(init.headers).has('authorization')) return response;
  const canRenew = !isRenewed && current.renewableUntil !== null;
  if (canRenew) await goOn();
  else {
    say(await messageOf(response));
    await asked();
  }
  return fetchSignedIn(url, init, canRenew);
}
