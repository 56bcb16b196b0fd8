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
