// node evolution/check.mjs [--root DIRECTORY] [CONTRACT...]: checks whether the schema may be released as it
// is (CONTRIBUTING.md, "The schema"). Prints one line per problem and exits with 1 if there is any.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSchema, parse } from 'graphql';
import { contractFaults, releaseFaults } from './changes.mjs';
import { deprecationFaults } from './deprecations.mjs';
import { ruleFaults } from './rules.mjs';

const { values, positionals } = parseArgs({
  options: { root: { type: 'string', default: fileURLToPath(new URL('../../', import.meta.url)) } },
  allowPositionals: true,
});
const read = (file) => readFile(join(values.root, file), 'utf8');
const texts = await Promise.all(
  ['schema.graphql', 'released.graphql', 'CHANGELOG.md', 'package.json'].map(read),
);
const [schemaText, releasedText, changelog, manifest] = texts;
const contractTexts = await Promise.all(positionals.map((file) => readFile(file, 'utf8')));

const schema = buildSchema(schemaText);
const faults = [
  ...(await releaseFaults({ schema, releasedText, changelog, version: JSON.parse(manifest).version })),
  ...(positionals.length === 0 ? [] : await contractFaults(buildSchema(contractTexts.join('\n')), schema)),
  ...deprecationFaults(parse(schemaText)),
  ...(await ruleFaults(values.root, 'schema.graphql')),
];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
