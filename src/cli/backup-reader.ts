import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract, type Header } from 'tar-stream';
import { checksumsName, manifestName } from './backup-archive.ts';
import { type Manifest, parseManifest } from './backup-manifest.ts';
import { CommandError } from './command-error.ts';

/** Receives the entries of an archive, before its checksums are verified. */
interface ArchiveVisitor {
  directory(name: string): Promise<void>;
  file(name: string, chunks: AsyncIterable<Buffer>): Promise<void>;
}

const maxText = 64 * 1024 * 1024;

// Accepts only names that stay below the directory that they are unpacked into.
const safeName = /^(?!.*(^|\/)\.{1,2}(\/|$))[\w.+~-]+(\/[\w.+~-]+)*$/;

interface ArchiveEntry extends AsyncIterable<unknown> {
  readonly header: Header;
  resume(): unknown;
}

class DamagedError extends Error {}

/** Reads a backup and verifies its names and checksums. Throws a CommandError if it is damaged. */
export async function readArchive(
  file: string,
  visitor: ArchiveVisitor,
  stop?: AbortSignal,
): Promise<Manifest> {
  const entries = extract();
  const source = pipeline(createReadStream(file), createGunzip(), entries, { signal: stop });
  source.catch(() => undefined);
  try {
    const contents = new Contents(visitor);
    for await (const entry of entries) await contents.add(entry);
    await source;
    return contents.verify();
  } catch (error) {
    entries.destroy();
    throw readFailure(
      file,
      error,
      await source.then(
        () => undefined,
        (cause: unknown) => cause,
      ),
      stop,
    );
  }
}

function readFailure(file: string, error: unknown, cause: unknown, stop?: AbortSignal): unknown {
  if (stop?.aborted) return new CommandError('Stopped: nothing was restored.');
  if (error instanceof CommandError) return error;
  for (const found of [cause, error]) {
    if (!(found instanceof Error)) continue;
    const { code, syscall, path } = found as NodeJS.ErrnoException;
    if (code === 'ENOSPC')
      return new CommandError(`The disk is full (${found.message}): nothing was restored.`);
    if (syscall !== undefined && path === file)
      return new CommandError(`${file} cannot be read (${found.message}).`);
    if (syscall !== undefined) return found;
  }
  const isOurs = error instanceof DamagedError;
  const reason = !isOurs && cause instanceof Error ? cause : error;
  if (isOurs || isDamage(reason))
    return new CommandError(
      `${file} is damaged or is not a backup (${reason instanceof Error ? reason.message : reason}): nothing was restored.`,
    );
  return error;
}

function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return (
    code?.startsWith('Z_') === true ||
    /tar|header|end of data|end of file|Premature|size/i.test(error.message)
  );
}

class Contents {
  readonly #visitor: ArchiveVisitor;
  readonly #checksums = new Map<string, string>();
  readonly #directories = new Set<string>();
  #manifest: string | undefined;
  #listed: string | undefined;

  constructor(visitor: ArchiveVisitor) {
    this.#visitor = visitor;
  }

  async add(entry: ArchiveEntry): Promise<void> {
    const { type, size = 0 } = entry.header;
    const name = type === 'directory' ? entry.header.name.replace(/\/$/, '') : entry.header.name;
    if (!safeName.test(name)) throw new DamagedError(`an entry has the name ${JSON.stringify(name)}`);
    if (this.#listed !== undefined) throw new DamagedError(`${checksumsName} is not the last entry`);
    if (this.#checksums.has(name) || this.#directories.has(name))
      throw new DamagedError(`${name} is in it twice`);
    if (type === 'directory') {
      entry.resume();
      this.#directories.add(name);
      return this.#visitor.directory(name);
    }
    if (type !== 'file') throw new DamagedError(`${name} is a ${type}`);
    const hash = createHash('sha256');
    const chunks = hashing(entry, hash);
    if (name !== manifestName && name !== checksumsName) await this.#visitor.file(name, chunks);
    else if (size > maxText) throw new DamagedError(`${name} is too large`);
    else if (name === manifestName) this.#manifest = await text(chunks);
    else this.#listed = await text(chunks);
    // The list does not contain itself.
    if (name !== checksumsName) this.#checksums.set(name, hash.digest('hex'));
  }

  verify(): Manifest {
    if (this.#listed === undefined) throw new DamagedError('it is incomplete');
    const listed = new Map<string, string>();
    for (const line of this.#listed.split('\n').filter((text) => text !== '')) {
      const [, hash = '', name = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      listed.set(name, hash);
    }
    for (const name of new Set([...listed.keys(), ...this.#checksums.keys()]))
      if (listed.get(name) !== this.#checksums.get(name))
        throw new DamagedError(`the checksum of ${name} is wrong`);
    const manifest = parseManifest(this.#manifest ?? '');
    if (manifest === undefined) throw new DamagedError(`${manifestName} has an unknown format`);
    return manifest;
  }
}

async function* hashing(entry: AsyncIterable<unknown>, hash: ReturnType<typeof createHash>) {
  for await (const chunk of entry) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a chunk of the archive is not a buffer');
    hash.update(chunk);
    yield chunk;
  }
}
