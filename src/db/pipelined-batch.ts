import type pg from 'pg';
import type { WorkClass } from '../waiting-requests.ts';
import type { TextQuery, TextStatement } from './text-query.ts';

/** Statements that are sent in one write on one connection, and answered one after the other. */
export interface PipelinedBatch {
  readonly client: Promise<pg.PoolClient>;
  /** Batches of short statements are shared; any other is for a single statement, with settings around it. */
  readonly work: WorkClass;
  acquired: pg.PoolClient | undefined;
  readonly cancels: Promise<void>[];
  /** Sent as soon as the connection is acquired. */
  readonly waiting: TextQuery[];
  unanswered: number;
  /** The unanswered statements of the caller, without settings of the connection. */
  cancellable: number;
  isSent: boolean;
  /** The server is closing the connection, or the connection's settings are unknown. */
  isBroken: boolean;
}

export const newBatch = (client: Promise<pg.PoolClient>, work: WorkClass): PipelinedBatch => ({
  client,
  work,
  acquired: undefined,
  cancels: [],
  waiting: [],
  unanswered: 0,
  cancellable: 0,
  isSent: false,
  isBroken: false,
});

const setting = (text: string): TextStatement => ({ text, values: [] });

/** The serving pool's connections use generic plans; statements that callers shape are planned for their values. */
export const settings = {
  planForValues: setting('set plan_cache_mode = force_custom_plan'),
  planOnce: setting('set plan_cache_mode = force_generic_plan'),
  timeout: (ms: number) => setting(`set statement_timeout = ${ms}`),
  resetTimeout: setting('reset statement_timeout'),
} as const;
