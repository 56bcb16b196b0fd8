import type { Prisma } from '../db/generated/client.ts';
import { tables } from '../db/generated/tables.ts';
import type { Column, ModelName } from '../db/model/table.ts';

type Scalars<M extends ModelName> = Prisma.TypeMap['model'][M]['payload']['scalars'];
type DemoValue<T> = T extends Prisma.Decimal ? string : T;

/** A complete row, with decimals as text; every column is present, even if null. */
export type DemoRow<M extends ModelName> = { readonly [K in keyof Scalars<M>]: DemoValue<Scalars<M>[K]> };

/** Rows of any tables, stored as text for COPY. */
export class Rows {
  readonly #lines = new Map<ModelName, string[]>();

  add<M extends ModelName>(model: M, row: DemoRow<M>): void {
    const lines = this.#lines.get(model) ?? [];
    if (lines.length === 0) this.#lines.set(model, lines);
    lines.push(copyLine(tables[model].columns, row));
  }

  text(model: ModelName): string | undefined {
    return this.#lines.get(model)?.join('');
  }
}

export function copyStatement(model: ModelName, into: string): string {
  const names = tables[model].columns.map(({ column }) => column).join(', ');
  return `copy ${into} (${names}) from stdin`;
}

function copyLine(columns: readonly Column[], row: Readonly<Record<string, unknown>>): string {
  let line = '';
  for (const column of columns) line += `${line === '' ? '' : '\t'}${cellText(column, row[column.name])}`;
  return `${line}\n`;
}

function cellText(column: Column, value: unknown): string {
  if (value === null) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value) && column.list) return escaped(arrayLiteral(value));
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (sign) => escapes[sign] ?? sign) : text;
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
