import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { printedSchema } from '../schema/print.ts';
import { CommandError } from './command-error.ts';

function explain(file: string, { message }: Error): never {
  throw new CommandError(`The schema cannot be written to ${file} (${message}): name another file.`);
}

/** `customer-gateway schema`: the schema as `schema.graphql` keeps it. */
export async function schemaCommand({ out: file }: { readonly out?: string }, out: Writable): Promise<void> {
  if (file === undefined) out.write(printedSchema());
  else await writeFile(file, printedSchema()).catch((error: Error) => explain(file, error));
}
