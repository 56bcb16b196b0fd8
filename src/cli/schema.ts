import { writeFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { printedSchema } from '../schema/print.ts';

/** `customer-gateway schema`: the schema as `schema.graphql` keeps it. */
export async function schemaCommand({ out: file }: { readonly out?: string }, out: Writable): Promise<void> {
  if (file === undefined) out.write(printedSchema());
  else await writeFile(file, printedSchema());
}
