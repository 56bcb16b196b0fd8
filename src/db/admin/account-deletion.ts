import pg from 'pg';
import { type OwnedTable, ownedTables } from '../model/deletion-order.ts';

type DeletionRefusal = 'no such account' | 'has customers' | 'another deletion';

interface DeletionOptions {
  readonly withData: boolean;
  /** Called after each batch with the number of rows deleted so far. */
  readonly onProgress?: (rows: number) => void;
}

const batchRows = 1_000;
/** A customer takes further rows with it. */
const batchCustomers = 200;

/** The conditions under which rows of a table are deleted, one after the other. */
const conditionsOf = ({ model }: OwnedTable): readonly string[] =>
  model === 'Customer' ? ['parent_id is not null', 'true'] : ['true'];

async function deleteBatch(
  client: pg.ClientBase,
  id: string,
  owned: OwnedTable,
  limit: number,
): Promise<number> {
  const { model, table } = owned;
  // A carrier keeps its default service level, except here.
  if (model === 'ServiceLevel')
    await client.query(
      `/* clearDefaults */ update ${table} set is_default = false where account_id = $1 and is_default`,
      [id],
    );
  for (const condition of conditionsOf(owned)) {
    const { rowCount } = await client.query(
      `/* accountRowsDelete */ delete from ${table} where ctid = any(array(
        select ctid from ${table} where account_id = $1 and ${condition} limit ${limit}))`,
      [id],
    );
    if (rowCount) return rowCount;
  }
  return 0;
}

async function deleteAll(client: pg.ClientBase, id: string, onRows: (count: number) => void): Promise<void> {
  for (const owned of ownedTables) {
    const limit = owned.model === 'Customer' ? batchCustomers : batchRows;
    for (let count = limit; count > 0; ) {
      count = await deleteBatch(client, id, owned, limit);
      onRows(count);
    }
  }
}

async function inTransaction<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** Locks the account: until the transaction ends, no row can be added to it. */
async function lockAccount(
  client: pg.ClientBase,
  id: string,
  withData: boolean,
): Promise<DeletionRefusal | undefined> {
  const { rowCount } = await client.query('/* accountLock */ select from accounts where id = $1 for update', [
    id,
  ]);
  if (rowCount === 0) return 'no such account';
  if (withData) return undefined;
  const { rowCount: customers } = await client.query(
    '/* accountCustomer */ select from customers where account_id = $1 limit 1',
    [id],
  );
  return customers === 0 ? undefined : 'has customers';
}

function close(client: pg.ClientBase, id: string): Promise<DeletionRefusal | undefined> {
  return inTransaction(client, async () => {
    const refusal = await lockAccount(client, id, true);
    await client.query(
      '/* accountClose */ update accounts set closed_at = now() where id = $1 and closed_at is null',
      [id],
    );
    return refusal;
  });
}

async function run(
  client: pg.PoolClient,
  id: string,
  { withData, onProgress }: DeletionOptions,
): Promise<DeletionRefusal | undefined> {
  let rows = 0;
  const onRows = (count: number) => {
    rows += count;
    if (count > 0) onProgress?.(rows);
  };
  if (withData) {
    const refusal = await close(client, id);
    if (refusal !== undefined) return refusal;
    // Each batch is committed, so that a repeated call continues here.
    await deleteAll(client, id, onRows);
  }
  return inTransaction(client, async () => {
    const refusal = await lockAccount(client, id, withData);
    if (refusal !== undefined) return refusal;
    await deleteAll(client, id, onRows);
    await client.query('/* accountDelete */ delete from accounts where id = $1', [id]);
    return undefined;
  });
}

const lockTimeout = '55P03';
const deadlock = '40P01';
const maxTries = 5;

const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  error instanceof pg.DatabaseError && codes.includes(error.code ?? '');

/** Waits for a deletion whose process has just ended, not for one that continues. */
async function isAlone(client: pg.ClientBase, id: string): Promise<boolean> {
  try {
    await client.query(`select pg_advisory_lock(hashtext('account deletion'), hashtext($1))`, [id]);
    return true;
  } catch (error) {
    if (hasCode(error, lockTimeout)) return false;
    throw error;
  }
}

/**
 * Deletes an account and all its rows; with data, the account is closed first and rows go in batches. A deletion
 * that was interrupted is completed by the next call.
 */
export async function deleteAccount(
  pool: pg.Pool,
  id: string,
  options: DeletionOptions,
): Promise<DeletionRefusal | undefined> {
  const client = await pool.connect();
  try {
    // Session settings: the session ends with the release below.
    // Sequential scans would read the rows deleted before, again for each batch.
    await client.query(`set statement_timeout = 0; set lock_timeout = '10s'; set enable_seqscan = off`);
    if (!(await isAlone(client, id))) return 'another deletion';
    for (let tries = 1; ; tries += 1) {
      try {
        return await run(client, id, options);
      } catch (error) {
        // A writer that signed in before the account was closed.
        if (!hasCode(error, deadlock, lockTimeout) || tries === maxTries) throw error;
      }
    }
  } finally {
    client.release(true);
  }
}
