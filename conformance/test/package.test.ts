import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const tsc = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));

/** A project that contains only the packed gateway, without its dependencies: types have none. */
const project = await mkdtemp(join(tmpdir(), 'cg-package-'));
const installed = join(project, 'node_modules/customer-gateway');

beforeAll(async () => {
  // Without scripts: `prepare` and `prepack` have already run, and the gateway of the other tests runs from
  // their output.
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', project], { cwd: root });
  const [tarball = ''] = await readdir(project);
  await mkdir(installed, { recursive: true });
  execFileSync('tar', ['-xzf', join(project, tarball), '-C', installed, '--strip-components=1']);
});

afterAll(() => rm(project, { recursive: true }));

/** tsc's messages about a client of the package, without positions. */
async function compile(client: string): Promise<string[]> {
  const text = `import type { Customer, CustomerCreateInput, CustomerIdentifier, QueryCustomersArgs } from 'customer-gateway/types';\n${client}`;
  await writeFile(join(project, 'client.mts'), text);
  const options = [
    '--strict',
    '--noEmit',
    '--skipLibCheck',
    'false',
    '--module',
    'nodenext',
    '--target',
    'es2023',
  ];
  const args = [tsc, ...options, 'client.mts'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  return stdout.match(/TS\d+: .*/g) ?? [];
}

test('the schema can be imported', async () => {
  const file = createRequire(join(project, 'client.js')).resolve('customer-gateway/schema.graphql');

  const schema = buildSchema(await readFile(file, 'utf8'));
  expect(schema.getType('Customer')?.toString()).toBe('Customer');
});

test('a client of the types compiles', async () => {
  const client = `
    export const page: QueryCustomersArgs = { first: 20, orderBy: [{ field: 'NUMBER', direction: 'DESC' }] };
    export const by: CustomerIdentifier = { shortId: 'ACME-CORP' };
    export const input: CustomerCreateInput = { name: 'Harbor Lane Books', creditLimit: null };
    export function limitOf({ creditLimit }: Pick<Customer, 'creditLimit'>): string {
      return creditLimit?.value ?? 'none';
    }`;
  expect(await compile(client)).toEqual([]);
});

test.each([
  [
    'a field that there is not',
    'export const f = (customer: Customer) => customer.nmae;',
    "TS2339: Property 'nmae' does not exist on type 'Customer'.",
  ],
  [
    'null where it can be',
    'export const f = ({ note }: Customer): string => note;',
    "TS2322: Type 'Maybe<string>' is not assignable to type 'string'.",
  ],
  [
    'a decimal taken for a number',
    'export const f = ({ creditLimit }: Customer) => (creditLimit?.value ?? "0") * 2;',
    'TS2362: The left-hand side of an arithmetic operation must be of type',
  ],
  [
    'a value that the enum does not have',
    "export const page: QueryCustomersArgs = { orderBy: [{ field: 'COLOUR' }] };",
    `TS2322: Type '"COLOUR"' is not assignable to type 'CustomerSortField'.`,
  ],
  [
    'two keys where one is asked for',
    "export const by: CustomerIdentifier = { shortId: 'ACME-CORP', number: 'C-1' };",
    "TS2322: Type '{ shortId: string; number: string; }' is not assignable to type 'CustomerIdentifier'.",
  ],
])('%s does not compile', async (_what, client, message) => {
  expect(await compile(client)).toEqual([expect.stringContaining(message)]);
});
