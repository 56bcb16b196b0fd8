import { createClient, NetworkError } from 'graphql-sse';
import { getToken } from './sign-in.js';

const client = createClient({
  url: '/graphql',
  headers: async () => ({ authorization: `Bearer ${await getToken()}` }), // called for each connection
  retryAttempts: 0, // graphql-sse would repeat the first `after`
});

/** Codes after which the subscription can be opened again. */
const resumableCodes = new Set([
  ...['UNAUTHENTICATED', 'GOING_AWAY', 'SLOW_CONSUMER', 'TIMEOUT'],
  ...['SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'],
]);
const retryableStatuses = new Set([429, 502, 503, 504]);

/** An error without a response is a network failure. */
const isRetryable = (error) =>
  error instanceof NetworkError && (!error.response || retryableStatuses.has(error.response.status));

/** Subscribes, and resumes with the last cursor after each interruption. Returns a function that unsubscribes. */
export function subscribe(request, sink) {
  let after = request.variables?.after;
  let failures = 0;
  let isClosed = false;
  let timer;
  let close;

  function retry() {
    const maxMs = Math.min(30_000, 1_000 * 2 ** failures);
    failures += 1;
    timer = setTimeout(open, Math.random() * maxMs);
  }

  function open() {
    let isInterrupted = false;
    close = client.subscribe(
      { ...request, variables: { ...request.variables, after } },
      {
        next(result) {
          const end = result.data ? undefined : result.errors?.[0]?.extensions;
          after = result.data?.customerChanged.cursor ?? end?.cursor ?? after;
          if (result.data) failures = 0;
          isInterrupted = resumableCodes.has(end?.code);
          if (!isInterrupted) sink.next(result);
        },
        complete() {
          if (isInterrupted && !isClosed) retry();
          else sink.complete();
        },
        error(error) {
          if (isRetryable(error) && !isClosed) retry();
          else sink.error(error);
        },
      },
    );
  }

  open();
  return () => {
    isClosed = true;
    clearTimeout(timer);
    close();
  };
}
