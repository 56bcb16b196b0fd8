/** The scheme of the page that sent a request, by its header `x-session`. */
export type Scheme = 'http' | 'https';

/** Browsers ignore longer cookies. */
const maxLength = 3_800;

/** Node rejects requests whose headers exceed 16 KiB. */
const maxParts = 3;

export const tooLongMessage =
  'The token is too long for a session of a browser; with the refresh token, the maximum is about 11,000 characters.';

/** With https, a name that neither other hosts of the domain nor pages without encryption can set. */
const prefixes = { https: '__Host-', http: '' } as const;

function namesOf(name: string, scheme: Scheme): readonly string[] {
  const first = prefixes[scheme] + name;
  return Array.from({ length: maxParts }, (_, part) => (part === 0 ? first : `${first}.${part}`));
}

/** The value that `cookiesOf` divided; undefined if there is none. */
export function cookieValue(
  header: string | null | undefined,
  name: string,
  scheme: Scheme,
): string | undefined {
  const cookies = (header ?? '').split(';').map((each) => each.trim());
  const parts = namesOf(name, scheme).map((each) =>
    cookies.find((cookie) => cookie.startsWith(`${each}=`))?.slice(each.length + 1),
  );
  return parts.join('') || undefined;
}

/**
 * Headers of cookies that scripts cannot read, until the browser is closed. A long value is divided; parts that it does
 * not need are removed. Undefined if the value is too long for the headers of a request.
 */
export function cookiesOf(
  name: string,
  value: string,
  scheme: Scheme,
  sameSite = 'Strict',
): readonly string[] | undefined {
  if (value.length > maxParts * maxLength) return undefined;
  const secure = scheme === 'https' ? '; Secure' : '';
  return namesOf(name, scheme).map((each, part) => {
    const text = value.slice(part * maxLength, (part + 1) * maxLength);
    const removed = text === '' ? '; Max-Age=0' : '';
    return `${each}=${text}; Path=/; HttpOnly; SameSite=${sameSite}${secure}${removed}`;
  });
}

/** Headers with repeated names, as the Fetch API takes them. */
export type HeaderLines = [string, string][];

export const setCookies = (cookies: readonly string[]): HeaderLines =>
  cookies.map((each) => ['set-cookie', each]);
