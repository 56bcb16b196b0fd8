import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import { graphql } from 'graphql';
import { createYoga, type Plugin, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/credential.ts';
import { type Context, createContext, type Viewer } from '../context.ts';
import { runAs } from '../db/account.ts';
import type { Db } from '../db/client.ts';
import { schema } from '../schema/index.ts';
import { useErrorCodes } from './errors.ts';
import { exampleTabs, noSample, type Sample } from './examples.ts';
import { useInputCheck } from './input-check.ts';
import { useRefusals } from './refusal.ts';
import { requestIdOf, useRequestId } from './request-id.ts';
import { tokenHeaders, useSignIn, viewerOf } from './sign-in.ts';

export interface GatewayOptions {
  readonly db: Db;
  /** Whom requests are answered for: one viewer always, or whoever signs in. */
  readonly viewer: Viewer | Authenticate;
  readonly log: Logger;
  /** Throws when the database cannot be reached or is not migrated. */
  readonly checkReady: () => Promise<void>;
}

export type Gateway = YogaServerInstance<object, Context>;

const endpoint = '/graphql';
const largestRequest = 1_000_000;

/** A query of the gateway's own, as the viewer; null when it cannot be answered now. */
async function ask(source: string, contextValue: Context): Promise<Sample | null> {
  const answered = () => graphql({ schema, source, contextValue });
  const { data, errors } = await runAs(contextValue.viewer.accountId, answered);
  if (errors) contextValue.log.warn({ err: errors[0] }, 'no examples for GraphiQL');
  return errors ? null : (data as unknown as Sample);
}

/** GraphiQL moves a tab from under the mouse the first time that it is clicked, and the click is lost. */
const withStillTabs = (page: string): string =>
  page.replace('</style>', '.graphiql-tab { transform: none !important; }</style>');

async function ready(check: () => Promise<void>, log: Logger): Promise<boolean> {
  try {
    await check();
    return true;
  } catch (error) {
    log.warn({ err: error }, 'not ready');
    return false;
  }
}

/** Runs every operation for the viewer's account, and so for its rows alone. */
function useAccount(): Plugin<Context> {
  return {
    onExecute({ executeFn, setExecuteFn }) {
      setExecuteFn((args) => runAs(args.contextValue.viewer.accountId, () => executeFn(args)));
    },
  };
}

/** The HTTP side of the gateway: `/graphql` with GraphiQL, `/health`, `/ready`. */
export function createGateway({ db, viewer, log, checkReady }: GatewayOptions): Gateway {
  const contextOf = (requestId: string, as: Viewer): Context =>
    createContext(db, as, log.child({ requestId }));
  const isOpen = typeof viewer !== 'function';
  return createYoga<object, Context>({
    schema,
    context: ({ request }) => contextOf(requestIdOf(request), isOpen ? viewer : viewerOf(request)),
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health',
    landingPage: false,
    cors: false,
    multipart: false,
    maxRequestBodySize: largestRequest,
    maskedErrors: false,
    logging: false,
    renderGraphiQL: (options) => withStillTabs(renderGraphiQL(options)),
    graphiql: async () => {
      // The page is for everyone: only where nobody signs in does it hold anything of an account's.
      const defaultTabs = isOpen
        ? await exampleTabs((document) => ask(document, contextOf('examples', viewer)))
        : await exampleTabs(noSample, tokenHeaders.defaultHeaders);
      // GraphiQL knows it, its type does not; without it a second visit opens on an empty tab.
      const opened = { query: defaultTabs[0]?.query };
      return { title: 'Customer gateway', ...(isOpen ? {} : tokenHeaders), defaultTabs, ...opened };
    },
    plugins: [
      useReadinessCheck({ check: () => ready(checkReady, log) }),
      ...(isOpen ? [] : [useSignIn(viewer, log)]),
      useInputCheck(),
      useAccount(),
      useErrorCodes(log),
      useRefusals(endpoint),
      useRequestId(),
    ],
  });
}
