/** The time without a sign of life, in milliseconds, after which a running import counts as failed. */
export const importSilenceMs = 5 * 60_000;
