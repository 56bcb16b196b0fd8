import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
  readonly isTransactional: boolean;
}

// The same relative path from src/db/ and from dist/db/.
const packageMigrations = new URL('../../../prisma/migrations/', import.meta.url);

const noTransaction = /^-- migrate: no transaction *\n/;

async function readMigration(directory: URL, name: string): Promise<Migration> {
  const text = await readFile(new URL(`${name}/migration.sql`, directory), 'utf8').catch((cause: unknown) => {
    throw new MigrationError(`Migration ${name} has no readable migration.sql.`, { cause });
  });
  // Normalizes line endings, so that a checkout with CRLF has the same checksum.
  const sql = text.replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { name, sql, checksum, isTransactional: !noTransaction.test(sql) };
}

export async function readMigrations(directory = packageMigrations): Promise<readonly Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readMigration(directory, name)));
}

export interface Statement {
  readonly sql: string;
  /** The offset in the file, in characters. */
  readonly offset: number;
}

const token =
  /(--[^\n]*|\/\*[\s\S]*?\*\/)|'(?:[^']|'')*'|"(?:[^"]|"")*"|(\$\w*\$)[\s\S]*?\2|(;)|[^;'"$/-]+|[\s\S]/g;

/** The statements of a file. Backslash escapes (`E'\''`) and nested comments are not supported. */
export function statementsIn(sql: string): readonly Statement[] {
  const statements: Statement[] = [];
  let start: number | undefined;
  for (const { 0: text, 1: comment, 3: end, index } of sql.matchAll(token)) {
    if (end !== undefined && start !== undefined) {
      statements.push({ sql: sql.slice(start, index), offset: start });
      start = undefined;
    } else if (end === undefined && comment === undefined && text.trim() !== '')
      start ??= index + text.search(/\S/);
  }
  if (start !== undefined) statements.push({ sql: sql.slice(start), offset: start });
  return statements;
}
