// Prints test files: with `database`, those that use a database of the tests' server, directly or in a helper;
// with `statements`, those of them that depend on the version of PostgreSQL; with `other`, the rest. Tests of
// commands and pages belong to the rest: they depend on Node.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Every helper that opens a database imports the URL of the server from here. */
const server = 'test/global-setup.ts';
const ofProcesses = ['test/cli/', 'test/browser/', 'test/embedded/'];
/** Plans and scopes: their statements are those of other tests. */
const ofOperations = ['test/execution/', 'test/schema/scopes/'];
const kinds = ['database', 'statements', 'other'];

const known = new Map();

function usesServer(file) {
  if (file === server) return true;
  if (!known.has(file)) {
    known.set(file, false);
    const imports = readFileSync(join(root, file), 'utf8').matchAll(/ from '(\.[^']+)';$/gm);
    const helpers = [...imports].map(([, path]) => join(dirname(file), path));
    known.set(
      file,
      helpers.some((helper) => /^test\/.*\.ts$/.test(helper) && usesServer(helper)),
    );
  }
  return known.get(file);
}

const isIn = (folders, file) => folders.some((folder) => file.startsWith(folder));

function kindsOf(file) {
  if (!usesServer(file) || isIn(ofProcesses, file)) return ['other'];
  return isIn(ofOperations, file) ? ['database'] : ['database', 'statements'];
}

const [kind] = process.argv.slice(2);
if (!kinds.includes(kind)) throw new Error(`Usage: node .ci/test-files.mjs ${kinds.join('|')}`);
const files = readdirSync(join(root, 'test'), { recursive: true })
  .map((name) => `test/${name}`)
  .filter((name) => name.endsWith('.test.ts'));
for (const file of files) if (kindsOf(file).includes(kind)) process.stdout.write(`${file}\n`);
