import { expect, test } from 'vitest';
import { createLog } from '../src/log.ts';

function written(error: Error): string {
  const lines: string[] = [];
  createLog('trace', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'failed');
  return lines.join('');
}

const failure = (message: string, code: string): Error =>
  Object.assign(new Error(message), {
    code,
    detail: 'Key (email)=(secret) already exists.',
    table: 'customers',
  });

test('a database error is logged without the values of its rows', () => {
  const unique = written(failure('duplicate key value violates unique constraint "x"', '23505'));
  const input = written(failure('invalid input syntax for type numeric: "secret"', '22P02'));

  expect(unique + input).not.toContain('secret');
  expect(unique).toContain('23505');
  expect(unique).toContain('    at ');
});

test('any other error is logged unchanged', () => {
  expect(written(failure('column t.name does not exist', '42703'))).toContain('column t.name does not exist');
});
