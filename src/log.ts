import { type Logger, pino } from 'pino';

/** What PostgreSQL says of data that does not fit, values and all: class 22 and 23 of its codes. */
const speaksOfValues = /^(22|23)/;
const withValues = ['detail', 'where', 'hint', 'internalQuery', 'parameters', 'query'];

interface Written {
  readonly message?: string;
  readonly stack?: string;
  readonly code?: unknown;
}

/** An error without the values that it was about: they are the callers'. */
function withoutValues(error: Error): object {
  const { message, stack, ...rest }: Written = pino.stdSerializers.err(error);
  const kept = Object.fromEntries(Object.entries(rest).filter(([name]) => !withValues.includes(name)));
  if (!speaksOfValues.test(String(rest.code ?? ''))) return { ...kept, message, stack };
  return { ...kept, message: 'a value does not fit', stack: stack?.slice(stack.indexOf('\n    at ') + 1) };
}

export const serializers = { err: withoutValues };

/** Structured lines on stderr; stdout is for what a command answers. */
export function createLog(level: string): Logger {
  const timestamp = pino.stdTimeFunctions.isoTime;
  return pino({ level, base: null, timestamp, serializers }, pino.destination(2));
}
