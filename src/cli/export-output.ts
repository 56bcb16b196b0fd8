import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import { CommandError } from './command-error.ts';

export interface ExportOutput {
  write(text: string): Promise<void>;
  finish(): Promise<void>;
  /** After an error: removes what was written to a file. */
  discard(): Promise<void>;
}

/** The reader of a stream has closed it, as `head` does after its last line. */
export class ClosedError extends Error {}

const closedCodes = new Set(['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']);

export const streamOutput = (out: Writable): ExportOutput => ({
  write: (text) =>
    new Promise((written, reject) =>
      out.write(text, (error) => {
        const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
        if (error == null) written();
        else reject(closedCodes.has(code) ? new ClosedError() : error);
      }),
    ),
  finish: async () => undefined,
  discard: async () => undefined,
});

function cannotWrite(file: string): (error: Error) => never {
  return ({ message }) => {
    throw new CommandError(`The export cannot be written to ${file} (${message}): name another file.`);
  };
}

/** Written under a temporary name and renamed when it is complete and on disk. */
class FileOutput implements ExportOutput {
  readonly #file: string;
  readonly #part: string;
  readonly #handle: FileHandle;

  constructor(file: string, part: string, handle: FileHandle) {
    this.#file = file;
    this.#part = part;
    this.#handle = handle;
  }

  async write(text: string): Promise<void> {
    await this.#handle.writeFile(text).catch(cannotWrite(this.#file));
  }

  async finish(): Promise<void> {
    await this.#handle.sync();
    await this.#handle.close();
    await rename(this.#part, this.#file).catch(cannotWrite(this.#file));
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(this.#part, { force: true });
  }
}

/** Only the user can read the file. */
export async function fileOutput(name: string): Promise<ExportOutput> {
  const file = resolve(name);
  const part = `${file}.${process.pid}.part`;
  const handle = await open(part, 'w', 0o600).catch(cannotWrite(file));
  return new FileOutput(file, part, handle);
}
