import { Prisma } from '../generated/client.ts';
import { tables } from '../generated/tables.ts';

export class Slot {
  readonly of: string;

  constructor(of: string) {
    this.of = of;
  }
}

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

export type ModelName = keyof typeof tables;

type Scalars<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars'];
type Wire<T> = T extends Date | Prisma.Decimal | bigint ? string : T;

/** A row as the reads return it: instants as ISO 8601 in UTC, decimals and large integers as exact text. */
export type Row<M extends ModelName> = { readonly [K in keyof Scalars<M>]: Wire<Scalars<M>[K]> };
export type ColumnOf<M extends ModelName> = keyof Row<M> & string;

export interface Column {
  readonly name: string;
  readonly column: string;
  readonly type: string;
  readonly list: boolean;
  readonly nullable: boolean;
  /** Whether the column alone is unique within an account and never null. */
  readonly unique: boolean;
  /** An enum's values, in the database's order. */
  readonly values?: readonly string[];
}

/** A foreign key. */
export interface Reference {
  readonly model: ModelName;
  /** Whether every row has the reference. */
  readonly required: boolean;
  /** The referenced field of each column. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface Table {
  readonly model: ModelName;
  readonly name: Sql;
  readonly columns: readonly Column[];
  readonly references: readonly Reference[];
  column(name: string): Column;
  /** The account's own rows, and the system's if the table can have rows without an account. */
  visible(alias: string, accountId: string | Slot): Sql;
}

export const quote = (name: string): Sql => raw(`"${name}"`);

export const ref = (alias: string, column: Column): Sql => raw(`${alias}."${column.column}"`);

/** A list of values as one parameter, so that the statement's text does not depend on their number. */
export const anyOf = (values: readonly unknown[] | Slot, type: string): Sql =>
  sql`any(${values}::${raw(type)}[])`;

type Scope = (alias: string, accountId: string | Slot) => Sql;

const own: Scope = (alias, accountId) => sql`${raw(alias)}.account_id = ${accountId}`;
const ownOrSystem: Scope = (alias, accountId) =>
  sql`(${raw(alias)}.account_id = ${accountId} or ${raw(alias)}.account_id is null)`;

const visibilityRules: Partial<Record<ModelName, Scope>> = {
  Account: (alias, accountId) => sql`${raw(alias)}.id = ${accountId}`,
  Priority: () => sql`true`,
};

function scopeOf(model: ModelName, columns: readonly Column[]): Scope {
  const account = columns.find(({ name }) => name === 'accountId');
  const scope = visibilityRules[model] ?? (account && (account.nullable ? ownOrSystem : own));
  if (scope === undefined) throw new Error(`The visible rows of ${model} are not defined.`);
  return scope;
}

function describe(model: ModelName): Table {
  const columns: readonly Column[] = tables[model].columns;
  const byName = new Map(columns.map((column) => [column.name, column]));
  return {
    model,
    name: quote(tables[model].table),
    columns,
    references: tables[model].references,
    visible: scopeOf(model, columns),
    column(name) {
      const column = byName.get(name);
      if (column === undefined) throw new Error(`${model} has no column ${name}.`);
      return column;
    },
  };
}

const described = new Map<ModelName, Table>();
for (const model of Object.keys(tables)) described.set(model as ModelName, describe(model as ModelName));

export const modelNamed = (name: string): ModelName | undefined => described.get(name as ModelName)?.model;

export function table(model: ModelName): Table {
  const found = described.get(model);
  if (found === undefined) throw new Error(`Unknown model: ${model}.`);
  return found;
}

/** The columns that hold the ids of another model's rows. */
export function columnsReferring(to: ModelName): readonly { model: ModelName; column: string }[] {
  return [...described.values()].flatMap(({ model, references }) =>
    references
      .filter((reference) => reference.model === to)
      .flatMap(({ columns }) => Object.keys(columns).filter((column) => columns[column] === 'id'))
      .map((column) => ({ model, column })),
  );
}
