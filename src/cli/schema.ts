import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { printedSchema, printedSubgraph } from '../schema/print.ts';
import { CommandError } from './command-error.ts';

function explain(file: string, { message }: Error): never {
  throw new CommandError(`The schema cannot be written to ${file} (${message}): name another file.`);
}

export interface SchemaArguments {
  readonly out?: string;
  /** Prints the schema as a subgraph of a federated graph. */
  readonly federation?: boolean;
}

/** `customer-gateway schema`: prints the schema in the form of `schema.graphql`. */
export async function schemaCommand(
  { out: file, federation = false }: SchemaArguments,
  out: Writable,
): Promise<void> {
  const text = federation ? printedSubgraph() : printedSchema();
  if (file === undefined) out.write(text);
  else await writeFile(file, text).catch((error: Error) => explain(file, error));
}
