// biome-ignore lint/style/noProcessEnv: sets how thorough the tests are
export const effort = Number(process.env.FUZZ ?? 1);
// biome-ignore lint/style/noProcessEnv: set by .ci/run
export const isCi = process.env.CI !== undefined;

/**
 * The number of runs of a property. On a slow machine, the time limit, which includes shrinking, ends the
 * runs early. `FUZZ=20` multiplies the runs and the time limit by 20.
 */
export const runs = (numRuns: number, seconds = 15) => ({
  numRuns: numRuns * effort,
  interruptAfterTimeLimit: seconds * 1_000 * effort,
});
