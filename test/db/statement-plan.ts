import type pg from 'pg';
import type { List } from '../../src/db/read/list.ts';
import { readPages } from '../../src/db/read/page.ts';
import type { PageRequest } from '../../src/db/read/page-plan.ts';
import { Session } from '../../src/db/wire/session.ts';
import type { TextBatch } from '../../src/db/wire/text-batch.ts';

/** A statement as it would be sent. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Returns the statement that reads a page, without running it. */
export async function pageStatement(
  accountId: string,
  list: List,
  request: Partial<PageRequest>,
  parents: readonly string[] = [''],
): Promise<Statement> {
  const sent: Statement[] = [];
  const connection = {
    ...{ _send: () => undefined, parsedStatements: {} },
    parse: ({ text }: { readonly text: string }) => sent.push({ text, values: [] }),
    bind: ({ values }: { readonly values: readonly unknown[] }) => Object.assign(sent[0] ?? {}, { values }),
    ...{ execute: () => undefined, sync: () => undefined },
  };
  // The part of a connection that a session uses.
  const client = {
    query(batch: TextBatch) {
      batch.submit(connection as unknown as pg.Connection);
      batch.handleReadyForQuery();
    },
  } as unknown as pg.PoolClient;
  const source = { acquire: async () => client, release: () => undefined, setUp: () => [] };
  const whole = { order: [], where: {}, limit: 20, forward: true, after: null, before: null, ...request };
  await readPages(new Session(source, { accountId, caller: 'test' }), list, whole, parents);
  const [statement] = sent;
  if (statement === undefined) throw new Error('Nothing was sent.');
  return statement;
}

/** A node of a plan, as PostgreSQL explains it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Scan Direction'?: string;
  readonly Alias?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/** How a statement was planned: for its values, or for any values, like prepared statements after some uses. */
export async function explain(
  pool: pg.Pool,
  { text, values }: Statement,
  { generic = false } = {},
): Promise<PlanNode> {
  const client = await pool.connect();
  try {
    if (!generic) return await run(client, text, values);
    await client.query('set plan_cache_mode = force_generic_plan');
    await client.query(`prepare explained as ${text}`);
    const given = values.map((value) => (value === null ? 'null' : client.escapeLiteral(String(value))));
    return await run(client, `execute explained${given.length > 0 ? `(${given.join(', ')})` : ''}`, []);
  } finally {
    await client.query('deallocate all; reset plan_cache_mode');
    client.release();
  }
}

async function run(client: pg.PoolClient, text: string, values: readonly unknown[]): Promise<PlanNode> {
  const { rows } = await client.query<{ readonly 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (analyze, buffers, format json) ${text}`,
    [...values],
  );
  const [plan] = rows.flatMap((row) => row['QUERY PLAN']);
  if (plan === undefined) throw new Error('plan not found');
  return plan.Plan;
}

/** The nodes of a plan, root first. */
export const nodesOf = (node: PlanNode): readonly PlanNode[] => [
  node,
  ...(node.Plans ?? []).flatMap(nodesOf),
];
