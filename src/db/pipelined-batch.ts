import type pg from 'pg';
import type { WorkClass } from '../waiting-requests.ts';
import type { TextQuery, TextStatement } from './text-query.ts';

/** Statements that are sent on one connection in one write and answered in order. */
export interface PipelinedBatch {
  readonly client: Promise<pg.PoolClient>;
  /** Short statements share a batch; any other statement has its own, with settings around it. */
  readonly work: WorkClass;
  acquired: pg.PoolClient | undefined;
  readonly cancels: Promise<void>[];
  /** Sent as soon as the connection is acquired. */
  readonly waiting: TextQuery[];
  unanswered: number;
  /** The caller's unanswered statements; statements that change the connection's settings do not count. */
  cancellable: number;
  isSent: boolean;
  /** Whether the server is closing the connection, or its settings are unknown. */
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

/**
 * Connections of the serving pool use generic plans;
 * statements shaped by callers are planned for their values.
 */
export const settings = {
  planForValues: setting('set plan_cache_mode = force_custom_plan'),
  planOnce: setting('set plan_cache_mode = force_generic_plan'),
  timeout: (ms: number) => setting(`set statement_timeout = ${ms}`),
  resetTimeout: setting('reset statement_timeout'),
} as const;
