import { randomBytes } from 'node:crypto';
import type { Plugin } from 'graphql-yoga';

const place = '__OPTIONS_OF_THE_PAGE__';

// GraphiQL moves a tab from under the mouse the first time that it is clicked, and the click is lost.
const style = `.graphiql-tab { transform: none !important; }
#body { display: flex; flex-direction: column; height: 100vh; }
#pages { display: flex; gap: 1rem; padding: 0.3rem 1rem; font: 14px system-ui, sans-serif; background: #1d2029; }
#pages a { color: #b9d2ff; text-underline-offset: 0.15em; }
#pages a[aria-current] { color: #fff; font-weight: 600; text-decoration: none; }
#root { flex: 1; min-height: 0; }
.graphiql-container { height: 100%; }`;

const nav = `<nav id="pages" aria-label="Pages"><a href="/graphql" aria-current="page">GraphiQL</a><a href="/docs">Reference</a><a href="/voyager">Picture</a></nav>`;

/** The page around its options. It is as large as all of GraphiQL: read when a browser first asks for it. */
async function readFrame(): Promise<{ readonly head: string; readonly foot: string }> {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const [head = '', foot = ''] = renderGraphiQL({ title: 'Customer gateway', defaultQuery: place })
    .replace('<script>', () => '<script nonce="__NONCE__">')
    .replace('</style>', () => `${style}</style>`)
    .replace('<div id="root">', () => `${nav}<div id="root">`)
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

interface Tab {
  readonly query: string;
  readonly headers?: string;
}

/** What GraphiQL opens on. */
export type Examples = () => Promise<{ readonly defaultTabs: readonly Tab[] }>;

/** The operation that a link asks for comes first, beside the examples; it runs by a click, as they do. */
function tabsFor(query: string | null, [first, ...others]: readonly Tab[]) {
  // Without `query` a second visit opens on an empty tab.
  if (!query || !first) return { query: first?.query };
  return { query, defaultTabs: [{ ...first, query, variables: '' }, first, ...others] };
}

/** GraphiQL for browsers that open the endpoint, with examples that run; nothing is loaded from elsewhere. */
export function useGraphiQLPage(endpoint: string, examples: Examples): Plugin {
  return {
    async onRequest({ request, url, fetchAPI, endResponse }) {
      const isPage = request.method === 'GET' && request.headers.get('accept')?.includes('text/html');
      if (!isPage || url.pathname !== endpoint) return;
      const nonce = randomBytes(16).toString('base64url');
      const opened = await examples();
      const options = {
        title: 'Customer gateway',
        ...opened,
        ...tabsFor(url.searchParams.get('query'), opened.defaultTabs),
      };
      endResponse(new fetchAPI.Response(await pageOf(options, nonce), { headers: headersOf(nonce) }));
    },
  };
}
