/** Attempts to deliver a message before it fails. */
export const maxAttempts = 12;

const firstPauseMs = 5_000;
const maxPauseMs = 6 * 60 * 60 * 1_000;

/** The pause after an attempt, without jitter: three times the one before, up to six hours. */
export const plainPauseMs = (attempt: number): number =>
  Math.min(maxPauseMs, firstPauseMs * 3 ** (attempt - 1));

/** The pause after a failed attempt, 80 to 120 % of the plain one; undefined after the last attempt. */
export function pauseAfter(attempt: number, random: () => number = Math.random): number | undefined {
  return attempt < maxAttempts ? plainPauseMs(attempt) * (0.8 + 0.4 * random()) : undefined;
}
