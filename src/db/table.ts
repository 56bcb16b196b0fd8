import { Prisma } from './generated/client.ts';
import { tables } from './generated/tables.ts';
import type { Slot } from './template.ts';

export type Sql = Prisma.Sql;
export const { sql, join, raw, empty } = Prisma;

export type ModelName = keyof typeof tables;

type Scalars<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars'];
type Wire<T> = T extends Date | Prisma.Decimal | bigint ? string : T;

/** A row as the reads return it: instants as ISO 8601 in UTC, decimals and large integers as exact text. */
export type Row<M extends ModelName> = { readonly [K in keyof Scalars<M>]: Wire<Scalars<M>[K]> };
export type ColumnOf<M extends ModelName> = keyof Row<M> & string;

export interface Column {
  /** The field's name in schema.prisma. */
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

export interface Table {
  readonly model: ModelName;
  readonly name: Sql;
  readonly columns: readonly Column[];
  column(name: string): Column;
  /**
   * The condition on rows visible to an account: its own, and those
   * of the system if the table can have rows without an account.
   */
  visible(alias: string, accountId: string | Slot): Sql;
}

export const quote = (name: string): Sql => raw(`"${name}"`);

/** `alias."column"` */
export const ref = (alias: string, column: Column): Sql => raw(`${alias}."${column.column}"`);

/** A list of values as one parameter, so that the statement's text does not depend on their number. */
export const anyOf = (values: readonly unknown[] | Slot, type: string): Sql =>
  sql`any(${values}::${raw(type)}[])`;

type Scope = (alias: string, accountId: string | Slot) => Sql;

const own: Scope = (alias, accountId) => sql`${raw(alias)}.account_id = ${accountId}`;
const ownOrSystem: Scope = (alias, accountId) =>
  sql`(${raw(alias)}.account_id = ${accountId} or ${raw(alias)}.account_id is null)`;

/** Visibility rules of tables without an account_id. */
const scopes: Partial<Record<ModelName, Scope>> = {
  Account: (alias, accountId) => sql`${raw(alias)}.id = ${accountId}`,
  Priority: () => sql`true`,
  User: (alias, accountId) =>
    sql`exists (select from account_users seat where seat.account_id = ${accountId} and seat.user_id = ${raw(alias)}.id)`,
};

function scopeOf(model: ModelName, columns: readonly Column[]): Scope {
  const account = columns.find(({ name }) => name === 'accountId');
  const scope = scopes[model] ?? (account && (account.nullable ? ownOrSystem : own));
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

/** The model with this name; undefined if there is none. */
export const modelNamed = (name: string): ModelName | undefined => described.get(name as ModelName)?.model;

export function table(model: ModelName): Table {
  const found = described.get(model);
  if (found === undefined) throw new Error(`Unknown model: ${model}.`);
  return found;
}
