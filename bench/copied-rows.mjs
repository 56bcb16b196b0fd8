import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { from, to } from 'pg-copy-streams';
import { modelsInReferenceOrder, tables } from '../dist/db/generated/tables.js';
import { cpuMs } from './proc.mjs';

/** Triggers write the search documents. */
const written = new Set([tables.Account.table, tables.CustomerSearch.table]);

/** The tables with rows of an account; rows that a new account has, too, such as its counters, are left out. */
async function tablesOf(pool, account, empty) {
  const found = [];
  for (const { table, columns } of modelsInReferenceOrder.map((model) => tables[model])) {
    if (written.has(table) || !columns.some(({ column }) => column === 'account_id')) continue;
    const isIn = async (id) =>
      (await pool.query(`select exists (select from ${table} where account_id = $1) as has`, [id])).rows[0]
        .has;
    if ((await isIn(account)) && !(await isIn(empty))) found.push({ table, columns });
  }
  return found;
}

const namesOf = (columns) => columns.map(({ column }) => `"${column}"`).join(', ');

async function inTransaction(pool, work) {
  const client = await pool.connect();
  try {
    // As in `seed`: cached plans of foreign keys would scan tables that were empty.
    await client.query('begin; set local enable_seqscan = off; set constraints all deferred');
    await work(client);
    await client.query('commit');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/**
 * Copies all rows of an account into an empty one by COPY, in one transaction, with all indexes and triggers.
 * Returns the time and the CPU time of PostgreSQL in ms, without those of writing the rows to files before.
 */
export async function copyRows({ pool, pid }, { from: account, into, folder }) {
  const found = await tablesOf(pool, account, into);
  const fileOf = ({ table }) => join(folder, `${table}.copy`);
  await inTransaction(pool, async (client) => {
    for (const each of found) {
      const { table, columns } = each;
      const values = columns.map(({ column }) =>
        column === 'account_id' ? `'${into}' as account_id` : `"${column}"`,
      );
      const rows = `copy (select ${values.join(', ')} from ${table} where account_id = '${account}') to stdout`;
      await pipeline(client.query(to(rows)), createWriteStream(fileOf(each)));
    }
  });
  const postgresBefore = cpuMs(pid);
  const started = performance.now();
  await inTransaction(pool, async (client) => {
    for (const each of found) {
      const rows = client.query(from(`copy ${each.table} (${namesOf(each.columns)}) from stdin`));
      await pipeline(createReadStream(fileOf(each), { highWaterMark: 1 << 20 }), rows);
    }
  });
  const ms = performance.now() - started;
  for (const each of found) await rm(fileOf(each));
  return { ms, postgresMs: cpuMs(pid) - postgresBefore };
}
