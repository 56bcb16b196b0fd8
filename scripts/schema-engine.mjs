// Prisma's schema engine as WebAssembly, which needs no download: compares a database with schema.prisma.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';

const schemaFile = new URL('../prisma/schema.prisma', import.meta.url);
const CHAR = 18;
const TEXT = 25;

// Indexes that schema.prisma cannot express; the comparison ignores them.
const unsayable = ['customer_search_document', 'customer_search_beginnings'];

/** Node 20 cannot import a .wasm file. */
async function instantiate() {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm');
  const imports = { './schema_engine_bg.js': bindings };
  const { instance } = await WebAssembly.instantiate(await readFile(path), imports);
  globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => process.emitWarning(message) };
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
}

const ready = instantiate();

/**
 * Maps PostgreSQL's internal type "char": the engine needs it
 * for the catalogue, but the adapter does not support it.
 */
function readingChar(adapter) {
  const { queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    let isChar = [];
    const performIO = async (io) => {
      const result = await adapter.performIO(io);
      isChar = result.fields.map(({ dataTypeID }) => dataTypeID === CHAR);
      for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT;
      return result;
    };
    const result = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query);
    const columnTypes = result.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type));
    return { ...result, columnTypes };
  };
  return adapter;
}

export async function openSchemaEngine(pool) {
  await ready;
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => readingChar(await connect());
  const datamodels = [['schema.prisma', await readFile(schemaFile, 'utf8')]];
  return bindings.SchemaEngine.new({ datamodels }, () => {}, bindMigrationAwareSqlAdapterFactory(factory));
}

/** The SQL between a database (the engine's) and schema.prisma, in both directions; empty if they agree. */
export async function schemaDifference(engine) {
  const files = [{ path: 'schema.prisma', content: await readFile(schemaFile, 'utf8') }];
  const schema = { tag: 'schemaDatamodel', files };
  const database = { tag: 'schemaDatasource', configDir: '.', files };
  return { toSchema: await diff(engine, database, schema), toDatabase: await diff(engine, schema, database) };
}

async function diff(engine, from, to) {
  const filters = { externalTables: [], externalEnums: [] };
  const { stdout } = await engine.diff({
    from,
    to,
    filters,
    script: true,
    exitCode: null,
    shadowDatabaseUrl: null,
  });
  const statements = stdout
    .split(/\n(?=-- )/)
    .filter((sql) => !unsayable.some((name) => sql.includes(`"${name}"`)));
  const sql = statements.join('\n').trim();
  return sql === '-- This is an empty migration.' ? '' : sql;
}
