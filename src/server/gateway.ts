import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createYoga, useReadinessCheck } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { Authenticate } from '../auth/credential.ts';
import { OidcClient, type OidcOptions } from '../auth/oidc.ts';
import type { Viewer } from '../auth/viewer.ts';
import type { Db } from '../db/client.ts';
import { createExplorer } from '../explorer/mount.ts';
import { defaultLimits, type Limits } from '../limits.ts';
import type { Observer } from '../observe/observer.ts';
import { schema } from '../schema/index.ts';
import { defaultCacheBytes, SharedCache } from '../shared-cache.ts';
import { type Bucket, MemoryBucket } from './cost/cost-limiter.ts';
import { createHideNames } from './hidden-names.ts';
import { useCompression } from './http/compressed.ts';
import { useErrorBodies } from './http/error-bodies.ts';
import { withEventStreams } from './http/event-stream.ts';
import { createFetch } from './http/fetch.ts';
import { createFront, refuse } from './http/front.ts';
import type { PersistedOptions } from './http/params.ts';
import { type AnswerProbe, createProbes, headersOf } from './http/probes.ts';
import { createAddressOf, type Hosts, requestIdFrom } from './http/request-headers.ts';
import { createRespond } from './http/respond.ts';
import { corsFor, createCorsHeaders } from './http/response.ts';
import { useHttpRules } from './http/rules.ts';
import { scopeOf, useOperations, useRequestId, useRequestScope, useSignIn, useWritten } from './http/yoga.ts';
import { Turns } from './limits/time.ts';
import { Subscriptions } from './live/subscriptions.ts';
import { createAnswer } from './operation/answer.ts';
import { type CheckReady, Readiness } from './readiness.ts';
import { overloaded } from './rejection.ts';
import { RequestPipeline } from './request-pipeline.ts';
import { useSession } from './session/endpoint.ts';
import { useOidc } from './session/oidc.ts';
import { Renewals } from './session/renewals.ts';
import { withSession, withSessions } from './session/restore.ts';
import { Sessions } from './session/sessions.ts';
import { createSignIn } from './sign-in.ts';

export interface GatewayOptions {
  readonly db: Db;
  readonly viewer: Viewer | Authenticate;
  readonly log: Logger;
  /** Rejects when the database cannot be reached or is not migrated. */
  readonly checkReady: CheckReady;
  /** Whether `/ready` is 503 while only writes fail. */
  readonly readyRequiresWrites?: boolean;
  readonly limits?: Limits;
  readonly corsOrigins?: readonly string[];
  /** Visibility of the schema; with `auto`, every caller that can send operations can read it. */
  readonly introspection?: 'auto' | 'on' | 'off';
  readonly persisted?: PersistedOptions;
  readonly bucket?: Bucket;
  /** Accepted values of `Host` over sockets; `any` by default. */
  readonly hosts?: Hosts;
  /** Addresses, CIDR ranges or `loopback`: proxies whose X-Forwarded-For is trusted. */
  readonly trustProxy?: readonly string[];
  readonly cache?: SharedCache;
  /** Called for each request. `createDb` takes the observer of statements. */
  readonly observer?: Observer | undefined;
  /** Encrypts the sessions of browsers; by default a random one, so that no other process can open them. */
  readonly sessionSecret?: string;
  /** The issuer at which persons can sign in to the pages. */
  readonly oidc?: OidcOptions | undefined;
  /** Whether graphql-js executes all operations, without plans: the reference that plans are tested against. */
  readonly plainExecution?: boolean;
}

export interface Gateway {
  readonly endpoint: string;
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  /** Rejects a request as beyond the load that the gateway accepts. */
  readonly refuse: (response: ServerResponse) => void;
  /** Answers a request of node:http for `/health` or `/ready` only. */
  readonly answerProbe: AnswerProbe;
  readonly readiness: Readiness;
  readonly subscriptions: Subscriptions;
  /** The requests in flight, and those that wait for a slot. */
  readonly load: () => { readonly inFlight: number; readonly waiting: number };
}

