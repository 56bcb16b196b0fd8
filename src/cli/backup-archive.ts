import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { Manifest } from './backup-manifest.ts';
import { CommandError } from './command-error.ts';

export const manifestName = 'manifest.json';
export const checksumsName = 'SHA256SUMS';

interface ArchiveOptions {
  readonly overwrite: boolean;
  readonly stop: AbortSignal;
}

/** tar and gzip, written under a temporary name and renamed when it is complete and on disk. */
export class ArchiveWriter {
  readonly part: string;
  readonly #file: string;
  readonly #options: ArchiveOptions;
  readonly #pack = pack();
  readonly #written: Promise<void>;
  readonly #checksums: string[] = [];

  private constructor(file: string, options: ArchiveOptions) {
    this.#file = file;
    this.#options = options;
    this.part = `${file}.part`;
    this.#written = pipeline(
      Readable.from(this.#pack),
      createGzip({ level: 3 }),
      createWriteStream(this.part, { flags: 'wx', mode: 0o600 }),
      { signal: options.stop },
    );
    // Reported by the next entry, or by `finish`.
    this.#written.catch(() => undefined);
  }

  static async create(name: string, options: ArchiveOptions): Promise<ArchiveWriter> {
    const file = resolve(name);
    if (!options.overwrite && (await exists(file)))
      throw new CommandError(`${name} exists: choose another name, or replace it with --overwrite.`);
    if (await exists(`${file}.part`))
      throw new CommandError(
        `${name}.part exists: another backup is writing it, or was interrupted. Remove it if no backup is running.`,
      );
    if (!(await exists(dirname(file))))
      throw new CommandError(
        `The directory ${dirname(file)} does not exist: create it, or choose another file.`,
      );
    return new ArchiveWriter(file, options);
  }

  directory(name: string): Promise<void> {
    return this.#add((done) => this.#pack.entry({ name: `${name}/`, type: 'directory', mode: 0o700 }, done));
  }

  async file(name: string, size: number, chunks: AsyncIterable<Buffer>): Promise<void> {
    const hash = createHash('sha256');
    async function* hashed(): AsyncGenerator<Buffer> {
      for await (const chunk of chunks) {
        hash.update(chunk);
        yield chunk;
      }
    }
    await this.#add((done) => {
      const entry = this.#pack.entry({ name, size, type: 'file', mode: 0o600 }, done);
      pipeline(Readable.from(hashed()), entry).catch(done);
    });
    this.#checksums.push(`${hash.digest('hex')}  ${name}\n`);
  }

  /** Returns the size in bytes. */
  async finish(manifest: Manifest): Promise<number> {
    await this.#text(manifestName, `${JSON.stringify(manifest, null, 2)}\n`);
    await this.#text(checksumsName, this.#checksums.join(''));
    this.#pack.finalize();
    await this.#written.catch((error: unknown) => this.#explain(error));
    await sync(this.part);
    const { size } = await stat(this.part);
    await this.#rename();
    await sync(dirname(this.#file));
    return size;
  }

  async discard(): Promise<void> {
    this.#pack.destroy();
    const isOwn = await this.#written.then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'EEXIST' && error.code !== 'EACCES',
    );
    if (isOwn) await rm(this.part, { force: true });
  }

  #text(name: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    return this.file(name, content.length, Readable.from([content]));
  }

  /** Waits for an entry, or for an error of the stream below it. */
  async #add(write: (done: (error?: Error | null) => void) => unknown): Promise<void> {
    const added = new Promise<void>((settle, reject) => write((error) => (error ? reject(error) : settle())));
    added.catch(() => undefined);
    const failed = this.#written.then(() => added);
    await Promise.race([added, failed]).catch(async (error: unknown) => {
      // If the file below failed, its error is the cause of the entry's error.
      this.#pack.destroy();
      this.#explain(
        await this.#written.then(
          () => error,
          (cause: unknown) => cause,
        ),
        error,
      );
    });
  }

  #explain(error: unknown, of: unknown = error): never {
    if (this.#options.stop.aborted) throw new CommandError('Stopped: no backup was written.');
    const failed = error as NodeJS.ErrnoException;
    if (failed.syscall !== undefined && failed.code !== undefined)
      throw new CommandError(`The backup cannot be written to ${this.#file} (${failed.message}).`);
    throw of;
  }

  async #rename(): Promise<void> {
    if (this.#options.overwrite) return rename(this.part, this.#file);
    // Unlike rename, link never replaces a file.
    await link(this.part, this.#file).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST')
        throw new CommandError(`${this.#file} was created meanwhile: choose another name.`);
      throw new CommandError(`The backup cannot be written to ${this.#file} (${error.message}).`);
    });
    await rm(this.part);
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}

async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}
