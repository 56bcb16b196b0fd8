// Writes the static files of GraphiQL, /docs and /voyager into dist/pages/, plain and compressed, with a manifest.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import * as graphiql from '@graphql-yoga/render-graphiql/graphiql';
import { readGuides } from './guides.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const target = join(root, 'dist/pages');
const endpoint = '/graphql';

const types = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  ico: 'image/x-icon',
};

const hashOf = (...contents) => {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content);
  return hash.digest('base64url').slice(0, 22);
};

/** Brotli's two highest qualities take ten times as long to save the last tenth: only for small files. */
const brotli = (content) =>
  promisify(brotliCompress)(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: content.length > 100_000 ? 9 : 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });

const codings = [
  ['identity', '', async (content) => content],
  ['br', '.br', brotli],
  ['gzip', '.gz', (content) => promisify(gzip)(content, { level: 9 })],
];

const written = new Set();

/** Stores a file under the hash of its content; compresses only content that is not stored yet. */
async function store(name, text) {
  const content = Buffer.from(text);
  const hash = hashOf(content);
  const stored = await Promise.all(
    codings.map(async ([coding, ending, encode]) => {
      const file = `${hash}${ending}`;
      written.add(file);
      const path = join(target, file);
      if (!existsSync(path)) writeFileSync(path, await encode(content));
      const body = readFileSync(path);
      return [coding, { file, bytes: body.length, etag: `"${hashOf(body)}"` }];
    }),
  );
  return { type: types[name.split('.').at(-1)], codings: Object.fromEntries(stored) };
}

/** Assets that reference each other by relative URLs share a folder; its name changes if any of them changes. */
async function storeAssets(prefix, assets) {
  const base = `${prefix}/${hashOf(...Object.entries(assets).flat())}/`;
  const entries = Object.entries(assets).map(async ([name, content]) => [
    `${base}${name}`,
    await store(name, content),
  ]);
  return { base, files: Object.fromEntries(await Promise.all(entries)) };
}

const assetsIn = (folder) =>
  Object.fromEntries(
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => [name, readFileSync(join(root, folder, name))]),
  );

/** A module of the program that pages use, too. */
const compiled = (path) =>
  readFileSync(join(root, 'dist', path), 'utf8').replace(/\n\/\/# sourceMappingURL=.*/, '');

/** GraphiQL adds its history only if it is given no other plugin, and does not export it. */
function withHistory(script) {
  const usual = /(\w+)=(\w+)===void 0\?\[(\w+)\]:\2,/g;
  if (script.match(usual)?.length !== 1)
    throw new Error('This version of GraphiQL adds its history in another way.');
  return script.replace(usual, '$1=[$3,...$2??[]],');
}

const dagre = dirname(require.resolve('@dagrejs/dagre/package.json'));
const yoga = dirname(require.resolve('@graphql-yoga/render-graphiql/package.json'));

const { tasks } = await import('../dist/explorer/examples/examples.js');

mkdirSync(target, { recursive: true });
const explorer = await storeAssets('/graphql/assets', {
  ...assetsIn('assets/graphiql'),
  ...assetsIn('assets/shared'),
  'examples.js': `export const tasks = ${JSON.stringify(tasks)};`,
  'fill.js': compiled('explorer/examples/fill.js'),
  'operations.js': compiled('explorer/operations/operations.js'),
  'table.js': compiled('explorer/table/table.js'),
  'formula-text.js': compiled('formula-text.js'),
  'graphiql.js': withHistory(graphiql.js),
  'graphiql.css': graphiql.css,
  'editor-worker.js': graphiql.editorWorkerService,
  'json-worker.js': graphiql.jsonWorker,
  'graphql-worker.js': graphiql.graphqlWorker,
  'favicon.ico': Buffer.from(graphiql.favicon.split(',')[1], 'base64'),
});
const reference = await storeAssets('/docs/assets', {
  ...assetsIn('assets'),
  ...assetsIn('assets/shared'),
  'dagre.js': readFileSync(join(dagre, 'dist/dagre.esm.js')),
});

const { schema } = await import('../dist/schema/index.js');
const { contentOf } = await import('../dist/explorer/reference/content.js');
const { docsPage, voyagerPage } = await import('../dist/explorer/reference/page.js');
const content = contentOf(schema, endpoint, readGuides());
const manifest = {
  graphiqlBase: explorer.base,
  assets: { ...explorer.files, ...reference.files },
  pages: {
    docs: await store('docs.html', docsPage(reference.base, content)),
    docsSignIn: await store('docs.html', docsPage(reference.base, null)),
    docsContent: await store('content.html', content),
    voyager: await store('voyager.html', voyagerPage(reference.base, endpoint)),
  },
};
const licenses = [dagre, yoga].map((folder) => readFileSync(join(folder, 'LICENSE'), 'utf8'));
writeFileSync(join(target, 'LICENSES'), licenses.join('\n'));
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest));

const kept = new Set(['LICENSES', 'manifest.json', ...written]);
for (const file of readdirSync(target)) if (!kept.has(file)) rmSync(join(target, file));
