import type { Plugin } from 'graphql-yoga';
import { shorten } from '../../schema/request-error.ts';
import { requestIdOf } from './yoga.ts';

interface Refusal {
  readonly code: string;
  readonly message: string;
}

/** Code and message for a status that Yoga sends with an empty body. */
function refusalOf(status: number, path: string, endpoint: string): Refusal | undefined {
  if (status === 404)
    return { code: 'NOT_FOUND', message: `There is nothing at ${shorten(path)}; GraphQL is at ${endpoint}.` };
  if (status === 406)
    return {
      code: 'BAD_REQUEST',
      message: 'The answer is application/json or application/graphql-response+json; accept one of them.',
    };
  if (status === 415)
    return {
      code: 'BAD_REQUEST',
      message:
        'Send the request as application/json: a JSON object with `query` and, where needed, `variables`.',
    };
  return undefined;
}

/** Adds an error body where Yoga sends only a status. */
export function useRefusals(endpoint: string): Plugin {
  return {
    onResponse({ request, response, setResponse, fetchAPI }) {
      const refusal = refusalOf(response.status, new URL(request.url).pathname, endpoint);
      if (refusal === undefined) return;
      const { code, message } = refusal;
      const error = { message, extensions: { code, requestId: requestIdOf(request) } };
      const { status, statusText } = response;
      // Keeps the headers of other plugins, except the type and length of the replaced body.
      const { 'content-type': _, 'content-length': __, ...headers } = Object.fromEntries(response.headers);
      setResponse(fetchAPI.Response.json({ errors: [error] }, { status, statusText, headers }));
    },
  };
}
