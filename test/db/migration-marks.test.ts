import { describe, expect, test } from 'vitest';
import { readMigrations, statementsIn } from '../../src/db/admin/migration-file.ts';

/** The last migration of the release without marks. */
const unmarked = '20261121035000_changes';

const migrations = (await readMigrations()).filter(({ name }) => name > unmarked);

const headerOf = (sql: string): readonly string[] =>
  /^(?:-- migrate: .*\n)*/
    .exec(sql)?.[0]
    .split('\n')
    .filter((line) => line !== '') ?? [];

const created = (sql: string): ReadonlySet<string> =>
  new Set([...sql.matchAll(/create table (?:if not exists )?"?(\w+)/gi)].map(([, table = '']) => table));

/** Changes that an older gateway or a concurrent writer would notice. */
const breaking: readonly (readonly [RegExp, string])[] = [
  [/\bdrop\s+(table|column|type)\b/i, 'drops something that an older gateway uses'],
  [/\brename\b/i, 'renames something that an older gateway uses'],
  [/\balter\s+(column\s+)?"?\w+"?\s+(set\s+data\s+)?type\b/i, 'rewrites a table'],
  [/\bset\s+not\s+null\b/i, 'requires a value that an older gateway does not write'],
];

/** Removes comments and bodies of functions. */
const plainStatements = (sql: string): readonly string[] =>
  statementsIn(sql).map((each) => each.sql.replaceAll(/--[^\n]*|(\$\w*\$)[\s\S]*?\1/g, ''));

function faultsOf(sql: string): readonly string[] {
  const header = headerOf(sql);
  const isContract = header.includes('-- migrate: contract');
  const isTransactional = !header.includes('-- migrate: no transaction');
  const own = created(sql);
  return plainStatements(sql).flatMap((statement) => {
    const faults = isContract
      ? []
      : breaking.filter(([pattern]) => pattern.test(statement)).map(([, why]) => why);
    const [, concurrently, table = ''] =
      /^create\s+(?:unique\s+)?index\s+(concurrently\s+if\s+not\s+exists\s)?.*?\son\s+"?(\w+)/is.exec(
        statement,
      ) ?? [];
    if (table !== '' && !own.has(table) && !concurrently)
      faults.push('blocks writers while it creates an index');
    if (isTransactional && /^(update|delete)\b/i.test(statement))
      faults.push('changes rows in bulk in one transaction');
    if (!isTransactional && /^create\s+(?!or replace)(?!.*if not exists)/is.test(statement))
      faults.push('is not safe to repeat');
    return faults.map((fault) => `${fault}: ${statement.slice(0, 60)}`);
  });
}

describe.each(migrations)('$name', ({ sql }) => {
  test('is marked as expand or contract', () => {
    const marks = headerOf(sql).filter((line) => line !== '-- migrate: no transaction');
    expect(['-- migrate: expand', '-- migrate: contract']).toContain(marks.join());
  });

  test('follows the rules of docs/upgrading.md', () => expect(faultsOf(sql)).toEqual([]));
});

test.each([
  ['-- migrate: expand\nalter table customers drop column note', 'drops'],
  ['-- migrate: expand\nalter table customers rename note to remark', 'renames'],
  ['-- migrate: expand\nalter table customers alter column note set not null', 'requires'],
  ['-- migrate: expand\ncreate index a on customers (note)', 'blocks'],
  ['-- migrate: expand\nupdate customers set note = null', 'bulk'],
  [
    '-- migrate: no transaction\n-- migrate: expand\ncreate function f() returns int language sql as $$ select 1 $$',
    'repeat',
  ],
])('%s is found', (sql, fault) => expect(faultsOf(sql).join()).toContain(fault));
