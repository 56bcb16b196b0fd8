import type { IncomingMessage, ServerResponse } from 'node:http';
import { graphql } from 'graphql';
import { createYoga, useReadinessCheck } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/credential.ts';
import { type Context, createContext, type Viewer } from '../context.ts';
import type { Db } from '../db/client.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import { schema } from '../schema/index.ts';
import { defaultCacheBytes, SharedCache } from '../shared-cache.ts';
import { type Bucket, MemoryBucket } from './cost/bucket.ts';
import { exampleTabs, noSample, type Sample } from './examples.ts';
import { createHideNames } from './hidden-names.ts';
import { createAddressOf } from './http/client-address.ts';
import { useCompression } from './http/compressed.ts';
import { corsFor, createCorsHeaders } from './http/cors.ts';
import { useErrorBodies } from './http/error-bodies.ts';
import { withEventStreams } from './http/event-stream.ts';
import { createFetch } from './http/fetch.ts';
import { createFront } from './http/front.ts';
import type { Hosts } from './http/host.ts';
import { type AnswerProbe, createProbes, headersOf } from './http/probes.ts';
import { createRespond } from './http/respond.ts';
import { useHttpRules } from './http/rules.ts';
import { useOperations, useReception, useRequestId, useSignIn, useWritten } from './http/yoga.ts';
import type { PersistedOptions } from './limits/persisted.ts';
import { Turns } from './limits/turns.ts';
import { Subscriptions } from './live/subscriptions.ts';
import { createAnswer } from './operation/answer.ts';
import { findPages } from './pages/find-pages.ts';
import { Pages } from './pages/pages.ts';
import { type CheckReady, Readiness } from './readiness.ts';
import { Reception } from './reception.ts';
import { createSignIn, tokenHeaders } from './sign-in.ts';

export interface GatewayOptions {
  readonly db: Db;
  /** The viewer of all requests, or the function that authenticates each request. */
  readonly viewer: Viewer | Authenticate;
  readonly log: Logger;
  /** Rejects when the database cannot be reached or is not migrated. */
  readonly checkReady: CheckReady;
  /** Whether `/ready` is 503 while only writes fail. */
  readonly readyRequiresWrites?: boolean;
  readonly limits?: Limits;
  /** Other origins whose pages can send requests. */
  readonly corsOrigins?: readonly string[];
  /** Visibility of the schema; with `auto`, every caller that can send operations can read it. */
  readonly introspection?: 'auto' | 'on' | 'off';
  readonly persisted?: PersistedOptions;
  /** The callers' cost buckets; by default in this process's memory. */
  readonly bucket?: Bucket;
  /** Accepted values of `Host` over sockets; `any` by default. */
  readonly hosts?: Hosts;
  /** Addresses, CIDR ranges or `loopback`: proxies whose X-Forwarded-For is trusted. */
  readonly trustProxy?: readonly string[];
  /** The cache of documents and plans; by default a separate one. */
  readonly cache?: SharedCache;
  /** Whether graphql-js executes all operations, without plans: the reference that plans are tested against. */
  readonly plainExecution?: boolean;
}

export interface Gateway {
  readonly endpoint: string;
  /** Answers a request of the Fetch API. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Answers a request of node:http. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Answers a request of node:http for `/health` or `/ready` only. */
  readonly answerProbe: AnswerProbe;
  readonly readiness: Readiness;
  /** The open subscriptions. */
  readonly subscriptions: Subscriptions;
}

const endpoint = '/graphql';

/** Runs an internal query as the viewer; null if it cannot be answered now. */
async function ask(source: string, contextValue: Context, log: Logger): Promise<Sample | null> {
  const { data, errors } = await graphql({ schema, source, contextValue });
  if (errors) log.warn({ err: errors[0] }, 'loading graphiql examples failed');
  return errors ? null : (data as unknown as Sample);
}

/** GraphiQL's initial tabs. The page is public: it contains account data only if the gateway has no sign-in. */
function examplesFor({ db, viewer, log }: GatewayOptions) {
  return async () => {
    if (typeof viewer === 'function')
      return { ...tokenHeaders, defaultTabs: await exampleTabs(noSample, tokenHeaders.defaultHeaders) };
    // The sample is read without the scope check of operations.
    if (!viewer.scopes.includes('customers:read')) return { defaultTabs: await exampleTabs(noSample) };
    const context = createContext(db, viewer, log);
    return { defaultTabs: await exampleTabs((document) => ask(document, context, log)) };
  };
}

/** The HTTP side of the gateway: `/graphql` with GraphiQL, `/docs`, `/voyager`, `/health`, `/ready`. */
export function createGateway(options: GatewayOptions): Gateway {
  const { db, viewer, log, checkReady, limits = defaultLimits, corsOrigins = [], introspection } = options;
  // Every caller that gets a response has signed in, or needs no sign-in.
  const showsSchema = introspection !== 'off';
  const persisted = options.persisted ?? { documents: new Map(), only: false };
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  const bucket = options.bucket ?? new MemoryBucket(rate);
  const plain = options.plainExecution ?? false;
  const showsPages = showsSchema && !persisted.only;
  const signsIn = typeof viewer === 'function';
  const found = showsPages && findPages({ endpoint, signsIn, examples: examplesFor(options) });
  const pages = new Pages(limits, log);
  const subscriptions = new Subscriptions(limits);
  const cache = options.cache ?? new SharedCache(defaultCacheBytes);
  const turns = new Turns();
  const shared = { limits, log, turns };
  const answer = createAnswer({ schema, db, bucket, subscriptions, cache, showsSchema, plain, ...shared });
  const hideNames = showsSchema ? undefined : createHideNames(schema);
  const signIn = createSignIn(viewer, log, limits.failedSignIns);
  const reception = new Reception({ signsIn, signIn, answer, hideNames, ...shared });
  const addressOf = createAddressOf(options.trustProxy ?? []);
  const { readyRequiresWrites: requiresWrites = false, hosts = 'any' } = options;
  const readiness = new Readiness({ check: checkReady, writes: db.$writes, requiresWrites, log });
  const respond = createRespond(reception, persisted);
  const yoga = createYoga<object, object>({
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health',
    landingPage: false,
    cors: corsFor(corsOrigins),
    multipart: false,
    // The reception reads bodies, within its limits.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    maskedErrors: false,
    logging: false,
    graphiql: false,
    plugins: [
      useReadinessCheck({
        async check({ fetchAPI }) {
          const ready = await readiness.response();
          return fetchAPI.Response.json(ready.body, { status: ready.status, headers: headersOf(ready) });
        },
      }),
      useReception(reception, addressOf),
      found && pages.plugin(found.open),
      useSignIn(reception),
      found && pages.plugin(found.signedIn),
      useOperations(reception, respond),
      useHttpRules(),
      useErrorBodies(endpoint),
      useRequestId(),
      useCompression(),
      useWritten(reception),
    ],
  });
  const served = withEventStreams(yoga, log);
  const others = found ? pages.before(found.open, served) : served;
  const path = {
    reception,
    respond,
    corsHeaders: createCorsHeaders(corsOrigins),
    endpoint,
  };
  const front = createFront({ ...path, log, addressOf, hosts, others });
  const fetch = createFetch({ ...path, others: yoga.fetch });
  const answerProbe = createProbes(readiness, hosts);
  const handle: Gateway['handle'] = (request, response) => {
    if (!answerProbe(request, response)) front(request, response);
  };
  return { endpoint, fetch, handle, answerProbe, readiness, subscriptions };
}
