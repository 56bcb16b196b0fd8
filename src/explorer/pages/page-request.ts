import { pack } from '../../server/http/response.ts';
import { fileCache } from './manifest.ts';
import { representationOf, type StoredFile } from './static-file.ts';

export interface PageRequest {
  readonly method: string;
  readonly url: URL;
  readonly acceptEncoding: string | undefined;
  readonly ifNoneMatch: string | undefined;
}

export interface PageResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Shared with other responses, so it must not be changed. */
  readonly body: Buffer | string | null;
}

export interface Page {
  /** Whether the page is rendered per request, not stored by the build. */
  readonly isDynamic: boolean;
  readonly respond: (request: PageRequest) => Promise<PageResponse>;
}

/** Compares tags weakly (RFC 9110, 13.1.2), as a proxy may have weakened them. */
function matches(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const tags = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes(etag) || tags.includes('*');
}

const vary = 'accept-encoding';

export function filePage(file: StoredFile, fileHeaders: Readonly<Record<string, string>>): Page {
  const respond: Page['respond'] = async ({ method, acceptEncoding, ifNoneMatch }) => {
    const { coding, etag, bytes, file: name } = representationOf(file, acceptEncoding);
    const headers = { ...fileHeaders, vary, etag };
    if (matches(ifNoneMatch, etag)) return { status: 304, headers, body: null };
    return {
      status: 200,
      headers: {
        ...headers,
        'content-type': file.type,
        'content-length': String(bytes),
        ...(coding !== 'identity' && { 'content-encoding': coding }),
      },
      body: method === 'HEAD' ? null : await fileCache.read(name),
    };
  };
  return { isDynamic: false, respond };
}

export async function dynamicResponse(
  { method, acceptEncoding }: PageRequest,
  html: string,
  pageHeaders: Readonly<Record<string, string>>,
): Promise<PageResponse> {
  const { body, headers } = await pack(html, acceptEncoding);
  return { status: 200, headers: { ...pageHeaders, ...headers }, body: method === 'HEAD' ? null : body };
}
