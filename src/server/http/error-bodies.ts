import type { Plugin } from 'graphql-yoga';
import { shorten } from '../../schema/relay/request-error.ts';
import { type Rejection, rejection, rejectionBody } from '../rejection.ts';
import { noteFailure, requestIdOf } from './yoga.ts';

function rejectionOf(status: number, path: string, endpoint: string): Rejection | undefined {
  if (status === 404)
    return rejection({
      code: 'NOT_FOUND',
      status,
      message: `The URL ${shorten(path)} does not exist; GraphQL is at ${endpoint}.`,
    });
  if (status === 406)
    return rejection({
      code: 'BAD_REQUEST',
      status,
      message:
        'The response is available only as application/json or application/graphql-response+json; name one of them in `accept`.',
    });
  if (status === 415)
    return rejection({
      code: 'BAD_REQUEST',
      status,
      message:
        'The request body must be application/json: an object with `query` and, if needed, `variables`.',
    });
  return undefined;
}

export function useErrorBodies(endpoint: string): Plugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      const found = rejectionOf(response.status, new URL(request.url).pathname, endpoint);
      if (found === undefined) return;
      noteFailure(request, found.code);
      const { status, statusText } = response;
      // Keeps the headers of other plugins, except the type and length of the replaced body.
      const { 'content-type': _, 'content-length': __, ...headers } = Object.fromEntries(response.headers);
      const body = rejectionBody(found, requestIdOf(request));
      setResponse(fetchAPI.Response.json(body, { status, statusText, headers }));
    },
  };
}
