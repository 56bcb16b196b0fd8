import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { createAddressOf } from '../../src/server/http/request-headers.ts';

const addressOf = (trusted: readonly string[], remoteAddress: string, forwarded?: string): string => {
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return createAddressOf(trusted)({ socket: { remoteAddress }, headers } as unknown as IncomingMessage);
};

const v6 = '2001:db8:0:1::/64';

test.each<[string, string, readonly string[], string, string | undefined]>([
  ['without trusted proxies the header is ignored', '10.0.0.1', [], '10.0.0.1', '1.2.3.4'],
  ['an address that is not a proxy is the client', '10.0.0.9', ['10.0.0.1'], '10.0.0.9', '1.2.3.4'],
  ['the right-most address counts', '1.2.3.4', ['10.0.0.1'], '10.0.0.1', '9.9.9.9, 1.2.3.4'],
  [
    'trusted proxies in the header are skipped',
    '1.2.3.4',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '9.9.9.9, 1.2.3.4,10.1.1.1',
  ],
  [
    'if all addresses are trusted, the left-most counts',
    '10.2.2.2',
    ['10.0.0.0/8'],
    '10.0.0.1',
    '10.2.2.2, 10.1.1.1',
  ],
  ['an invalid address ends the list', '10.0.0.1', ['10.0.0.1'], '10.0.0.1', '1.2.3.4, unknown'],
  ['an empty header', '10.0.0.1', ['10.0.0.1'], '10.0.0.1', ''],
  ['no header', '10.0.0.1', ['10.0.0.1'], '10.0.0.1', undefined],
  ['a port is ignored', '1.2.3.4', ['loopback'], '127.0.0.1', '1.2.3.4:5678'],
  ['a port of an IPv6 address is ignored', v6, ['loopback'], '::1', '[2001:db8:0:1::5]:5678'],
  ['loopback is 127.0.0.0/8 and ::1', '1.2.3.4', ['loopback'], '127.3.2.1', '1.2.3.4'],
  ['an IPv4-mapped address is the IPv4 address', '1.2.3.4', [], '::ffff:1.2.3.4', undefined],
  ['an IPv4-mapped proxy is the proxy', '1.2.3.4', ['10.0.0.0/8'], '::ffff:10.0.0.1', '::ffff:102:304'],
  ['an IPv6 address counts by its /64', v6, [], '2001:0db8:0:0001:2:3:4:5', undefined],
  ['a zone is ignored', 'fe80:0:0:0::/64', [], 'fe80::1%eth0', undefined],
  ['an IPv6 range', '1.2.3.4', ['2001:db8::/32'], '2001:db8::1', '1.2.3.4'],
])('%s', (_what, expected, trusted, remote, forwarded) => {
  expect(addressOf(trusted, remote, forwarded)).toBe(expected);
});
