import type { CORSOptions } from 'graphql-yoga';

/** Other sites whose pages may ask; none but those that are listed, and without cookies. */
export function corsFor(origins: readonly string[]) {
  return (request: Request): CORSOptions => {
    const origin = request.headers.get('origin');
    // Yoga would name the origin "null" for those that are not listed, and sandboxed frames have that one.
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
