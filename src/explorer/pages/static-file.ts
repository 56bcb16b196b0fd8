import { readFile } from 'node:fs/promises';
import { codingFor } from '../../server/http/response.ts';

export type StoredCoding = 'identity' | 'br' | 'gzip';

interface Stored {
  /** The file name in dist/pages/, derived from the content's hash. */
  readonly file: string;
  readonly bytes: number;
  readonly etag: string;
}

export interface StoredFile {
  readonly type: string;
  readonly codings: Readonly<Record<StoredCoding, Stored>>;
}

export interface Representation extends Stored {
  readonly coding: StoredCoding;
}

export function representationOf({ codings }: StoredFile, accept: string | undefined): Representation {
  const coding = codingFor(accept, codings.identity.bytes, 'br') ?? 'identity';
  return { coding, ...codings[coding] };
}

/** Reads files of one folder. Each file is read once, and all responses share its buffer. */
export class FileCache {
  readonly #folder: URL;
  readonly #files = new Map<string, Promise<Buffer>>();

  constructor(folder: URL) {
    this.#folder = folder;
  }

  read(file: string): Promise<Buffer> {
    const cached = this.#files.get(file);
    if (cached !== undefined) return cached;
    const read = readFile(new URL(file, this.#folder));
    this.#files.set(file, read);
    read.catch(() => this.#files.delete(file));
    return read;
  }
}
