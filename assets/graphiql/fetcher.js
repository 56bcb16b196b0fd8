import { isExplaining } from './explain.js';
import { operationsIn } from './operations.js';
import { fetchSignedIn } from './session.js';

const post = (url, body, accept, headers, signal) =>
  fetchSignedIn(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

const failure = ({ message }) => ({ errors: [{ message }] });

async function answerOf(response) {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return { errors: [{ message: `Status ${response.status}: ${text.slice(0, 200)}` }] };
  }
}

/** The data of each event named `next`, as the stream delivers them. */
async function* eventsOf(body) {
  let rest = '';
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    const events = (rest + chunk).split('\n\n');
    rest = events.pop();
    for (const event of events) {
      const lines = event.split('\n');
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice(6));
      if (lines.includes('event: next')) yield JSON.parse(data.join('\n'));
    }
  }
}

async function follow(response, observer) {
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!isStream) return observer.next(await answerOf(response));
  for await (const result of eventsOf(response.body)) observer.next(result);
}

/**
 * GraphiQL's transport: sends the text as it is, so that its errors are those of the gateway. `onResult` gets each
 * result of an operation of the user, with its duration in milliseconds, before GraphiQL shows it.
 */
export function createFetcher(url, onResult) {
  function subscribe(body, headers) {
    return {
      subscribe(observer) {
        const stop = new AbortController();
        const each = (result) => {
          onResult(result, undefined);
          observer.next(result);
        };
        post(url, body, 'text/event-stream', headers, stop.signal)
          .then((response) => follow(response, { next: each }))
          .catch((error) => stop.signal.aborted || each(failure(error)))
          .finally(() => observer.complete());
        return { unsubscribe: () => stop.abort() };
      },
    };
  }

  async function ask(body, headers) {
    try {
      return await answerOf(await post(url, body, 'application/json', headers));
    } catch (error) {
      return failure(error);
    }
  }

  async function run(body, headers) {
    const started = performance.now();
    const result = await ask(isExplaining() ? { ...body, extensions: { explain: true } } : body, headers);
    onResult(result, performance.now() - started);
    return result;
  }

  // GraphiQL runs an operation of the user with `documentAST`, and introspects without.
  return ({ query, variables, operationName: chosen }, options = {}) => {
    const operations = operationsIn(query);
    // GraphiQL knows the operations of an edited text only after a while.
    const operation = chosen ? operations.find(({ name }) => name === chosen) : undefined;
    const body = { query, variables, operationName: operation?.name };
    const isSubscription = (operation ? [operation] : operations).some(({ kind }) => kind === 'subscription');
    if (isSubscription) return subscribe(body, options.headers);
    return 'documentAST' in options ? run(body, options.headers) : ask(body, options.headers);
  };
}
