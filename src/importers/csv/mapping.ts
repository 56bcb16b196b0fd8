import { parseDocument } from 'yaml';
import { z } from 'zod';
import { type SourceSystem, sourceSystems } from '../../domain/source-system.ts';
import { InputError } from '../input-error.ts';
import { nearNames } from './near-names.ts';
import { areInConflict, isOfExport, targetNames, targetOf } from './targets.ts';

const delimiters = [',', ';', '\t', '|'] as const;

/** The system of tables that the gateway exported. */
const exportSystem = 'GATEWAY';

/** `null` leaves the column out. */
const form = z.strictObject({
  system: z.enum(['AUGNO', 'INVENTORY_PRO', 'COMMERCE_LAYER', 'OTHER', exportSystem]),
  name: z
    .string()
    .regex(/^[^\s:][^:]*$/)
    .optional(),
  delimiter: z.enum(delimiters).optional(),
  empty: z.array(z.string()).optional(),
  separator: z.string().min(1).default(','),
  values: z.record(z.string(), z.string()).default({}),
  columns: z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()])),
});

export interface CsvMapping {
  readonly system: SourceSystem;
  /** Whether the gateway exported the table: customers are known by their numbers, and have no record of a system. */
  readonly isExport: boolean;
  /** Precedes the ids of the system OTHER: `hubspot` makes `hubspot:12`. */
  readonly name: string | undefined;
  readonly delimiter: string | undefined;
  /** The texts that are empty cells. */
  readonly empty: ReadonlySet<string>;
  /** Between the elements of a list in one cell. */
  readonly separator: string;
  /** The values of fields that are the same in all rows. */
  readonly values: ReadonlyMap<string, string>;
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

function failUnknown(name: string): never {
  const near = nearNames(name, targetNames).map((each) => `\`${each}\``);
  const hint =
    near.length > 0
      ? `did you mean ${near.join(' or ')}? \`import map init\` lists all fields`
      : `the fields are ${targetNames.join(', ')}`;
  return fail(`\`${name}\` is not a field; ${hint}.`);
}

function checkConflicts(targets: readonly string[]): void {
  for (const [at, one] of targets.entries())
    for (const other of targets.slice(at + 1)) {
      if (!areInConflict(one, other)) continue;
      if (one === other) fail(`the field \`${one}\` is given twice; choose one column.`);
      fail(`\`${one}\` and \`${other}\` are values of one field; choose one of them.`);
    }
}

function checkKey(targets: readonly string[], given: string, name: string | undefined): void {
  if (given === exportSystem) {
    if (!targets.includes('number'))
      fail('no column has the field `number`, by which an export is imported.');
    const foreign = targets.find((each) => !isOfExport(each));
    if (foreign !== undefined) fail(`an export of the gateway does not have the field \`${foreign}\`.`);
    return;
  }
  if (!targets.includes('sourceId'))
    fail('no column has the field `sourceId`, the id of a customer in its system.');
  if (given === 'OTHER' && name === undefined)
    fail('the system OTHER requires the `name` of the system, such as `hubspot`.');
}

function check(targets: readonly string[]): void {
  const unknown = targets.find((target) => targetOf(target) === undefined);
  if (unknown !== undefined) failUnknown(unknown);
  checkConflicts(targets);
}

/** Reads a mapping file in YAML or JSON. Throws an `InputError` that says what would be right. */
export function readMapping(text: string): CsvMapping {
  const parsed = form.safeParse(readYaml(text));
  if (!parsed.success) return fail(z.prettifyError(parsed.error));
  const { system: given, name, delimiter, separator, columns: list } = parsed.data;
  const isExport = given === exportSystem;
  const columns = new Map(
    Object.entries(list).map(([column, to]) => [column, to === null ? [] : [to].flat()] as const),
  );
  const values = new Map(Object.entries(parsed.data.values));
  const targets = [...columns.values()].flat().concat(...values.keys());
  check(targets);
  checkKey(targets, given, name);
  const system = isExport ? sourceSystems.OTHER : sourceSystems[given];
  // A text of an export is the value itself.
  const empty = new Set(parsed.data.empty ?? (isExport ? [] : ['NULL']));
  return { system, isExport, name, delimiter, empty, separator, values, columns };
}
