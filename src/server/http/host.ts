import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { rejection } from '../rejection.ts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** Accepted values of `Host`. X-Forwarded-Host is never read. */
export type Hosts = 'any' | 'loopback';

/** Whether a Host header names this machine, with any port. */
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
