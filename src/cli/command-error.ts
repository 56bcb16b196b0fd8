/** Ends a command with a one-line message: the problem and its solution. */
export class CommandError extends Error {}
