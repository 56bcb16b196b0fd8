import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { runStatement } from './migration-statement.ts';

/** A collation whose recorded version, that of the indexes, differs from the version of the server's ICU. */
export interface StaleCollation {
  readonly name: string;
  readonly recorded: string;
  readonly actual: string;
}

/** The collations that indexes of the gateway use. */
const used = ['natural_order', '"und-x-icu"'];

export async function staleCollations(db: Pool | PoolClient): Promise<readonly StaleCollation[]> {
  const { rows } = await db.query<StaleCollation>(
    `/* staleCollations */ select c.oid::regcollation::text as name, c.collversion as recorded,
      pg_collation_actual_version(c.oid) as actual
    from pg_collation c join unnest($1::text[]) u(name) on c.oid = to_regcollation(u.name)
    where c.collversion <> pg_collation_actual_version(c.oid)`,
    [used],
  );
  return rows;
}

interface BuiltIndex {
  readonly name: string;
  /** Whether an interrupted REINDEX left it. */
  readonly isLeftOver: boolean;
}

async function indexesOf(client: PoolClient, { name }: StaleCollation): Promise<readonly BuiltIndex[]> {
  const { rows } = await client.query<BuiltIndex>(
    `select i.indexrelid::regclass::text as name,
      not i.indisvalid and c.relname ~ '_ccnew[0-9]*$' as "isLeftOver"
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where $1::regcollation = any (i.indcollation) and c.relnamespace = current_schema()::regnamespace
    order by 1`,
    [name],
  );
  return rows;
}

export interface RefreshOptions {
  /** Called with each statement that was run. */
  readonly onRun?: (statement: string) => void;
  /** Called with each statement that only an administrator can run. */
  readonly onMissing?: (statement: string) => void;
}

/** Rebuilds the indexes of stale collations without blocking writes, and records the new versions. */
export async function refreshCollations(
  client: PoolClient,
  { onRun = () => undefined, onMissing = () => undefined }: RefreshOptions,
): Promise<void> {
  for (const stale of await staleCollations(client)) {
    await client.query('set statement_timeout = 0');
    for (const { name, isLeftOver } of await indexesOf(client, stale)) {
      const statement = `${isLeftOver ? 'drop' : 'reindex'} index concurrently ${name}`;
      await runStatement(client, statement);
      onRun(statement);
    }
    const refresh = `alter collation ${stale.name} refresh version`;
    try {
      await runStatement(client, refresh);
      onRun(refresh);
    } catch (error) {
      // The collations of pg_catalog belong to the administrator.
      if (!(error instanceof DatabaseError && error.code === '42501')) throw error;
      onMissing(refresh);
    }
  }
}
