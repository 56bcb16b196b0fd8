import { ask } from './ask.ts';

export interface Change {
  readonly cursor: string;
  readonly customerId: string;
  readonly changes: readonly { readonly path: string; readonly newValue: string | null }[];
}

const selection = 'cursor customerId changes { path newValue }';

interface Page {
  readonly customerChanges: {
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Change[];
  };
}

/** The cursor of the latest change. */
export async function lastCursor(url: string): Promise<string> {
  const { customerChanges } = await ask<Page>(
    url,
    `{ customerChanges(last: 1) { pageInfo { hasNextPage endCursor } nodes { ${selection} } } }`,
  );
  return customerChanges.pageInfo.endCursor ?? '';
}

/** All changes after a cursor, page by page. */
export async function changesAfter(url: string, cursor: string): Promise<readonly Change[]> {
  const all: Change[] = [];
  for (let after = cursor; ; ) {
    const { customerChanges } = await ask<Page>(
      url,
      `query ($after: String) { customerChanges(first: 250, after: $after) {
        pageInfo { hasNextPage endCursor } nodes { ${selection} } } }`,
      { after },
    );
    all.push(...customerChanges.nodes);
    if (!customerChanges.pageInfo.hasNextPage) return all;
    after = customerChanges.pageInfo.endCursor ?? after;
  }
}

interface Event {
  readonly data?: { readonly customerChanged: Change } | null;
  readonly errors?: readonly object[];
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    const events = (text + decoder.decode(chunk, { stream: true })).split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const [, data] = /^event: next\ndata: (.*)$/s.exec(event) ?? [];
      if (data !== undefined) yield JSON.parse(data);
    }
  }
}

/** Yields the changes after a cursor until the stream ends, breaks or is aborted. */
export async function* follow(url: string, after: string, hangUp: AbortSignal): AsyncGenerator<Change> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({
      query: `subscription ($after: String) { customerChanged(after: $after) { ${selection} } }`,
      variables: { after },
    }),
    signal: hangUp,
  });
  if (response.body === null) return;
  for await (const { data } of eventsOf(response.body)) if (data) yield data.customerChanged;
}
