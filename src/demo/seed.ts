import { setImmediate } from 'node:timers/promises';
import type pg from 'pg';
import { harbour, meridian } from './accounts.ts';
import { Copier } from './copy.ts';
import { Customers, customerNumber } from './customers.ts';
import { blockSize } from './families.ts';
import { Rows } from './rows.ts';
import { makeSettings } from './settings.ts';
import { loadWords } from './words.ts';

export interface SeedProgress {
  readonly done: number;
  readonly total: number;
}

interface SeedOptions {
  /** The number of the first account's customers; the second always has 200. */
  readonly customers: number;
  readonly onProgress?: (progress: SeedProgress) => void;
}

interface SeedResult {
  readonly added: number;
  readonly total: number;
}

export const demoAccountId: string = meridian.id;
export const secondDemoAccountId: string = harbour.id;
export const demoAccountIds: readonly string[] = [demoAccountId, secondDemoAccountId];

/** The demo accounts cannot be filled as they are. */
export class SeedError extends Error {}

const harbourCustomers = 200;
const lockKey = 20_261_101;

/** Fills an empty database, or adds customers to the first account up to `customers`. */
export async function seedDemoData(pool: pg.Pool, options: SeedOptions): Promise<SeedResult> {
  const client = await pool.connect();
  try {
    // Session settings: the session ends with the release below.
    await client.query('set statement_timeout = 0; set lock_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    const result = await seed(client, options);
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    return result;
  } finally {
    client.release(true);
  }
}

async function seed(client: pg.PoolClient, { customers, onProgress }: SeedOptions): Promise<SeedResult> {
  const words = await loadWords();
  const settings = makeSettings(words);
  const copier = new Copier(client);
  const add = (demo: Customers, wanted: number, progress?: SeedOptions['onProgress']) =>
    addCustomers(client, copier, demo, wanted, progress);
  if (!(await hasAccounts(client))) await copier.copy(settings.rows);
  const others = await add(new Customers(settings.harbour, words), harbourCustomers);
  const added = await add(new Customers(settings.meridian, words), customers, onProgress);
  if (others + added > 0) await copier.vacuum();
  return { added, total: await countCustomers(client) };
}

async function addCustomers(
  client: pg.PoolClient,
  copier: Copier,
  customers: Customers,
  wanted: number,
  onProgress?: (progress: SeedProgress) => void,
): Promise<number> {
  const first = await firstMissing(client, customers, wanted);
  const total = Math.max(wanted - first, 0);
  const taken = await takenNumbers(client, customers, first);
  let analyzed = first;
  let block = first < wanted ? await makeBlock(customers, first, wanted, taken) : undefined;
  while (block !== undefined) {
    const { rows, next } = block;
    // Creates the next block while PostgreSQL writes the present one.
    const following = next < wanted ? makeBlock(customers, next, wanted, taken) : undefined;
    [block] = await Promise.all([following, copier.copy(rows)]);
    // Each time the number of customers has doubled.
    if (next >= 2 * analyzed) {
      await copier.analyze();
      analyzed = next;
    }
    onProgress?.({ done: next - first, total });
  }
  return total;
}

interface Block {
  readonly rows: Rows;
  readonly next: number;
}

/** Creates the rest of a block, a few customers at a time, so that the process stays responsive. */
async function makeBlock(
  customers: Customers,
  from: number,
  wanted: number,
  taken: ReadonlySet<string>,
): Promise<Block> {
  const next = Math.min(from - (from % blockSize) + blockSize, wanted);
  const rows = new Rows();
  for (let index = from; index < next; index += 1) {
    customers.add(rows, index, taken);
    if (index % 20 === 0) await setImmediate();
  }
  return { rows, next };
}

/** Blocks are written completely or not at all, but rows may have been deleted or added by hand. */
async function firstMissing(client: pg.PoolClient, customers: Customers, wanted: number): Promise<number> {
  let low = 0;
  let high = Math.ceil(wanted / blockSize);
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((await presentInBlock(client, customers, middle)) > 0) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (low - 1) * blockSize + (await presentInBlock(client, customers, low - 1));
}

async function presentInBlock(client: pg.PoolClient, customers: Customers, block: number): Promise<number> {
  const ids = Array.from({ length: blockSize }, (_, place) => customers.id(block * blockSize + place));
  const { rows } = await client.query<{ last: number }>(
    `/* lastDemoCustomerInBlock */ select coalesce(max(place), 0)::int as last
    from unnest($2::text[]) with ordinality as made (id, place)
    join customers c on c.account_id = $1 and c.id = made.id`,
    [customers.accountId, ids],
  );
  return rows[0]?.last ?? 0;
}

/** Customers added by hand may have the numbers of the next demo customers. */
async function takenNumbers(
  client: pg.PoolClient,
  { accountId }: Customers,
  first: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ number: string }>(
    '/* takenNumbers */ select number from customers where account_id = $1 and number >= $2',
    [accountId, customerNumber(first)],
  );
  return new Set(rows.map(({ number }) => number));
}

async function hasAccounts(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ readonly id: string; readonly closed: boolean }>(
    '/* demoAccounts */ select id, closed_at is not null as closed from accounts where id = any($1)',
    [demoAccountIds],
  );
  if (rows.length === 0) return false;
  const open = rows.filter(({ closed }) => !closed);
  if (open.length === demoAccountIds.length) return true;
  const left = rows.map(({ id }) => `\`customer-gateway account delete ${id} --with-data\``).join(' and ');
  throw new SeedError(
    `One of the two demo accounts was deleted: delete the rest with ${left}, then create the demo data again.`,
  );
}

async function countCustomers(client: pg.PoolClient): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    '/* demoCustomers */ select count(*)::int as count from customers where account_id = $1',
    [demoAccountId],
  );
  return rows[0]?.count ?? 0;
}
