import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, parse } from 'graphql';
import { contractFaults, releaseFaults } from './changes.mjs';
import { deprecationFaults } from './deprecations.mjs';
import { ruleFaults } from './rules.mjs';

/** The reasons why the schema of a project cannot be released as it is, one line each. */
export async function faultsOf(root, contracts = []) {
  const read = (file) => readFile(join(root, file), 'utf8');
  const texts = await Promise.all(
    ['schema.graphql', 'released.graphql', 'CHANGELOG.md', 'package.json'].map(read),
  );
  const [schemaText, releasedText, changelog, manifest] = texts;
  const contractTexts = await Promise.all(contracts.map((file) => readFile(file, 'utf8')));
  const schema = buildSchema(schemaText);
  return [
    ...(await releaseFaults({ schema, releasedText, changelog, version: JSON.parse(manifest).version })),
    ...(contracts.length === 0 ? [] : await contractFaults(buildSchema(contractTexts.join('\n')), schema)),
    ...deprecationFaults(parse(schemaText)),
    ...(await ruleFaults(root, 'schema.graphql')),
  ];
}
