const key = 'customer-gateway.token';
const door = document.getElementById('door');
const input = document.getElementById('token');
const refusal = document.getElementById('refusal');

const authorization = () => {
  const token = sessionStorage.getItem(key);
  return token ? { authorization: `Bearer ${token}` } : {};
};

/** Shows the sign-in form. Resolves when the user has entered a token. */
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

/** Fetches with the token of this browser tab. Asks for another token as long as the gateway returns 401. */
export async function fetchSignedIn(url, init = {}) {
  const response = await fetch(url, { ...init, headers: { ...init.headers, ...authorization() } });
  if (response.status !== 401) return response;
  refusal.textContent = sessionStorage.getItem(key) ? (await response.json()).errors[0].message : '';
  sessionStorage.removeItem(key);
  await asked();
  return fetchSignedIn(url, init);
}
