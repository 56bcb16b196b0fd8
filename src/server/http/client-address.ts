import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';

/** The 16-bit groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  // URLs spell IPv6 addresses in hexadecimal only, even those that end in an IPv4 address.
  const spelled = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [head = '', tail] = spelled.split('::');
  const parse = (part = '') =>
    part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16));
  const [before, after] = [parse(head), parse(tail)];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

/** Converts an IPv4-mapped IPv6 address to the IPv4 address. */
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

/** Parses TRUST_PROXY; throws for an entry that is not an address, a CIDR range or `loopback`. */
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

/**
 * Finds the address that a request is counted by: the socket's or, if that is a trusted proxy, the right-most
 * address of X-Forwarded-For that is not a trusted proxy.
 */
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
