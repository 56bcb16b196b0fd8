const scheme = location.protocol.slice(0, -1);
const door = document.getElementById('door');
const input = document.getElementById('token');
const issuer = document.getElementById('issuer');
const refusal = document.getElementById('refusal');
const box = document.getElementById('session');
const channel = new BroadcastChannel('customer-gateway.session');

/** Shows a text of the gateway about the sign-in. */
const say = (text = '') => {
  refusal.textContent = text;
};

/** Sends a request with the session of this browser: a cookie, which no script can read. */
const send = (url, init = {}) => fetch(url, { ...init, headers: { ...init.headers, 'x-session': scheme } });

async function messageOf(response) {
  const { errors } = await response.json();
  return errors[0].message;
}

async function readSession() {
  const response = await send('/session');
  if (!response.ok) throw new Error(await messageOf(response));
  return response.json();
}

/** Returns whether the credential is valid. */
async function enter(credential) {
  const authorization = `Bearer ${credential.trim().replace(/^Bearer\s+/i, '')}`;
  const response = await send('/session', { method: 'POST', headers: { authorization } });
  say(response.ok ? '' : await messageOf(response));
  return response.ok;
}

/** Leaves for the sign-in page of the issuer, which returns to this page. */
async function goToIssuer() {
  const page = location.pathname;
  const response = await send(`/session/oidc?${new URLSearchParams({ page })}`, { method: 'POST' });
  if (response.ok) location.assign((await response.json()).location);
  else say(await messageOf(response));
}

let pending;

function showDoor(resolve) {
  door.hidden = false;
  box.hidden = true;
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
    const session = await readSession();
    show(session);
    return session;
  });
  return pending;
}

const units = [
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

function timeLeft(until) {
  const ms = Math.max(0, until - Date.now());
  const [size, unit] = units.find(([each]) => ms >= 2 * each) ?? units.at(-1);
  return `${Math.floor(ms / size)} ${unit} left`;
}

let clock;

/** Keeps the time left current; when it is over, asks for another credential. */
function watch(until) {
  clearInterval(clock);
  if (until === null) return;
  const left = box.querySelector('[data-left]');
  const tick = () => {
    left.textContent = timeLeft(until);
    if (until > Date.now()) return;
    clearInterval(clock);
    say('The session has expired.');
    void asked();
  };
  tick();
  clock = setInterval(tick, 1_000);
}

const readers = ['customers:read', 'settings:write', 'account:admin'];

/** The name of the account, or its id if the scopes do not allow to read the name. */
async function accountNameOf({ accountId, scopes }) {
  if (!scopes.some((scope) => readers.includes(scope))) return accountId;
  const response = await send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ query: '{ viewer { account { name } } }' }),
  });
  const { data } = await response.json();
  return data?.viewer.account.name ?? accountId;
}

function fill(name, text) {
  box.querySelector(`[data-${name}]`).textContent = text;
}

function show(session) {
  box.hidden = !session.signsIn;
  if (!session.signsIn) return;
  fill('account', session.accountId);
  fill('id', session.accountId);
  fill('holder', session.service ?? 'an account user');
  fill('scopes', session.scopes.join(', ') || 'none');
  watch(session.expiresAt);
  accountNameOf(session).then(
    (name) => fill('account', name),
    () => undefined,
  );
}

async function leave() {
  await send('/session', { method: 'DELETE' });
  // Texts and history of one account are not shown to the next user of this browser.
  localStorage.clear();
  channel.postMessage('ended');
  location.replace(location.pathname);
}

issuer.addEventListener('click', () => void goToIssuer());
box.querySelector('button').addEventListener('click', () => void leave());
channel.addEventListener('message', ({ data }) => {
  if (data === 'ended') location.replace(location.pathname);
  else if (pending) location.reload();
});

/** Resolves with the session, at once or when the user has signed in; `signsIn` is false in demo mode. */
export async function openSession() {
  const session = await readSession();
  issuer.hidden = !session.hasIssuer;
  if (session.signsIn && !session.signedIn) {
    say(session.message);
    return asked();
  }
  show(session);
  return session;
}

/** Fetches with the session of this browser. Asks for other credentials as long as the gateway returns 401. */
export async function fetchSignedIn(url, init = {}) {
  const response = await send(url, init);
  if (response.status !== 401 || new Headers(init.headers).has('authorization')) return response;
  say(await messageOf(response));
  await asked();
  return fetchSignedIn(url, init);
}
