import { html } from './html.ts';

/** All pages are public frames: they read the session, and ask for credentials if there is none. */
export const signInForm = html`<main id="door" hidden><form><h1>Sign in</h1>
<p>The sign-in is valid for all pages and tabs of this browser, for at most 12 hours or until you close it.</p>
<label for="token">Token or API key</label>
<input id="token" type="password" required autocomplete="off" spellcheck="false">
<button>Sign in</button> <button type="button" id="issuer" hidden>Sign in with your organization</button><p id="refusal" role="alert"></p></form></main>`;

export const sessionBox = html`<details id="session" hidden><summary><span data-account></span> <span data-left></span></summary>
<div><dl><dt>Your account</dt><dd data-id></dd><dt>Caller</dt><dd data-holder></dd><dt>Scopes</dt><dd data-scopes></dd><dt>Until</dt><dd data-until></dd></dl>
<button type="button">Sign out</button></div></details>`;
