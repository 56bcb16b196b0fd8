import { basename, dirname } from 'node:path';

/**
 * The folders of src/, from the top down: what code in them is about, the folders and files that they can import,
 * and their libraries. The linter allows nothing else. `npm run docs` prints biome.layers.json and CONTRIBUTING.md.
 */
export const layers = [
  {
    folder: 'cli',
    vocabulary: 'argument, exit code',
    imports: [
      'server',
      'explorer',
      'schema',
      'importers',
      'exporters',
      'auth',
      'background',
      'outbox',
      'demo',
      'embedded',
      'db',
      'context.ts',
      'config.ts',
      'log.ts',
      'observe',
    ],
    libraries: ['cli-progress', 'commander', 'pg', 'tar-stream'],
  },
  {
    folder: 'explorer',
    vocabulary: 'page, asset, example',
    imports: ['server/http', 'server/rejection.ts', 'schema'],
    libraries: ['graphql', 'graphql-yoga', 'pino'],
  },
  {
    folder: 'server',
    vocabulary: 'header, status, request id, limit',
    imports: ['explorer/mount.ts', 'execution', 'schema', 'auth', 'context.ts', 'db', 'observe'],
    libraries: ['@whatwg-node/server', 'graphql', 'graphql-yoga', 'ioredis', 'lru-cache', 'pino'],
  },
  {
    folder: 'execution',
    vocabulary: 'plan, selection, column, failure',
    imports: ['schema', 'auth/viewer.ts', 'context.ts', 'loaders', 'db/model', 'db/read'],
    libraries: ['graphql'],
  },
  {
    folder: 'auth',
    vocabulary: 'token, claim, key, scope',
    imports: ['db'],
    libraries: ['dataloader', 'jose', 'lru-cache', 'oauth4webapi'],
  },
  {
    folder: 'schema',
    vocabulary: 'type, field, connection, edge, argument',
    imports: [
      'auth/viewer.ts',
      'context.ts',
      'loaders',
      'domain',
      'db/model',
      'db/read/filter',
      ...[
        'address-values',
        'aggregate/group-key',
        'aggregate/groups',
        'aggregate/order-totals',
        'aggregate/price',
        'change-actor',
        'change-filter',
        'facet',
        'facet-dimension',
        'list',
        'order',
        'page-plan',
        'search-words',
        'work',
      ].map((name) => `db/read/${name}.ts`),
    ],
    libraries: ['@pothos/core', '@pothos/plugin-relay', 'graphql'],
  },
  {
    folder: 'importers',
    vocabulary: 'document, mapper, record, rejection',
    imports: ['domain', 'db'],
    libraries: ['@streamparser/json', 'csv-parse', 'yaml', 'zod'],
  },
  { folder: 'background', vocabulary: 'run, round, pause', imports: ['domain', 'db'], libraries: ['pino'] },
  { folder: 'exporters', vocabulary: 'form, page, column', imports: ['domain', 'db'], libraries: [] },
  {
    folder: 'loaders',
    vocabulary: 'key, batch, level',
    imports: ['db', 'observe'],
    libraries: ['dataloader'],
  },
  {
    folder: 'domain',
    vocabulary: 'rule, decimal, unit, user error',
    imports: ['db', 'observe'],
    libraries: ['decimal.js', 'zod'],
  },
  {
    folder: 'outbox',
    vocabulary: 'message, delivery, attempt, webhook',
    imports: ['db'],
    libraries: ['pino'],
  },
  {
    folder: 'demo',
    vocabulary: 'sample, seed',
    imports: ['domain', 'db'],
    libraries: ['@faker-js/faker', 'pg', 'pg-copy-streams'],
  },
  {
    folder: 'db/admin',
    vocabulary: 'migration, API key',
    imports: ['db/client.ts', 'db/model', 'db/wire'],
    libraries: ['pg'],
  },
  {
    folder: 'db/write',
    vocabulary: 'transaction, inserted row',
    imports: ['db/client.ts', 'db/read', 'db/model', 'db/wire', 'db/generated', 'observe'],
    libraries: ['pg'],
  },
  {
    folder: 'db/feed',
    vocabulary: 'change, position, listener',
    imports: ['db/read', 'db/model', 'db/wire'],
    libraries: ['pg'],
  },
  {
    folder: 'db/read',
    vocabulary: 'filter, order, page, count, facet',
    imports: ['db/model', 'db/wire', 'db/generated'],
    libraries: [],
  },
  { folder: 'db/model', vocabulary: 'table, column, id', imports: ['db/generated'], libraries: ['uuid'] },
  {
    folder: 'db/wire',
    vocabulary: 'connection, statement, session',
    imports: ['observe'],
    libraries: ['@prisma/adapter-pg', 'lru-cache', 'pg'],
  },
  {
    folder: 'observe',
    vocabulary: 'observation, span, metric',
    imports: [],
    libraries: ['pino', 'prom-client'],
  },
  {
    folder: 'observe/tracing',
    vocabulary: 'trace, collector',
    imports: ['observe'],
    libraries: [
      ...['api', 'core', 'exporter-trace-otlp-proto', 'resources', 'sdk-trace-base'].map(
        (name) => `@opentelemetry/${name}`,
      ),
      'pino',
    ],
  },
  { folder: 'embedded', vocabulary: 'process, socket, data directory', imports: [], libraries: ['pg'] },
];

