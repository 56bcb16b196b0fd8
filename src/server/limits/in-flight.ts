import type { ServerResponse } from 'node:http';
import type { Plugin } from 'graphql-yoga';
import { requestIdOf } from '../request-id.ts';

const overloaded = {
  code: 'OVERLOADED',
  message: 'The gateway answers as many requests as it can at once; try again in a second.',
};

/** Answers 503 to what comes while so many requests are under way, before anything of it is read. */
export function useInFlight(
  max: number,
  endpoint: string,
): Plugin<object, { readonly res?: ServerResponse }> {
  const underWay = new Set<Request>();
  return {
    onRequest({ request, url, serverContext: { res }, fetchAPI, endResponse }) {
      if (url.pathname !== endpoint) return;
      if (underWay.size >= max) {
        const { code, message } = overloaded;
        const errors = [{ message, extensions: { code, requestId: requestIdOf(request) } }];
        const headers = { 'retry-after': '1' };
        return endResponse(fetchAPI.Response.json({ errors }, { status: 503, headers }));
      }
      underWay.add(request);
      // Until it is sent, an answer takes memory; one whose caller hung up is stopped at once.
      res?.once('close', () => underWay.delete(request));
    },
    onResponse({ request, serverContext: { res } }) {
      if (res === undefined) underWay.delete(request);
    },
  };
}
