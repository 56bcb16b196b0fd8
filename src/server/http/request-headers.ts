import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { rejection } from '../rejection.ts';

const json = 'application/json';
const graphql = 'application/graphql-response+json';

/** The media types of GraphQL responses; the first is the default. */
const served = [json, graphql] as const;

interface MediaRange {
  readonly type: string;
  readonly weight: number;
}

/** Returns undefined for a range with another charset than UTF-8. */
function rangeOf(item: string): MediaRange | undefined {
  const [type = '', ...parameters] = item.split(';').map((each) => each.trim());
  const charset = parameters.find((each) => each.startsWith('charset='));
  if (charset !== undefined && charset !== 'charset=utf-8') return undefined;
  const weight = parameters.find((each) => each.startsWith('q='));
  // An invalid weight counts as 0.
  return { type, weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
}

/** From the most to the least specific. */
const rangesFor = (type: string): readonly string[] => [type, 'application/*', '*/*'];

function negotiate(accept: string): string | undefined {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .flatMap((item) => rangeOf(item) ?? []);
  const matchOf = (type: string) => {
    const name = rangesFor(type).find((each) => ranges.some((range) => range.type === each));
    const at = ranges.findIndex((range) => range.type === name);
    return { type, at, weight: ranges[at]?.weight ?? 0 };
  };
  const [best] = served
    .map(matchOf)
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.at - b.at);
  return best?.type;
}

/** Results by header: clients send a few values, each with every request. */
const negotiated = new Map<string, string | undefined>();
const maxNegotiated = 100;
const maxAcceptLength = 200;

/** The type with the higher weight, else the one named first, else JSON; undefined if neither is accepted. */
export function responseType(accept: string | null | undefined): string | undefined {
  if (!accept || accept === '*/*' || accept === json) return json;
  if (accept === graphql) return graphql;
  if (negotiated.has(accept)) return negotiated.get(accept);
  const type = negotiate(accept);
  if (negotiated.size < maxNegotiated && accept.length <= maxAcceptLength) negotiated.set(accept, type);
  return type;
}

export const eventStream = 'text/event-stream';

export const acceptsEvents = (accept: string | null | undefined): boolean =>
  accept?.includes(eventStream) === true;

export const isJson = (contentType: string | null | undefined): boolean =>
  contentType === json || contentType?.split(';', 1)[0]?.trim().toLowerCase() === json;

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Accepted values of `Host`. X-Forwarded-Host is never read. */
export type Hosts = 'any' | 'loopback';

export function isLoopback(host: string | undefined): boolean {
  const name = /^(\[[^\]]*\]|[^:]*)(?::\d{1,5})?$/.exec(host ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return false;
  if (name === 'localhost' || name === '127.0.0.1') return true;
  const address = name.startsWith('[') ? name.slice(1, -1) : name;
  const version = isIP(address);
  return version !== 0 && loopback.check(address, version === 6 ? 'ipv6' : 'ipv4');
}

/** Without sign-in, a page of another site whose name resolves to this machine could read and change all data. */
export const wrongHost = rejection({
  code: 'BAD_REQUEST',
  status: 421,
  message:
    'Without sign-in, the gateway answers only requests whose `Host` is localhost, 127.0.0.0/8 or [::1]. Use http://localhost with the port of the gateway, or configure sign-in.',
});

export const answersHost = (hosts: Hosts, { headers, url }: IncomingMessage): boolean =>
  hosts === 'any' || url === '/health' || isLoopback(headers.host);

function groupsOf(address: string): readonly number[] {
  // URLs spell IPv6 addresses in hexadecimal only, even those that end in an IPv4 address.
  const spelled = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = spelled.split('::');
  const parse = (part = '') =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [parse(head), parse(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function canonicalAddress(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  const [a = 0, b = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped
    ? [a >> 8, a & 255, b >> 8, b & 255].join('.')
    : groups.map((group) => group.toString(16)).join(':');
}

/** The key that limits count by: an IPv4 address, or the /64 network of an IPv6 address. */
export function addressKey(address: string): string {
  if (isIP(address) === 4) return address;
  const canonical = canonicalAddress(address);
  return isIP(canonical) === 6 ? `${canonical.split(':').slice(0, 4).join(':')}::/64` : canonical;
}

const family = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

export function parseProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries.flatMap((each) => (each === 'loopback' ? ['127.0.0.0/8', '::1'] : each))) {
    const [address = '', bits, ...rest] = entry.split('/');
    if (isIP(address) === 0 || rest.length > 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits)))
      throw new RangeError(`${entry} is not an address`);
    if (bits === undefined) list.addAddress(address, family(address));
    else list.addSubnet(address, Number(bits), family(address));
  }
  return list;
}

/** Removes the client's port, which some proxies add. */
const withoutPort = (text: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;

export type AddressOf = (request: IncomingMessage) => string;

/** The socket's address or, behind trusted proxies, the right-most untrusted one of X-Forwarded-For. */
export function createAddressOf(trusted: readonly string[]): AddressOf {
  const proxies = parseProxies(trusted);
  const isTrusted = (address: string) => isIP(address) !== 0 && proxies.check(address, family(address));
  return ({ socket, headers }) => {
    const own = socket.remoteAddress ?? '';
    if (trusted.length === 0) return addressKey(own);
    let client = canonicalAddress(own);
    // Node joins several headers of this name into one list.
    const forwarded = String(headers['x-forwarded-for'] ?? '').split(',');
    for (const entry of forwarded.reverse()) {
      if (!isTrusted(client)) break;
      const address = withoutPort(entry.trim());
      if (isIP(address) === 0) break;
      client = canonicalAddress(address);
    }
    return addressKey(client);
  };
}

/** The id in a request's log lines and error responses: the caller's own id if it is valid, otherwise a new one. */
export function requestIdFrom(given: string | null | undefined): string {
  return given && /^[\w.:-]{1,128}$/.test(given) ? given : crypto.randomUUID();
}
