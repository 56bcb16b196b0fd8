import { randomBytes } from 'node:crypto';
import { html } from '../reference/html.ts';
import { sessionBox, signInForm } from '../reference/session-form.ts';
import { dynamicResponse, type Page } from './page-request.ts';

const tools = html`<details id="examples"><summary>Examples</summary><div></div></details>
<span id="outcome" role="status"></span><label hidden><input type="checkbox" id="explain-box"> Explain</label> <button type="button" id="as-table" disabled>Table</button>`;

const table = html`<dialog id="table" aria-label="The result as a table"><p><label>List <select></select></label>
<button type="button" name="csv">Download CSV</button> <button type="button" name="close">Close</button></p>
<div tabindex="0" role="region" aria-label="Rows"><table></table></div></dialog>`;

function shellOf(base: string, nonce: string): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>Customer gateway</title><link rel="icon" href="${base}favicon.ico">
<link rel="stylesheet" href="${base}graphiql.css"><link rel="stylesheet" href="${base}page.css"><link rel="stylesheet" href="${base}session.css">
<script type="module" nonce="${nonce}" src="${base}start.js"></script>
<script defer nonce="${nonce}" src="${base}graphiql.js"></script></head>
<body id="body" class="no-focus-outline"><noscript>GraphiQL requires JavaScript.</noscript>
<header id="bar"><nav id="pages" aria-label="Pages"><a href="/graphql" aria-current="page">GraphiQL</a><a href="/docs">Reference</a><a href="/voyager">Picture</a></nav>${tools}${sessionBox}</header>
${signInForm}<main id="work"><h1 class="unseen">GraphiQL</h1><div id="root"></div><aside id="explain" aria-label="Explanation" tabindex="0" hidden></aside></main>${table}</body></html>`
    .text;
}

function headersOf(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy.join('; '),
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
  };
}

/** The same for every caller: its script reads the session, and with it the account's own ids for the examples. */
export function graphiqlPage(base: string): Page {
  const respond: Page['respond'] = async (request) => {
    const nonce = randomBytes(16).toString('base64url');
    return dynamicResponse(request, shellOf(base, nonce), headersOf(nonce));
  };
  return { isDynamic: true, respond };
}
