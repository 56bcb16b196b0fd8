import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import type { Pool } from 'pg';

export function openSchemaEngine(pool: Pool): Promise<SchemaEngine>;

export function schemaDifference(
  engine: SchemaEngine,
): Promise<{ readonly toSchema: string; readonly toDatabase: string }>;
