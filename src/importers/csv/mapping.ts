import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type SourceSystem, sourceSystems } from '../../domain/source-system.ts';
import { InputError } from '../input-error.ts';
import { csvTargets } from './targets.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** `null` leaves the column out. */
const form = z.strictObject({
  system: z.enum(['AUGNO', 'INVENTORY_PRO', 'COMMERCE_LAYER', 'OTHER']),
  name: z
    .string()
    .regex(/^[^\s:][^:]*$/)
    .optional(),
  delimiter: z.enum(delimiters).optional(),
  empty: z.array(z.string()).default(['NULL']),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
});

export interface CsvMapping {
  readonly system: SourceSystem;
  /** Precedes the ids of the system OTHER: `hubspot` makes `hubspot:12`. */
  readonly name: string | undefined;
  readonly delimiter: string | undefined;
  /** The texts that are empty cells. */
  readonly empty: ReadonlySet<string>;
  /** The fields of each column; none if the column is left out. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

const fail = (message: string): never => {
  throw new InputError(`The mapping file is invalid: ${message}`);
};

function readYaml(text: string): unknown {
  const document = parseDocument(text, { maxAliasCount: 0 } as object);
  const [problem] = document.errors;
  if (problem !== undefined) fail(problem.message);
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

function check(columns: CsvMapping['columns'], system: SourceSystem, name: string | undefined): void {
  const targets = [...columns.values()].flat();
  const unknown = targets.find((target) => !Object.hasOwn(csvTargets, target));
  if (unknown !== undefined)
    fail(`\`${unknown}\` is not a field; the fields are ${Object.keys(csvTargets).join(', ')}.`);
  const twice = targets.find((target, at) => targets.indexOf(target) !== at);
  if (twice !== undefined) fail(`two columns have the field \`${twice}\`; choose one.`);
  if (!targets.includes('sourceId'))
    fail('no column has the field `sourceId`, the id of a customer in its system.');
  if (system === 'OTHER' && name === undefined)
    fail('the system OTHER requires the `name` of the system, such as `hubspot`.');
}

/** Reads a mapping file in YAML or JSON. Throws an `InputError` that says what would be right. */
export function readMapping(text: string): CsvMapping {
  const parsed = form.safeParse(readYaml(text));
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const { system: given, name, delimiter, empty, columns: list } = parsed.data;
  const system = sourceSystems[given];
  const columns = new Map(
    Object.entries(list).map(([column, to]) => [column, to === null ? [] : [to].flat()] as const),
  );
  check(columns, system, name);
  return { system, name, delimiter, empty: new Set(empty), columns };
}
