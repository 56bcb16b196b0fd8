// biome-ignore lint/style/noProcessEnv: how thorough the tests are
export const effort = Number(process.env.FUZZ ?? 1);

/**
 * How often a property is tried; on a slow machine, as often as the seconds allow, its smallest failure included.
 * `FUZZ=20` tries it twenty times as often.
 */
export const runs = (numRuns: number, seconds = 15) => ({
  numRuns: numRuns * effort,
  interruptAfterTimeLimit: seconds * 1_000 * effort,
});
