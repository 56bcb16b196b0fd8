// Generates the Prisma client and the Pothos types from the repository's data model, once per version of it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { home, root } from '../../paths.mjs';

const require = createRequire(import.meta.url);

// Joins are the faster of Prisma's two strategies here: the other reads all children of a parent, whatever
// the limit.
const generators = `generator client {
  provider        = "prisma-client-js"
  output          = "./client"
  previewFeatures = ["relationJoins"]
}

generator pothos {
  provider           = "prisma-pothos-types"
  clientOutput       = "./client"
  generateDatamodel  = "true"
}
`;

/**
 * The data model without the repository's generators, which write into src/. A customer's id is marked as
 * unique by itself, which is true: otherwise Prisma reads all rows after a cursor and counts off the page in
 * memory.
 */
function model() {
  const schema = readFileSync(join(root, 'prisma', 'schema.prisma'), 'utf8')
    .replaceAll(/^(\/\/\/.*\n)*generator [^}]*}\n/gm, '')
    .replace(/(model Customer {[^}]*?\n {2}id +String)\n/, '$1 @unique\n');
  return `${generators}\n${schema}`;
}

/** The directory of the generated client. */
export const generated = join(home, '.generated');

export function generate() {
  const file = join(generated, 'schema.prisma');
  const wanted = model();
  const isThere = existsSync(file) && existsSync(join(generated, 'client', 'index.js'));
  if (isThere && readFileSync(file, 'utf8') === wanted) return;
  mkdirSync(generated, { recursive: true });
  writeFileSync(file, wanted);
  const manifest = require.resolve('prisma/package.json');
  const prisma = join(dirname(manifest), require(manifest).bin.prisma);
  const { status, stdout, stderr } = spawnSync(process.execPath, [prisma, 'generate', '--schema', file], {
    cwd: home,
    encoding: 'utf8',
    // Any executable works: `generate` requires the path of the schema engine but does not run it.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PATH: `${join(home, 'node_modules', '.bin')}:${process.env.PATH}`,
    },
  });
  if (status !== 0) throw new Error(`prisma generate failed:\n${stdout}${stderr}`);
}
