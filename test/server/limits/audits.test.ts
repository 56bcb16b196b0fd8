import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { openHttpGateway } from './http-gateway.ts';

const { url } = await openHttpGateway();

/** Accepts a further type, so that the front leaves the request to Yoga. */
function fetchFromYoga(to: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('accept', `${headers.get('accept') ?? '*/*'}, text/plain`);
  return fetch(to, { ...init, headers });
}

describe.each([
  ['the front', serverAudits({ url })],
  ['Yoga', serverAudits({ url, fetchFn: fetchFromYoga })],
])('%s', (_who, audits) => {
  test('there are 61 audits of GraphQL over HTTP', () => {
    expect(audits).toHaveLength(61);
  });

  test.each(audits)('$id: $name', async ({ fn }) => {
    expect(await fn()).toMatchObject({ status: 'ok' });
  });
});
