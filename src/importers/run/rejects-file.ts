import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../input-error.ts';
import type { Rejected } from './rejected.ts';

const unwritable =
  (path: string) =>
  (error: unknown): never => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(
      `The rejects cannot be written to “${path}”: ${reason}. Free space, or use another file for --rejects.`,
    );
  };

/** NDJSON with a line per reject, which `import` reads again. */
export class RejectsFile {
  readonly #file: FileHandle;
  readonly #path: string;

  private constructor(file: FileHandle, path: string) {
    this.#file = file;
    this.#path = path;
  }

  /** Replaces an existing file. Throws an `InputError`, as `add`, if the file cannot be written. */
  static async create(path: string): Promise<RejectsFile> {
    return new RejectsFile(await open(path, 'w', 0o600).catch(unwritable(path)), path);
  }

  async add(rejected: Rejected): Promise<void> {
    await this.#file.appendFile(`${JSON.stringify(rejected)}\n`).catch(unwritable(this.#path));
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}
