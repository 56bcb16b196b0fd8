import { type FileHandle, open } from 'node:fs/promises';
import type { Rejected } from './rejected.ts';

/** NDJSON with a line per reject, which `import` reads again. */
export class RejectsFile {
  readonly #file: FileHandle;

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  /** Replaces an existing file. */
  static async create(path: string): Promise<RejectsFile> {
    return new RejectsFile(await open(path, 'w', 0o600));
  }

  async add(rejected: Rejected): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(rejected)}\n`);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
