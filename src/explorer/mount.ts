import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { Limits } from '../limits.ts';
import { findPages } from './pages/find-pages.ts';
import { type PagePlugin, Pages } from './pages/pages.ts';

export interface ExplorerOptions {
  readonly log: Logger;
  readonly limits: Limits;
  readonly endpoint: string;
  /** Whether callers sign in; if so, the pages contain nothing of the schema. */
  readonly signsIn: boolean;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => unknown;

export interface Explorer {
  before(next: Handler): Handler;
  /** The pages that need no sign-in, for requests that reach Yoga. */
  readonly open: PagePlugin;
  readonly signedIn: PagePlugin;
}

export function createExplorer({ endpoint, signsIn, limits, log }: ExplorerOptions): Explorer {
  const pages = new Pages(limits, log);
  const { open, signedIn } = findPages({ endpoint, signsIn });
  return {
    before: (next) => pages.before(open, next),
    open: pages.plugin(open),
    signedIn: pages.plugin(signedIn),
  };
}
