import type { Plugin } from 'graphql-yoga';
import { rejected } from '../rejection.ts';

const mediaType = (request: Request): string =>
  (request.headers.get('content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';

const readable = /application\/(json|graphql-response\+json)|text\/event-stream/;

/** Whether a script sent the request: another site's link, image or form names none of these types. */
const isScriptRequest = ({ headers }: Request): boolean =>
  readable.test(headers.get('accept') ?? '') ||
  ['cors', 'same-origin'].includes(headers.get('sec-fetch-mode') ?? '');

const notScriptRequest = () =>
  rejected({
    code: 'BAD_REQUEST',
    message:
      'The `accept` header of a GET request must name `application/json`, `application/graphql-response+json` or `text/event-stream`.',
  });

export const fixedHeaders: Readonly<Record<string, string>> = {
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
};

/** Accepts POST of application/json and queries by GET: nothing that a form of another site could send. */
export function useHttpRules(): Plugin {
  return {
    onRequestParse({ request, url, setRequestParser }) {
      if (request.method === 'GET' && url.search !== '' && !isScriptRequest(request))
        throw notScriptRequest();
      if (request.method !== 'POST' || mediaType(request) === 'application/json') return;
      // Yoga responds with 415 if the parser is undefined.
      setRequestParser(undefined as never);
    },
    onResponse({ response }) {
      for (const [name, value] of Object.entries(fixedHeaders))
        if (!response.headers.has(name)) response.headers.set(name, value);
    },
  };
}
