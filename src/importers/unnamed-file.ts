import { randomBytes } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { InputError } from './input-error.ts';

const remedy = 'Free space in the temporary folder, or set TMPDIR to another one.';

/** A part of a file. */
export interface Extent {
  readonly at: number;
  readonly bytes: number;
}

/**
 * A temporary file without a name: it disappears with the process, even if that is killed. Each call has to wait for the one
 * before: they share a buffer, since many buffers of their own would leave holes in the process's memory.
 */
export class UnnamedFile {
  #file: FileHandle | undefined;
  #length = 0;
  #buffer = Buffer.alloc(0);

  async #open(): Promise<FileHandle> {
    if (this.#file !== undefined) return this.#file;
    const path = join(tmpdir(), `customer-gateway-import-${randomBytes(8).toString('hex')}`);
    this.#file = await open(path, 'wx+', 0o600);
    await unlink(path);
    return this.#file;
  }

  #bufferOf(bytes: number): Buffer {
    if (this.#buffer.length < bytes) this.#buffer = Buffer.alloc(bytes * 2);
    return this.#buffer;
  }

  /** Throws an `InputError` if the text cannot be written. */
  async append(text: string): Promise<Extent> {
    const extent = { at: this.#length, bytes: Buffer.byteLength(text) };
    const buffer = this.#bufferOf(extent.bytes);
    buffer.write(text);
    this.#length += extent.bytes;
    try {
      const file = await this.#open();
      for (let done = 0; done < extent.bytes; )
        done += (await file.write(buffer, done, extent.bytes - done, extent.at + done)).bytesWritten;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new InputError(`Records that wait for later ones cannot be written: ${reason}. ${remedy}`);
    }
    return extent;
  }

  /** The text of an extent that was appended. */
  async read({ at, bytes }: Extent): Promise<string> {
    const file = await this.#open();
    const buffer = this.#bufferOf(bytes);
    await file.read(buffer, 0, bytes, at);
    return buffer.toString('utf8', 0, bytes);
  }

  get isWritten(): boolean {
    return this.#length > 0;
  }

  /** All that was appended. */
  async stream(): Promise<Readable> {
    return (await this.#open()).createReadStream({ start: 0, autoClose: false });
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
