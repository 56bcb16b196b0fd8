import { graphiqlPage } from './graphiql-page.ts';
import { readManifest } from './manifest.ts';
import { filePage, type Page } from './page-request.ts';
import type { FindPage } from './pages.ts';
import type { StoredFile } from './static-file.ts';

const policyOf = (...sources: readonly string[]): string =>
  ["default-src 'none'", ...sources, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"].join(
    '; ',
  );

const pagePolicy = policyOf("script-src 'self'", "style-src 'self'", 'img-src data:', "connect-src 'self'");

/** The URLs of pages have no hash, so that browsers revalidate them each time. */
const page = (file: StoredFile): Page =>
  filePage(file, {
    'content-security-policy': pagePolicy,
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cache-control': 'private, no-cache',
  });

/** The URLs of assets have a hash of the content. The policy applies to the workers among them. */
const asset = (file: StoredFile): Page =>
  filePage(file, {
    'content-security-policy': policyOf(),
    'cache-control': 'public, max-age=31536000, immutable',
  });

export interface PageOptions {
  readonly endpoint: string;
  /** Whether callers sign in; if so, the pages contain nothing of the schema. */
  readonly signsIn: boolean;
}

export function findPages({ endpoint, signsIn }: PageOptions): {
  readonly open: FindPage;
  readonly signedIn: FindPage;
} {
  const { assets, pages, graphiqlBase } = readManifest();
  const open = new Map<string, Page>([
    ['/docs', page(signsIn ? pages.docsSignIn : pages.docs)],
    ['/voyager', page(pages.voyager)],
    ...Object.entries(assets).map(([path, file]) => [path, asset(file)] as const),
  ]);
  const graphiql = graphiqlPage(graphiqlBase);
  const content = page(pages.docsContent);
  return {
    open(method, path, accept) {
      if (path !== endpoint) return open.get(path);
      const isPage = (method === 'GET' || method === 'HEAD') && accept?.includes('text/html');
      return isPage ? graphiql : undefined;
    },
    signedIn: (_method, path) => (path === '/docs/content' ? content : undefined),
  };
}
