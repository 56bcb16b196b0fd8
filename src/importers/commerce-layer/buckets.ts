import type { Extent, UnnamedFile } from '../unnamed-file.ts';

const bucketCount = 512;
const maxHeld = 8 * 1024;

interface Bucket {
  held: string[];
  length: number;
  readonly extents: Extent[];
}

/** FNV-1a. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Values by key, in a file if they are many. Those of one key are in one of many buckets, in the order of addition. */
export class Buckets<T> {
  #buckets = new Map<number, Bucket>();
  readonly #file: UnnamedFile;

  constructor(file: UnnamedFile) {
    this.#file = file;
  }

  async add(key: string, value: T): Promise<void> {
    const at = hashOf(key) % bucketCount;
    const bucket = this.#buckets.get(at) ?? { held: [], length: 0, extents: [] };
    this.#buckets.set(at, bucket);
    const line = `${JSON.stringify(value)}\n`;
    bucket.held.push(line);
    bucket.length += line.length;
    if (bucket.length < maxHeld) return;
    bucket.extents.push(await this.#file.append(bucket.held.join('')));
    [bucket.held, bucket.length] = [[], 0];
  }

  /** Removes all values, a bucket at a time. */
  async *takeAll(): AsyncGenerator<readonly T[]> {
    const buckets = this.#buckets;
    this.#buckets = new Map();
    for (const { extents, held } of buckets.values()) {
      const written: string[] = [];
      for (const extent of extents) written.push(await this.#file.read(extent));
      const lines = [...written, ...held].join('').split('\n').slice(0, -1);
      // The lines are those of `add`.
      yield lines.map((line) => JSON.parse(line) as T);
    }
  }
}
