import { open, readFile } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { csvMapper } from '../importers/csv/mapper.ts';
import { readMapping } from '../importers/csv/mapping.ts';
import { proposeMappingFor } from '../importers/csv/propose.ts';
import { InputError } from '../importers/input-error.ts';
import type { Input } from '../importers/read/source.ts';
import type { Mapper } from '../importers/record.ts';
import { CommandError } from './command-error.ts';

export const inputOf = (path: string, stdin: Readable): Input =>
  path === '-' ? { stream: stdin, name: 'standard input' } : { path };

/** A file of rejects is lines of JSON, also if the rejects were rows of a table. */
async function beginsAsJson(path: string): Promise<boolean> {
  const file = await open(path).catch(() => undefined);
  if (file === undefined) return false;
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), length: 1 }).catch(() => ({ buffer: '' }));
    return buffer.toString() === '{';
  } finally {
    await file.close();
  }
}

/** The mapper of a CSV table. */
export async function tableMapper(map: string | undefined, input?: string): Promise<Mapper> {
  if (map === undefined)
    throw new CommandError(
      'A CSV table needs --map FILE: `customer-gateway import map init` proposes one.',
      2,
    );
  const text = await readFile(map, 'utf8').catch(() => {
    throw new CommandError(`“${map}” cannot be read: give the mapping file of the table.`);
  });
  const mapper = csvMapper(readMapping(text));
  return input !== undefined && (await beginsAsJson(input))
    ? { ...mapper, documents: { form: 'json', list: null } }
    : mapper;
}

/** `import map init`: prints a mapping file. */
export async function mapInitCommand(path: string, stdin: Readable, out: Writable): Promise<void> {
  try {
    out.write(await proposeMappingFor(inputOf(path, stdin)));
  } catch (error) {
    throw error instanceof InputError ? new CommandError(error.message) : error;
  }
}
