import { createHash } from 'node:crypto';
import { lstat, mkdir, readlink, rename, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf, EmbeddedServerError } from './error.ts';

/** Only part of the socket's name: the server listens on no network. */
export const PORT = 5432;

export interface SocketConnection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
}

// sockaddr_un holds 103 bytes on macOS and 107 on Linux.
const LONGEST = 103;

/** Clients get a short link in a private directory if the path of the socket is too long. */
export async function socketHost(dir: string): Promise<string> {
  if (Buffer.byteLength(`${dir}/.s.PGSQL.${PORT}`) <= LONGEST) return dir;
  const links = await privateDirectory();
  const link = join(links, createHash('sha256').update(dir).digest('hex').slice(0, 16));
  if ((await readlink(link).catch(() => undefined)) === dir) return link;
  const fresh = `${link}.${process.pid}`;
  await symlink(dir, fresh);
  await rename(fresh, link);
  return link;
}

async function privateDirectory(): Promise<string> {
  const self = process.geteuid?.();
  const path = join(tmpdir(), `customer-gateway-${self}`);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  const found = await lstat(path);
  if (found.isDirectory() && found.uid === self && (found.mode & 0o077) === 0) return path;
  throw new EmbeddedServerError(
    `${path} is not a directory of this user only, and the path of DATA_DIR is too long for a socket: ` +
      'remove it, or choose a shorter DATA_DIR.',
  );
}
