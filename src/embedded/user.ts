import { stat } from 'node:fs/promises';
import { codeOf, EmbeddedServerError } from './error.ts';

/** User options for `spawn`; undefined if the server runs as the gateway's user. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

// Debian and systemd leave 65520-65533 free, so no daemon shares the files. Needs no account.
const UNSHARED: User = { uid: 65530, gid: 65530 };

/** initdb, unlike the server, requires a name in /etc/passwd: 1 is `daemon` or `bin` everywhere. */
export const NAMED: User = { uid: 1, gid: 1 };

/** PostgreSQL refuses to run as root: then it is the owner of the data, or an unused user. */
export async function serverUser(home: string, dir: string): Promise<User | undefined> {
  const self = process.geteuid?.() ?? -1;
  const owner = await ownerOf(dir);
  if (self !== 0) return owner === undefined || owner.uid === self ? undefined : refuse(dir, owner.uid, self);
  const user = owner ?? (await ownerOf(home));
  if (owner?.uid === 0) return refuse(dir, 0, self);
  return user === undefined || user.uid === 0 ? UNSHARED : user;
}

async function ownerOf(path: string): Promise<User | undefined> {
  try {
    const { uid, gid } = await stat(path);
    return { uid, gid: gid === 0 ? UNSHARED.gid : gid };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function refuse(dir: string, owner: number, self: number): never {
  const remedy =
    owner === 0 ? 'give it to another user (chown -R)' : `run the gateway as user ${owner} or root`;
  throw new EmbeddedServerError(
    `${dir} belongs to user ${owner} and the gateway runs as user ${self}: ${remedy}, ` +
      'choose another DATA_DIR, or set DATABASE_URL.',
  );
}
