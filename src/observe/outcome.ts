import { clientLeft, type Observation } from './observation.ts';

export type Outcome = 'ok' | 'partial' | 'error' | 'rejected' | 'aborted';

/** Codes of requests that are not executed because of the load or the caller, whatever they ask for. */
const refusals: ReadonlySet<string> = new Set(['THROTTLED', 'OVERLOADED', 'UNAUTHENTICATED', 'GOING_AWAY']);

/** Whether the gateway refused the whole request: such requests come in large numbers. */
export const isRefused = ({ status, codes, hasData }: Observation): boolean =>
  (!hasData && codes.some((code) => refusals.has(code))) ||
  status === 421 ||
  (status === 429 && codes.includes('LIMIT_EXCEEDED'));

export function outcomeOf(observation: Observation): Outcome {
  const { status, codes, hasData } = observation;
  if (status === clientLeft) return 'aborted';
  if (isRefused(observation)) return 'rejected';
  if (codes.length === 0) return status < 400 ? 'ok' : 'error';
  return hasData ? 'partial' : 'error';
}
