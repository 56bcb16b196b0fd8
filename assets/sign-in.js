const key = 'customer-gateway.token';
const door = document.getElementById('door');
const input = document.getElementById('token');
const refusal = document.getElementById('refusal');

const authorization = () => {
  const token = sessionStorage.getItem(key);
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** Until somebody gives a token. */
function asked() {
  door.hidden = false;
  input.focus();
  return new Promise((resolve) => {
    door.onsubmit = (event) => {
      event.preventDefault();
      sessionStorage.setItem(key, input.value.trim().replace(/^Bearer\s+/i, ''));
      input.value = '';
      door.hidden = true;
      resolve();
    };
  });
}

/** Fetches as who signed in in this tab; asks for a token, as often as the gateway says that there is none. */
export async function fetchSignedIn(url, init = {}) {
  const response = await fetch(url, { ...init, headers: { ...init.headers, ...authorization() } });
  if (response.status !== 401) return response;
  refusal.textContent = sessionStorage.getItem(key) ? (await response.json()).errors[0].message : '';
  sessionStorage.removeItem(key);
  await asked();
  return fetchSignedIn(url, init);
}
