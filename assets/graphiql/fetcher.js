import { isExplaining } from './explain.js';
import { fetchSignedIn } from './session.js';

/** Whether the text has an operation of this kind and name. GraphiQL knows an edited text only after a while. */
const hasOperation = (text, kind, name) =>
  new RegExp(`^\\s*${kind}${name ? `\\s+${name}` : ''}\\b`, 'm').test(text);

const isSubscription = (text, name) => hasOperation(text, 'subscription', name);

const isNameOf = (text, name) => hasOperation(text, '(query|mutation|subscription)', name);

const post = (url, body, accept, headers, signal) =>
  fetchSignedIn(url, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
    ...(signal && { signal }),
  });

const failure = ({ message }) => ({ errors: [{ message: `The gateway cannot be reached: ${message}` }] });

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
 * result of an operation of the user, with its duration in milliseconds.
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
          .catch((error) => stop.signal.aborted || observer.next(failure(error)))
          .finally(() => observer.complete());
        return { unsubscribe: () => stop.abort() };
      },
    };
  }

  async function ask(body, headers) {
    const started = performance.now();
    try {
      const result = await answerOf(await post(url, body, 'application/json', headers));
      if (body.operationName !== 'IntrospectionQuery') onResult(result, performance.now() - started);
      return result;
    } catch (error) {
      return failure(error);
    }
  }

  return ({ query, variables, operationName: chosen }, { headers, documentAST } = {}) => {
    const operationName = chosen && isNameOf(query, chosen) ? chosen : undefined;
    const body = { query, variables, operationName };
    if (isSubscription(query, operationName)) return subscribe(body, headers);
    const isOwn = documentAST !== undefined;
    return ask(isOwn && isExplaining() ? { ...body, extensions: { explain: true } } : body, headers);
  };
}
