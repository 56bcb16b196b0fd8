import { randomBytes } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

const place = '__OPTIONS_OF_THE_PAGE__';

/** The page around its options. It is as large as all of GraphiQL: read when a browser first asks for it. */
async function readFrame(): Promise<{ readonly head: string; readonly foot: string }> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const [head = '', foot = ''] = renderGraphiQL({ title: 'Customer gateway', defaultQuery: place })
    .replace('<script>', () => '<script nonce="__NONCE__">')
    // GraphiQL moves a tab from under the mouse the first time that it is clicked, and the click is lost.
    .replace('</style>', () => '.graphiql-tab { transform: none !important; }</style>')
    .split(`{"title":"Customer gateway","defaultQuery":"${place}"}`);
  return { head, foot };
}

let frame: ReturnType<typeof readFrame> | undefined;

/** What is in the options stays text: it cannot end the script that it stands in. */
async function pageOf(options: object, nonce: string): Promise<string> {
  frame ??= readFrame();
  const { head, foot } = await frame;
  const json = JSON.stringify(options).replaceAll('<', '\\u003c');
  return head.replace('__NONCE__', nonce) + json + foot;
}

function headersOf(nonce: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    "style-src 'unsafe-inline'",
    "img-src 'self' data:",
    'font-src data:',
    'worker-src blob:',
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

/** What GraphiQL opens on. */
export type Examples = () => Promise<{ readonly defaultTabs: readonly { readonly query: string }[] }>;

/** GraphiQL for browsers that open the endpoint, with examples that run; nothing is loaded from elsewhere. */
export function useGraphiQLPage(endpoint: string, examples: Examples): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const isPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html');
      if (!isPage || url.pathname !== endpoint) return;
      const nonce = randomBytes(16).toString('base64url');
      const opened = await examples();
      // Without `query` a second visit opens on an empty tab.
      const options = { title: 'Customer gateway', query: opened.defaultTabs[0]?.query, ...opened };
      endResponse(new fetchAPI.Response(await pageOf(options, nonce), { headers: headersOf(nonce) }));
    },
  };
}