const endpoint = '/graphql';

/** The HTTP side of the gateway: `/graphql` with GraphiQL, `/docs`, `/voyager`, `/health`, `/ready`. */
export function createGateway(options: GatewayOptions): Gateway {
  const { db, viewer, log, checkReady, limits = defaultLimits, corsOrigins = [], introspection } = options;
  const { observer } = options;
  // Every caller that gets a response has signed in, or needs no sign-in.
  const showsSchema = introspection !== 'off';
  const persisted = options.persisted ?? { documents: new Map(), only: false };
  const rate = { capacity: limits.bucket, refillPerSecond: limits.refill };
  const bucket = options.bucket ?? new MemoryBucket(rate);
  const plain = options.plainExecution ?? false;
  const showsPages = showsSchema && !persisted.only;
  const signsIn = typeof viewer === 'function';
  const explorer = showsPages ? createExplorer({ log, limits, endpoint, signsIn }) : undefined;
  const subscriptions = new Subscriptions(limits);
  const cache = options.cache ?? new SharedCache(defaultCacheBytes);
  const turns = new Turns();
  const shared = { limits, log, turns };
  const answer = createAnswer({
    schema,
    db,
    bucket,
    subscriptions,
    cache,
    showsSchema,
    plain,
    observer,
    ...shared,
  });
  const hideNames = showsSchema ? undefined : createHideNames(schema);
  const signIn = createSignIn(viewer, log, limits.failedSignIns);
  const secret = options.sessionSecret ?? randomBytes(32).toString('base64url');
  const sessions = signsIn && explorer ? new Sessions(secret) : undefined;
  const client = options.oidc && new OidcClient(options.oidc);
  const renewals = client && new Renewals({ client, signIn, log });
  const pipeline = new RequestPipeline({ signsIn, signIn, answer, hideNames, observer, ...shared });
  const addressOf = createAddressOf(options.trustProxy ?? []);
  const { readyRequiresWrites: requiresWrites = false, hosts = 'any' } = options;
  const readiness = new Readiness({ check: checkReady, writes: db.$writes, requiresWrites, log });
  const respond = createRespond(pipeline, persisted);
  const yoga = createYoga<object, object>({
    graphqlEndpoint: endpoint,
    healthCheckEndpoint: '/health',
    landingPage: false,
    cors: corsFor(corsOrigins),
    multipart: false,
    // The pipeline reads bodies, within its limits.
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
      useRequestScope(pipeline, addressOf),
      explorer ? explorer.open : {},
      explorer ? useSession({ sessions, renewals, signIn, scopeOf }) : {},
      client && sessions ? useOidc({ client, sessions, signIn, log, scopeOf }) : {},
      useSignIn(pipeline),
      explorer ? explorer.signedIn : {},
      useOperations(pipeline, respond),
      useHttpRules(),
      useErrorBodies(endpoint),
      useRequestId(),
      useCompression(),
      useWritten(pipeline),
    ],
  });
  const served = withEventStreams(yoga, log);
  const open = explorer ? explorer.before(served) : served;
  const path = {
    pipeline,
    respond,
    corsHeaders: createCorsHeaders(corsOrigins),
    endpoint,
  };
  const answerProbe = createProbes(readiness, hosts);
  const others: typeof open = (request, response) =>
    answerProbe(request, response) || open(request, response);
  const front = createFront({ ...path, log, addressOf, hosts, others });
  const handle = sessions ? withSessions(sessions, front) : front;
  const fetched = createFetch({ ...path, others: yoga.fetch });
  const fetch: Gateway['fetch'] = (input, init) =>
    fetched(sessions ? withSession(sessions, new Request(input, init)) : input, sessions ? undefined : init);
  const load = () => pipeline.load;
  const refuseLoad = (response: ServerResponse) => {
    const id = requestIdFrom(response.req.headers['x-request-id'] as string | undefined);
    refuse(pipeline, response, overloaded, id);
  };
  return { endpoint, fetch, handle, refuse: refuseLoad, answerProbe, readiness, subscriptions, load };
}
