import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { requestIdOf } from './yoga.ts';

type Text = () => Promise<string>;

interface Served {
  readonly type: 'html' | 'css' | 'javascript';
  readonly text: Text;
}

/** Nothing is loaded from elsewhere, and nothing runs that stands in the page itself. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const assets = new URL('../../../assets/', import.meta.url);

const asset = (name: string, type: Served['type']): [string, Served] => [
  `/docs/assets/${name}`,
  { type, text: () => readFile(new URL(name, assets), 'utf8') },
];

async function layoutLibrary(): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve('@dagrejs/dagre/package.json');
  return readFile(join(dirname(manifest), 'dist', 'dagre.esm.js'), 'utf8');
}

/** Made when it is first asked for, and kept. */
function once(make: Text): Text {
  let made: Promise<string> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

export interface ReferenceOptions {
  readonly schema: GraphQLSchema;
  readonly endpoint: string;
  /** Whether callers sign in: then the pages are frames, which hold nothing of the schema. */
  readonly signsIn: boolean;
}

function contentFor({ schema, endpoint }: ReferenceOptions): Text {
  return once(async () => (await import('../reference/content.ts')).contentOf(schema, endpoint));
}

function framesFor(options: ReferenceOptions, content: Text): ReadonlyMap<string, Served> {
  const pages = () => import('../reference/page.ts');
  const docs = async () => (await pages()).docsPage(options.signsIn ? null : await content());
  const voyager = async () => (await pages()).voyagerPage(options.endpoint);
  return new Map<string, Served>([
    ['/docs', { type: 'html', text: docs }],
    ['/voyager', { type: 'html', text: voyager }],
    ...['page.css', 'docs.css', 'voyager.css'].map((name) => asset(name, 'css')),
    ...['sign-in.js', 'search.js', 'docs.js', 'voyager.js', 'graph.js', 'picture.js', 'view.js'].map((name) =>
      asset(name, 'javascript'),
    ),
    ['/docs/assets/dagre.js', { type: 'javascript', text: layoutLibrary }],
  ]);
}

type Event = Parameters<NonNullable<Plugin['onRequest']>>[0];

function notAllowed({ request, fetchAPI, endResponse }: Event): void {
  const message = 'This is a page: it is read by GET or HEAD.';
  const error = { message, extensions: { code: 'BAD_REQUEST', requestId: requestIdOf(request) } };
  endResponse(fetchAPI.Response.json({ errors: [error] }, { status: 405, headers: { allow: 'GET, HEAD' } }));
}

async function answer(event: Event, { type, text }: Served): Promise<void> {
  const { request, fetchAPI, endResponse } = event;
  if (request.method !== 'GET' && request.method !== 'HEAD') return notAllowed(event);
  const body = await text();
  // Weak: the same whatever it is compressed with.
  const etag = `W/"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = {
    'content-type': `text/${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    // Asked again each time, and told in a line that nothing has changed.
    'cache-control': 'private, no-cache',
    vary: 'accept-encoding',
    etag,
  };
  const isKnown = request.headers.get('if-none-match')?.includes(etag) === true;
  const shown = isKnown || request.method === 'HEAD' ? null : body;
  endResponse(new fetchAPI.Response(shown, { status: isKnown ? 304 : 200, headers }));
}

function serving(served: ReadonlyMap<string, Served>): Plugin {
  return {
    async onRequest(event) {
      const found = served.get(event.url.pathname);
      if (found) await answer(event, found);
    },
  };
}

/** The reference of the schema and its picture: what everyone is given, and what comes after sign-in. */
export function referencePlugins(options: ReferenceOptions): {
  readonly open: Plugin;
  readonly signedIn: Plugin;
} {
  const content = contentFor(options);
  return {
    open: serving(framesFor(options, content)),
    signedIn: serving(new Map([['/docs/content', { type: 'html', text: content }]])),
  };
}
