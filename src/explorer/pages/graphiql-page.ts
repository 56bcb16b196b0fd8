import { randomBytes } from 'node:crypto';
import { html } from '../reference/html.ts';
import { cachedFor } from './cached-for.ts';
import { dynamicResponse, type Page } from './page-request.ts';

/** Options are embedded as data: no text in them can end their script element. */
function shellOf(base: string, nonce: string, options: object): string {
  const head = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Customer gateway</title><link rel="icon" href="${base}favicon.ico">
<link rel="stylesheet" href="${base}graphiql.css"><link rel="stylesheet" href="${base}page.css">
<script type="module" nonce="${nonce}" src="${base}start.js"></script>
<script defer nonce="${nonce}" src="${base}graphiql.js"></script></head>
<body id="body" class="no-focus-outline"><noscript>GraphiQL requires JavaScript.</noscript>
<nav id="pages" aria-label="Pages"><a href="/graphql" aria-current="page">GraphiQL</a><a href="/docs">Reference</a><a href="/voyager">Picture</a></nav>
<div id="root"></div>`;
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  return `${head.text}<script type="application/json" id="options">${json}</script></body></html>`;
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

interface Tab {
  readonly query: string;
  readonly headers?: string;
}

export type Examples = () => Promise<{ readonly defaultTabs: readonly Tab[] }>;

const examplesMs = 10_000;

/** Puts a link's operation before the examples. GraphiQL runs it only on a click. */
function tabsFor(query: string | null, [first, ...others]: readonly Tab[]) {
  // Without `query`, a second visit opens an empty tab.
  if (!query || !first) return { query: first?.query };
  return { query, defaultTabs: [{ ...first, query, variables: '' }, first, ...others] };
}

export function graphiqlPage(base: string, examples: Examples): Page {
  const cachedExamples = cachedFor(examplesMs, examples);
  const respond: Page['respond'] = async (request) => {
    const nonce = randomBytes(16).toString('base64url');
    const opened = await cachedExamples();
    const tabs = tabsFor(request.url.searchParams.get('query'), opened.defaultTabs);
    const options = { title: 'Customer gateway', ...opened, ...tabs };
    return dynamicResponse(request, shellOf(base, nonce, options), headersOf(nonce));
  };
  return { isDynamic: true, respond };
}
