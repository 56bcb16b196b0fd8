import { importSilenceMs } from '../../db/model/import-silence.ts';
import type { Row } from '../../db/model/table.ts';

export const runLimits = {
  /** Runs of an account; the next run deletes older ones. */
  runs: 100,
  /** Rejects of a run. */
  rejects: 1_000,
  /** Errors of a reject. */
  errors: 20,
  /** Unknown fields of a run. */
  unknownFields: 100,
  /** Characters of a text. */
  text: 500,
  /** The time without a sign of life after which a run counts as ended. */
  silenceMs: importSilenceMs,
} as const;

/** The numbers of a kind's records. `warned` ones are also created, updated or unchanged. */
export interface KindCounts {
  readonly kind: string;
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly unprocessed: number;
  readonly warned: number;
  readonly gone: number;
}

export interface UnknownField {
  readonly kind: string;
  readonly path: string;
  readonly count: number;
  readonly position: string;
}

export interface WarningExample {
  readonly position: string;
  /** As JSON. */
  readonly value: string;
}

export interface RejectError {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

type Run = Pick<Row<'ImportRun'>, 'state' | 'aliveAt' | 'endedAt' | 'stopReason'>;

/** The reason of a run whose process was killed. */
export const lostReason = 'The process ended before the run.';

/** The end of a run. A run without a sign of life has failed, also before the next run notes it. */
export function endOf(run: Run, now = Date.now()): Omit<Run, 'aliveAt'> {
  const isLost = run.state === 'RUNNING' && now - Date.parse(run.aliveAt) > runLimits.silenceMs;
  return isLost ? { state: 'FAILED', endedAt: run.aliveAt, stopReason: lostReason } : run;
}
