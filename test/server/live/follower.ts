import type { Answer } from '../../gateway.ts';

export interface Follower {
  /** Each response as it arrives; ends with the stream. */
  readonly answers: AsyncGenerator<Answer, void>;
  readonly status: number;
  readonly headers: Headers;
  hangUp(): void;
}

type Ask = (url: string, init: RequestInit) => Promise<Response>;

/** The data of the `next` events in an event stream; a stream that is not completed fails. */
async function* answersIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Answer, void> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      if (event.startsWith('event: complete')) return;
      const [, data] = /^event: next\ndata: (.*)$/s.exec(event) ?? [];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
  throw new Error('The stream broke off.');
}

/** Subscribes by POST; `ask` is fetch, or that of a gateway. */
export async function follow(
  url: string,
  {
    query,
    variables = {},
    headers = {},
    ask = fetch,
  }: {
    readonly query: string;
    readonly variables?: object;
    readonly headers?: Readonly<Record<string, string>>;
    readonly ask?: Ask;
  },
): Promise<Follower> {
  const hangUp = new AbortController();
  const response = await ask(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...headers },
    body: JSON.stringify({ query, variables }),
    signal: hangUp.signal,
  });
  if (response.body === null) throw new Error(`not a stream: status ${response.status}`);
  return {
    answers: answersIn(response.body),
    status: response.status,
    headers: response.headers,
    hangUp() {
      hangUp.abort();
      // Keeps a reference until here: fetch cancels the body of a response that is garbage-collected before it is read.
      void response;
    },
  };
}

/** The next response of an open stream. */
export async function next({ answers }: Follower): Promise<Answer> {
  const { done, value } = await answers.next();
  if (done || value === undefined) throw new Error('The stream is over.');
  return value;
}

/** The next responses, this many. */
export async function take(follower: Follower, count: number): Promise<readonly Answer[]> {
  const taken: Answer[] = [];
  while (taken.length < count) taken.push(await next(follower));
  return taken;
}

/** The remaining responses of a stream that ends. */
export async function rest({ answers }: Follower): Promise<readonly Answer[]> {
  const all: Answer[] = [];
  for await (const answer of answers) all.push(answer);
  return all;
}
