import type { Plugin } from 'graphql-yoga';

const ids = new WeakMap<Request, string>();

/** The id that a request's log lines and error answers carry: the caller's own, when it is a decent one. */
export function requestIdOf(request: Request): string {
  const known = ids.get(request);
  if (known !== undefined) return known;
  const given = request.headers.get('x-request-id') ?? '';
  const id = /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
  ids.set(request, id);
  return id;
}

/** Tells the caller the request's id, whatever the answer. */
export function useRequestId(): Plugin {
  return {
    onResponse({ request, response }) {
      response.headers.set('x-request-id', requestIdOf(request));
    },
  };
}