/** The files in src/ itself that only some folders can import; the others are for all. */
const files = ['config.ts', 'context.ts', 'log.ts', 'main.ts'];

/** Imports of the files in src/ itself besides each other; later entries replace earlier ones. */
const rootFiles = [
  { path: 'src/*.ts', imports: [], libraries: ['lru-cache', 'pino', 'zod'] },
  {
    path: 'src/context.ts',
    imports: ['auth/viewer.ts', 'db', 'domain', 'loaders', 'observe'],
    libraries: ['pino'],
  },
  { path: 'src/main.ts', imports: ['cli', 'db/admin', 'embedded'], libraries: ['commander'] },
];

const folders = [...new Set(layers.map(({ folder }) => folder.split('/')[0]))];
const partsOfDb = [
  'generated',
  ...layers.flatMap(({ folder }) => (folder.startsWith('db/') ? [folder.slice(3)] : [])),
];

const pattern = (path) => (path.endsWith('.ts') ? `**/${path}` : `**/${path}/**`);

const denied = (names, allowed) =>
  names
    .filter((name) => !allowed.includes(name))
    .flatMap((name) => [
      pattern(name),
      ...allowed.filter((path) => path.startsWith(`${name}/`)).map((path) => `!${pattern(path)}`),
    ]);

const withinDb = (paths) => paths.map((path) => path.replace(/^db\//, ''));

function importsOf({ folder, imports }) {
  const [top] = folder.split('/');
  const outside = denied([...folders, ...files], [...imports, top]);
  if (top !== 'db') return outside;
  const client = imports.includes('db/client.ts') ? [] : ['../client.ts'];
  return [...outside, ...client, ...denied(partsOfDb, withinDb([...imports, folder]))];
}

const librariesOf = (libraries) => [
  '**',
  '!.*/**',
  '!node:*',
  '!node:*/**',
  ...libraries.flatMap((library) => [`!${library}`, `!${library}/**`]),
];

const override = (includes, patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
});

const importRule = (where, group) => ({
  group,
  message: `${where} cannot import this; scripts/layers.mjs lists the imports of each folder.`,
});

const libraryRule = (where, libraries) => ({
  group: librariesOf(libraries),
  message: `${where} cannot import this library; scripts/layers.mjs lists the libraries of each folder.`,
});

/** The linter's rules, as text. */
export const biomeLayers = () =>
  `${JSON.stringify(
    {
      overrides: [
        ...rootFiles.map(({ path, imports, libraries }) =>
          override([path], [importRule(path, denied(folders, imports)), libraryRule(path, libraries)]),
        ),
        override(['src/db/*.ts'], [libraryRule('src/db/', ['@prisma/client', 'pg'])]),
        ...layers.map((layer) =>
          override(
            [`src/${layer.folder}/**`],
            [
              importRule(`${layer.folder}/`, importsOf(layer)),
              libraryRule(`${layer.folder}/`, layer.libraries),
            ],
          ),
        ),
      ],
    },
    null,
    2,
  )}\n`;

const code = (names) => names.map((name) => `\`${name}\``).join(', ') || '–';

/** The folders and files as the table shows them: many files of one folder as one entry. */
function shortened(imports) {
  const isIn = (folder) => (path) => path.endsWith('.ts') && dirname(path) === folder;
  const entries = imports.map((path) => {
    if (!path.endsWith('.ts')) return `${path}/`;
    const siblings = imports.filter(isIn(dirname(path)));
    if (siblings.length < 4) return path;
    return `${dirname(path)}/{${siblings.map((each) => basename(each, '.ts')).join(', ')}}.ts`;
  });
  return [...new Set(entries)];
}

/** The rows of the table in CONTRIBUTING.md. */
export const layerRows = () =>
  layers.map(({ folder, vocabulary, imports, libraries }) => [
    `\`${folder}/\``,
    vocabulary,
    code(shortened(imports)),
    code(libraries),
  ]);
