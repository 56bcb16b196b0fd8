import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphql } from 'graphql';
import type { Logger } from 'pino';
import type { Viewer } from '../auth/viewer.ts';
import { type Context, createContext } from '../context.ts';
import type { Db } from '../db/client.ts';
import type { Limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import { exampleTabs, noSample, type Sample } from './examples/examples.ts';
import { findPages } from './pages/find-pages.ts';
import type { Examples } from './pages/graphiql-page.ts';
import { type PagePlugin, Pages } from './pages/pages.ts';

export interface ExplorerOptions {
  readonly db: Db;
  readonly log: Logger;
  readonly limits: Limits;
  readonly endpoint: string;
  /** The viewer of all requests; undefined if callers sign in. */
  readonly viewer: Viewer | undefined;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Explorer {
  before(next: Handler): Handler;
  /** The pages that need no sign-in, for requests that reach Yoga. */
  readonly open: PagePlugin;
  readonly signedIn: PagePlugin;
}

/** GraphiQL's options for a token: the header editor is open, and headers are not persisted. */
const tokenHeaders = {
  defaultHeaders: JSON.stringify({ Authorization: 'Bearer ' }, null, 2),
  defaultEditorToolsVisibility: 'headers',
  shouldPersistHeaders: false,
} as const;

/** Runs an internal query as the viewer; null if it cannot be answered now. */
async function runQuery(source: string, contextValue: Context, log: Logger): Promise<Sample | null> {
  const { data, errors } = await graphql({ schema, source, contextValue });
  if (errors) log.warn({ err: errors[0] }, 'loading graphiql examples failed');
  return errors ? null : (data as unknown as Sample);
}

/** The page is public: it contains account data only if the gateway has no sign-in. */
function examplesFor({ db, viewer, log }: ExplorerOptions): Examples {
  return async () => {
    if (viewer === undefined)
      return { ...tokenHeaders, defaultTabs: await exampleTabs(noSample, tokenHeaders.defaultHeaders) };
    // The sample is read without the scope check of operations.
    if (!viewer.scopes.includes('customers:read')) return { defaultTabs: await exampleTabs(noSample) };
    const context = createContext(db, viewer, log);
    return { defaultTabs: await exampleTabs((document) => runQuery(document, context, log)) };
  };
}

export function createExplorer(options: ExplorerOptions): Explorer {
  const { endpoint, viewer, limits, log } = options;
  const pages = new Pages(limits, log);
  const signsIn = viewer === undefined;
  const { open, signedIn } = findPages({ endpoint, signsIn, examples: examplesFor(options) });
  return {
    before: (next) => pages.before(open, next),
    open: pages.plugin(open),
    signedIn: pages.plugin(signedIn),
  };
}
