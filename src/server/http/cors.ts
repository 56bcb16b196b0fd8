import { getCORSHeadersByRequestAndOptions } from '@whatwg-node/server';
import type { CORSOptions } from 'graphql-yoga';

/** CORS for the listed origins only, without cookies. */
export function corsFor(origins: readonly string[]) {
  return (request: Request): CORSOptions => {
    const origin = request.headers.get('origin');
    // For unlisted origins, Yoga would allow the origin "null", which sandboxed frames have.
    if (origin === null || !origins.includes(origin)) return false;
    return {
      origin: [origin],
      credentials: false,
      methods: ['GET', 'POST'],
      allowedHeaders: ['authorization', 'content-type', 'x-request-id'],
      exposedHeaders: ['retry-after', 'x-request-id'],
      maxAge: 600,
    };
  };
}

type Headers = Readonly<Record<string, string>>;

/** Returns the CORS headers of a response, for the value of `origin`. */
export type CorsHeaders = (origin: string | undefined) => Headers | undefined;

/** The same headers as Yoga's, without a Fetch API request for each. */
export function createCorsHeaders(origins: readonly string[]): CorsHeaders {
  const optionsFor = corsFor(origins);
  const headers = new Map<string, Headers>();
  for (const origin of origins) {
    const request = new Request('http://localhost', { headers: { origin } });
    const given = getCORSHeadersByRequestAndOptions(request, optionsFor(request)) ?? {};
    headers.set(
      origin,
      Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value])),
    );
  }
  return (origin) => (origin === undefined ? undefined : headers.get(origin));
}
