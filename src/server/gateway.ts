import { graphql } from 'graphql';
import { createYoga, type Plugin, useReadinessCheck, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/credential.ts';
import { type Context, createContext, type Viewer } from '../context.ts';
import { runAs } from '../db/account.ts';
import type { Db } from '../db/client.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import { type Bucket, MemoryBucket } from './cost/bucket.ts';
import { useCost } from './cost/use-cost.ts';
import { useErrorCodes } from './errors.ts';
import { exampleTabs, noSample, type Sample } from './examples.ts';
import { corsFor } from './http/cors.ts';
import { useGraphiQLPage } from './http/graphiql-page.ts';
import { useHttpRules } from './http/rules.ts';
import { useInputCheck } from './input-check.ts';
import { boundedCache, noCache } from './limits/document-cache.ts';
import { useDocumentLimits } from './limits/document-limits.ts';
import { useInFlight } from './limits/in-flight.ts';
import { idParams, type PersistedOptions, usePersisted } from './limits/persisted.ts';
import { useTimeLimit } from './limits/time-limit.ts';
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
  readonly limits?: Limits;
  /** Other sites whose pages may ask. */
  readonly corsOrigins?: readonly string[];
  /** Who may see the schema; `auto`: everyone that is answered at all. */
  readonly introspection?: 'auto' | 'on' | 'off';
  readonly persisted?: PersistedOptions;
  /** What callers may spend; in this process's memory when none is given. */
  readonly bucket?: Bucket;
}

export type Gateway = YogaServerInstance<object, Context>;

const endpoint = '/graphql';

/** A query of the gateway's own, as the viewer; null when it cannot be answered now. */
async function ask(source: string, contextValue: Context): Promise<Sample | null> {
  const answered = () => graphql({ schema, source, contextValue });
  const { data, errors } = await runAs(contextValue.viewer.accountId, answered);
  if (errors) contextValue.log.warn({ err: errors[0] }, 'no examples for GraphiQL');
  return errors ? null : (data as unknown as Sample);
}

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
      setExecuteFn((args) => {
        const { viewer, writer } = args.contextValue;
        return runAs(viewer.accountId, () => executeFn(args)).finally(() => writer.settle());
      });
    },
  };
}

/** The HTTP side of the gateway: `/graphql` with GraphiQL, `/health`, `/ready`. */
export function createGateway(options: GatewayOptions): Gateway {
  const { db, viewer, log, checkReady, limits = defaultLimits, corsOrigins = [], introspection } = options;
  const isOpen = typeof viewer !== 'function';
  // Whoever gets an answer has signed in, or need not.
  const showsSchema = introspection !== 'off';
  const persisted = options.persisted ?? { documents: new Map(), only: false };
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  const bucket = options.bucket ?? new MemoryBucket(rate);
  const contextOf = (requestId: string, as: Viewer): Context =>
    createContext(db, as, log.child({ requestId }));
  // The page is for everyone: only where nobody signs in does it hold anything of an account's.
  const examples = async () =>
    isOpen
      ? { defaultTabs: await exampleTabs((document) => ask(document, contextOf('examples', viewer))) }
      : { ...tokenHeaders, defaultTabs: await exampleTabs(noSample, tokenHeaders.defaultHeaders) };
  return createYoga<object, Context>({
    schema,
    context: ({ request }) => contextOf(requestIdOf(request), isOpen ? viewer : viewerOf(request)),
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health',
    landingPage: false,
    cors: corsFor(corsOrigins),
    multipart: false,
    maxRequestBodySize: limits.bodyBytes,
    parserAndValidationCache: { documentCache: boundedCache(), errorCache: noCache() },
    maskedErrors: false,
    logging: false,
    graphiql: false,
    extraParamNames: [...idParams],
    plugins: [
      useReadinessCheck({ check: () => ready(checkReady, log) }),
      useInFlight(limits.inFlight, endpoint),
      useTimeLimit(limits.requestMs, log),
      showsSchema && !persisted.only && useGraphiQLPage(endpoint, examples),
      ...(isOpen ? [] : [useSignIn(viewer, log)]),
      useHttpRules(),
      useInputCheck(),
      usePersisted(persisted),
      useDocumentLimits({ limits, showsSchema }),
      useCost({ limits, bucket, showsSchema }),
      useAccount(),
      useErrorCodes(log, limits.errors),
      useRefusals(endpoint),
      useRequestId(),
    ],
  });
}
