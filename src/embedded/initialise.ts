import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { EmbeddedServerError } from './error.ts';
import { launch, ownDirectory } from './launch.ts';
import { NAMED, type User } from './user.ts';

const TIMEOUT_MS = 120_000;

// Sorts by code point. pg_trgm recognizes letters by LC_CTYPE: under plain C, `東京` has none.
const LOCALE = [
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  `--lc-ctype=${process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'}`,
];

/** Creates a cluster in an empty directory. Every user that can reach its socket is its superuser. */
export async function initialise(dir: string, user: User | undefined, durable: boolean): Promise<void> {
  const maker = user && NAMED;
  if (maker) await chown(dir, maker.uid, maker.gid);
  const args = ['-D', ownDirectory(dir, maker), '-U', 'gateway', '--auth-local=trust', '--auth-host=reject'];
  const initdb = await launch('initdb', [...args, ...LOCALE, ...(durable ? [] : ['--no-sync'])], {
    cwd: dir,
    user: maker,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await succeed(initdb);
}

async function succeed(initdb: ChildProcess): Promise<void> {
  const patience = setTimeout(() => initdb.kill('SIGKILL'), TIMEOUT_MS);
  const [complaint, [code, signal]] = await Promise.all([
    initdb.stderr === null ? '' : text(initdb.stderr),
    once(initdb, 'exit'),
  ]);
  clearTimeout(patience);
  if (code === 0) return;
  const reason = complaint.trim().split('\n').slice(0, 3).join(' / ') || `exit ${code ?? signal}`;
  const remedy = reason.includes('could not look up effective user ID')
    ? 'run the gateway as a user with an account (initdb wants a line in /etc/passwd)'
    : 'put that right';
  throw new EmbeddedServerError(
    `The embedded PostgreSQL could not be set up (${reason}): ${remedy}, or set DATABASE_URL.`,
  );
}
