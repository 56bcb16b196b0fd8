import {
  Environment,
  type FetchFunction,
  type GraphQLResponse,
  Network,
  Observable,
  RecordSource,
  type RequestParameters,
  Store,
  type Variables,
} from 'relay-runtime';
import { recordAsked } from './asked.ts';
import { GatewayError } from './gateway-error.ts';

/** The parts of a response that this page reads itself; Relay reads the rest. */
interface Answer {
  readonly data?: object | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions?: { readonly code?: string; readonly requestId?: string };
  }[];
  readonly extensions?: { readonly cost?: { readonly actual: number } };
}

const unreachable = (cause: unknown): GatewayError =>
  new GatewayError(`The gateway does not answer: ${cause}. Is it running?`, 'UNREACHABLE');

async function post(body: string, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body,
      signal,
    });
  } catch (error) {
    throw unreachable(error instanceof Error ? error.message : error);
  }
}

async function ask(
  { name, text }: RequestParameters,
  variables: Variables,
  signal: AbortSignal,
): Promise<GraphQLResponse> {
  const startedAt = performance.now();
  const response = await post(JSON.stringify({ query: text, operationName: name, variables }), signal);
  // The proxy responds in plain text if the gateway is down.
  if (!response.headers.get('content-type')?.includes('json')) throw unreachable(`HTTP ${response.status}`);
  const answer: Answer = await response.json();
  recordAsked({ name, ms: performance.now() - startedAt, cost: answer.extensions?.cost?.actual });
  const error = answer.errors?.[0];
  // If there is data besides the errors, Relay shows it, with null for the failed fields.
  if (error && !answer.data) {
    throw new GatewayError(error.message, error.extensions?.code ?? 'UNKNOWN', error.extensions?.requestId);
  }
  // `Answer` describes only a part of the same object.
  return answer as GraphQLResponse;
}

/** Aborts the request when the subscription to it ends. */
const fetchQuery: FetchFunction = (request, variables) =>
  Observable.create((sink) => {
    const abort = new AbortController();
    ask(request, variables, abort.signal).then(
      (answer) => {
        sink.next(answer);
        sink.complete();
      },
      (error) => sink.error(error),
    );
    return () => abort.abort();
  });

export const environment = new Environment({
  network: Network.create(fetchQuery),
  store: new Store(new RecordSource()),
});
