import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { printedSchema, printedSubgraph } from '../schema/build/print.ts';
import { CommandError } from './command-error.ts';

function cannotWrite(file: string, { message }: Error): never {
  throw new CommandError(`The schema cannot be written to ${file} (${message}): name another file.`);
}

export interface SchemaArguments {
  readonly out?: string;
  readonly federation?: boolean;
}

export async function schemaCommand(
  { out: file, federation = false }: SchemaArguments,
  out: Writable,
): Promise<void> {
  const text = federation ? printedSubgraph() : printedSchema();
  if (file === undefined) out.write(text);
  else await writeFile(file, text).catch((error: Error) => cannotWrite(file, error));
}
