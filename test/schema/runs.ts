/** How often a property is tried; on a slow machine, as often as 15 seconds allow, its smallest failure included. */
export const runs = (numRuns: number) => ({ numRuns, interruptAfterTimeLimit: 15_000 });
