import type { Plugin } from 'graphql-yoga';
import { pack, varyOn } from './response.ts';

/** Media types that are sent as a whole; event streams are sent event by event. */
const whole = /^(application\/(graphql-response\+)?json|text\/(html|css|javascript))\b/;

const hasBody = ({ method }: Request, { status }: Response): boolean =>
  method !== 'HEAD' && status >= 200 && status !== 204 && status !== 304;

/** Only static files have an ETag, and they choose their own coding. */
const isStatic = ({ headers }: Response): boolean => headers.has('etag') || headers.has('content-encoding');

/** Compresses Yoga's responses. It must be the last plugin, since it reads the final body. */
export function useCompression(): Plugin {
  return {
    async onResponse({ request, response, setResponse, fetchAPI }) {
      const { status, statusText } = response;
      if (!hasBody(request, response) || isStatic(response)) return;
      if (!whole.test(response.headers.get('content-type') ?? '')) return;
      const accept = request.headers.get('accept-encoding') ?? undefined;
      const packed = await pack(await response.text(), accept);
      const headers = new fetchAPI.Headers(response.headers);
      for (const [name, value] of Object.entries(packed.headers))
        headers.set(name, name === 'vary' ? varyOn(headers.get(name), value) : value);
      // Node's types allow buffers in shared memory; those of zlib never are.
      const body = packed.body as string | Uint8Array<ArrayBuffer>;
      setResponse(new fetchAPI.Response(body, { status, statusText, headers }));
    },
  };
}
