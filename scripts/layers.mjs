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
    imports: ['db', 'observe'],
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
export const files = ['config.ts', 'context.ts', 'log.ts', 'main.ts'];

/** Imports of the files in src/ itself besides each other; later entries replace earlier ones. */
export const rootFiles = [
  { path: 'src/*.ts', imports: [], libraries: ['lru-cache', 'pino', 'zod'] },
  {
    path: 'src/context.ts',
    imports: ['auth/viewer.ts', 'db', 'domain', 'loaders', 'observe'],
    libraries: ['pino'],
  },
  { path: 'src/main.ts', imports: ['cli', 'db/admin', 'embedded'], libraries: ['commander'] },
];
