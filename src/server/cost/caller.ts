import type { Context } from '../../context.ts';

/** Who pays for a request. */
export const callerOf = ({ viewer }: Context): string => viewer.caller;
