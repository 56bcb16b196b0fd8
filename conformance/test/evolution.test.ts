import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { faultsOf as faultsIn } from '../evolution/faults.mjs';

const check = fileURLToPath(new URL('../evolution/check.mjs', import.meta.url));

const sound = await readFile(new URL('evolution/sound.graphql', import.meta.url), 'utf8');

interface Project {
  readonly schema?: string;
  readonly released?: string;
  readonly notes?: string;
  readonly version?: string;
  readonly contract?: string;
}

/** Writes a project with these files, and returns its directory. */
async function write(project: Project): Promise<string> {
  const {
    schema = sound,
    released = `# 0.1.0\n${sound}`,
    notes = '',
    version = '0.1.0',
    contract = sound,
  } = project;
  const root = await mkdtemp(join(tmpdir(), 'cg-evolution-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const files = {
    'schema.graphql': schema,
    'released.graphql': released,
    'CHANGELOG.md': `# Changelog\n\n## Unreleased\n\n${notes}\n\n## 0.1.0\n\n- BREAKING: \`Thing.name\`: long ago.\n`,
    'package.json': JSON.stringify({ version }),
    'contract.graphql': contract,
  };
  for (const [file, text] of Object.entries(files)) await writeFile(join(root, file), text);
  return root;
}

async function faultsOf(project: Project): Promise<readonly string[]> {
  const root = await write(project);
  return faultsIn(root, [join(root, 'contract.graphql')]);
}

/** The valid schema with one change. */
function changed(from: string, to: string): string {
  expect(sound).toContain(from);
  return sound.replace(from, to);
}

const withoutName = changed('"What it is called."\n  name: String\n', '');

test.each([
  [sound, 0, ''],
  [withoutName, 1, /^Breaking since 0\.1\.0: .*\n$/],
])(
  'the command prints the problems, and its exit code says whether there are any',
  async (schema, code, text) => {
    const root = await write({ schema, contract: schema });
    const args = [check, '--root', root, join(root, 'contract.graphql')];
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });

    expect(status).toBe(code);
    expect(stderr).toMatch(text);
  },
);

test('a schema that nothing changed in passes, and one with more in it', async () => {
  expect(await faultsOf({})).toEqual([]);
  const schema = changed('LARGE\n', 'LARGE\n\n  "The rest."\n  OTHER\n');
  expect(await faultsOf({ schema })).toEqual([]);
});

test('a breaking change is refused, with the line that CHANGELOG.md would have to have', async () => {
  expect(await faultsOf({ schema: withoutName, contract: withoutName })).toEqual([
    `Breaking since 0.1.0: Field 'name' was removed from object type 'Thing'. Take it back, or add to CHANGELOG.md, under "## Unreleased": - BREAKING: \`Thing.name\`: what clients do instead.`,
  ]);
});

test('a breaking change passes when CHANGELOG.md names it, and no other', async () => {
  const notes = '- BREAKING: `Thing.name`: ask for `kind`.';
  expect(await faultsOf({ schema: withoutName, contract: withoutName, notes })).toEqual([]);
  const schema = withoutName.replace('LARGE', 'HUGE');
  expect(await faultsOf({ schema, contract: schema, notes })).toEqual([
    expect.stringContaining('`Kind.LARGE`'),
  ]);
});

test.each([
  ['an argument that is required', 'name: String): Thing', 'name: String!): Thing', 'Query.thing(name:)'],
  ['another type', 'name: String\n', 'name: ID\n', 'Thing.name'],
  ['null where there was none', 'nodes: [Thing!]!', 'nodes: [Thing!]', 'ThingConnection.nodes'],
])('%s is breaking', async (_what, from, to, coordinate) => {
  const schema = changed(from, to);
  expect(await faultsOf({ schema, contract: schema })).toEqual([
    expect.stringContaining(`- BREAKING: \`${coordinate}\``),
  ]);
});

test('nothing in CHANGELOG.md makes up for a difference from the contract', async () => {
  const contract = changed('kind: Kind', 'kind: Kind!');
  const notes = '- BREAKING: `Thing.kind`: it can be null.';
  expect(await faultsOf({ contract, notes })).toEqual([
    "Not as the contract has it: `Thing.kind`: Field 'Thing.kind' changed type from 'Kind!' to 'Kind'.",
  ]);
});

test('a version that was not made by the release script is refused', async () => {
  expect(await faultsOf({ version: '0.2.0' })).toEqual([
    'released.graphql is the schema of 0.1.0, package.json says 0.2.0: a release is made with "npm run release -- VERSION".',
  ]);
});

test.each([
  ['without a reason', '@deprecated'],
  ['without a day', '@deprecated(reason: "Use `kind`.")'],
  ['with a day that no calendar has', '@deprecated(reason: "Until 2027-02-30: use `kind`.")'],
  ['with a day alone', '@deprecated(reason: "Until 2027-05-01: ")'],
])('a deprecation %s is refused', async (_how, directive) => {
  const [fault, ...others] = await faultsOf({
    schema: changed('name: String\n', `name: String ${directive}\n`),
  });
  expect(fault).toMatch(
    /^Deprecated without a day and a reason: Thing\.name \(line \d+\)\. Write @deprecated\(reason: "Until 2027-05-01: /,
  );
  expect(others).toEqual([]);
});

test('a deprecation with a day and a reason passes', async () => {
  const directive = '@deprecated(reason: "Until 2027-05-01: use `kind`.")';
  expect(await faultsOf({ schema: changed('name: String\n', `name: String ${directive}\n`) })).toEqual([]);
});

test.each([
  ['relay-arguments', 'first: Int\n', 'at: Int\n'],
  ['relay-connection-types', '"The things with their places."\n  edges: [ThingEdge!]!', ''],
  ['relay-edge-types', '"The place."\n  cursor: String!', ''],
  ['relay-page-info', '"The last place."\n  endCursor: String', ''],
  ['require-description', '"The thing."\n', ''],
  ['naming-convention', 'kind: Kind', 'its_kind: Kind'],
])('a schema that breaks the rule %s is refused', async (rule, from, to) => {
  const schema = changed(from, to);
  const faults = await faultsOf({ schema, released: `# 0.1.0\n${schema}`, contract: schema });
  expect(faults).toContainEqual(
    expect.stringMatching(`^schema\\.graphql:\\d+: .*\\(@graphql-eslint/${rule}\\)$`),
  );
});
