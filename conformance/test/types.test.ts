import { expect, test } from 'vitest';
import { run } from '../run.ts';

const tsc = 'typescript/bin/tsc';

// `npm run typecheck` verifies that correct programs have no errors.
/** TypeScript's errors in a program, as lines and codes. */
async function diagnosticsOf(project: string) {
  const { printed } = await run(tsc, ['--noEmit', '--pretty', 'false', '-p', project]);
  return [...printed.matchAll(/\((\d+),\d+\): error TS(\d+)/g)].map(([, line, code]) => [
    Number(line),
    Number(code),
  ]);
}

const noSuchProperty = 2339;
const notAssignable = 2322;
const missing = 2741;

test.each([
  // The codegen program reads a list element, which may be null or undefined; a field may only be null.
  ['codegen', 2533, 2531],
  ['tada', 18_047, 18_047],
])('with the types of %s every wrong line of a program is an error', async (kind, element, field) => {
  expect(await diagnosticsOf(`${kind}/wrong`)).toEqual([
    [8, noSuchProperty],
    [9, noSuchProperty],
    [11, notAssignable],
    [12, notAssignable],
    [13, missing],
    [15, element],
    [17, field],
    [19, notAssignable],
    [21, notAssignable],
  ]);
});

test('gql.tada check refuses a document that does not fit the schema', async () => {
  const { code, printed } = await run('gql.tada/bin/cli.js', [
    'check',
    '-c',
    'tada/wrong-document/tsconfig.json',
  ]);

  expect(printed).toContain('Cannot query field "nickname" on type "CustomerConnection".');
  expect(printed).toContain('Int cannot represent non-integer value: "40"');
  expect(code).toBe(1);
});

test('the code generator refuses a document that does not fit the schema', async () => {
  const { code, printed } = await run('@graphql-codegen/cli/esm/bin.js', [
    '--config',
    'codegen/wrong/codegen.config.ts',
  ]);

  expect(printed).toContain('Cannot query field "nickname" on type "CustomerConnection".');
  expect(printed).toContain('Int cannot represent non-integer value: "40"');
  expect(code).toBe(1);
});
