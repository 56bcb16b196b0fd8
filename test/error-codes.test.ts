import { readdir, readFile } from 'node:fs/promises';
import { expect, expectTypeOf, test } from 'vitest';
import { userErrorCodes } from '../src/domain/write/user-error.ts';
import { coded, type ErrorCode, errorCodes, type StatusOf } from '../src/error-codes.ts';
import { requestError } from '../src/schema/relay/request-error.ts';
import { type Rejection, rejection } from '../src/server/rejection.ts';

const files = await readdir('src', { recursive: true });
const sources = await Promise.all(
  files
    .filter((file) => /^(auth|execution|schema|server)\/.*\.ts$/.test(file))
    .map((file) => readFile(`src/${file}`, 'utf8')),
);

test('every code of the list is used', () => {
  const text = sources.join('\n');

  expect(Object.keys(errorCodes).filter((code) => !text.includes(`'${code}'`))).toEqual([]);
});

test('only listed codes are used, and only `coded` puts them into extensions', () => {
  const text = sources.join('\n');
  const written = [...text.matchAll(/(?:\bcode: |coded\(|equestError\(\s*|withCode\(\w+, )'([A-Z_]+)'/g)];
  const codes = new Set(written.map(([, code]) => code));

  expect(codes.size).toBeGreaterThan(10);
  expect([...codes].filter((code) => !Object.hasOwn(errorCodes, String(code)))).toEqual([]);
  expect(text.match(/extensions: \{[^}]*\bcode\b.*/g)).toBeNull();
});

test('a code has the same meaning as a GraphQL error and as a user error', () => {
  const both = userErrorCodes.filter((code) => Object.hasOwn(errorCodes, code));

  expect(both).toEqual(['NOT_FOUND', 'AMBIGUOUS', 'LIMIT_EXCEEDED']);
});

test('a status for some causes differs from the status of the code', () => {
  for (const { status, otherStatuses = {} } of Object.values(errorCodes))
    expect(Object.keys(otherStatuses)).not.toContain(String(status));
});

test('a rejection has the status of its code, or another one that the list has for it', () => {
  expect(rejection({ code: 'LIMIT_EXCEEDED', message: '' }).status).toBe(400);
  expect(rejection({ code: 'LIMIT_EXCEEDED', status: 429, message: '' }).status).toBe(429);
});

test('errors take only codes of the list, with their statuses (checked by `npm run typecheck`)', () => {
  expectTypeOf(requestError).parameter(0).toEqualTypeOf<ErrorCode>();
  expectTypeOf(coded).parameter(0).toEqualTypeOf<ErrorCode>();
  expectTypeOf<Rejection['code']>().toEqualTypeOf<ErrorCode>();
  expectTypeOf<StatusOf<'OVERLOADED'>>().toEqualTypeOf<503>();
  expectTypeOf<StatusOf<'LIMIT_EXCEEDED'>>().toEqualTypeOf<400 | 413 | 429>();
  expectTypeOf<'OTHER'>().not.toExtend<ErrorCode>();
});
