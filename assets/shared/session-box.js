import { closeLikeMenu } from './popup.js';
import { send } from './session-request.js';

const box = document.getElementById('session');
closeLikeMenu(box);

/** A session is renewed a minute before its credential ends, or when two thirds of its time are over. */
const marginMs = 60_000;

const units = [
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
];

function timeLeft(ms) {
  const [size, unit] = units.find(([each]) => ms >= 2 * each) ?? units.at(-1);
  return `${Math.floor(Math.max(0, ms) / size)} ${unit} left`;
}

const fill = (name, text) => {
  box.querySelector(`[data-${name}]`).textContent = text;
};

let clock;

/** Keeps the time left current, by the clock of the gateway. */
function watch({ now, expiresAt, renewableUntil }, onDue) {
  clearInterval(clock);
  if (expiresAt === null) return;
  const ahead = Date.now() - now;
  const until = renewableUntil ?? expiresAt;
  fill('until', new Date(until + ahead).toLocaleTimeString([], { timeStyle: 'short' }));
  const margin = renewableUntil === null ? 0 : Math.min(marginMs, (expiresAt - now) / 3);
  const tick = () => {
    const time = Date.now() - ahead;
    fill('left', timeLeft(until - time));
    if (time < expiresAt - margin) return;
    clearInterval(clock);
    onDue();
  };
  clock = setInterval(tick, 1_000);
  tick();
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

/** Shows the session, and calls back when it is due to be renewed or over. */
export function showBox(session, onDue) {
  box.hidden = !session.signsIn;
  if (!session.signsIn) return;
  const isSame = box.querySelector('[data-id]').textContent === session.accountId;
  fill('id', session.accountId);
  fill('holder', session.service ?? 'an account user');
  fill('scopes', session.scopes.join(', ') || 'none');
  watch(session, onDue);
  if (isSame) return;
  fill('account', session.accountId);
  accountNameOf(session).then(
    (name) => fill('account', name),
    () => undefined,
  );
}

export function hideBox() {
  clearInterval(clock);
  box.hidden = true;
}
