import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const deepest = 5;

/** PostgreSQL's data exceptions repeat the value, Prisma's errors the call with all its arguments. */
function messageOf(error: Error): string {
  const isOfValue = 'code' in error && String(error.code).startsWith('22');
  if (isOfValue) return error.message.replace(/: ".*/s, '');
  return error.name.startsWith('PrismaClient') ? (error.message.split('\n').at(-1) ?? '') : error.message;
}

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');

/** Omits the data of an error, such as a statement's values or a token's claims. */
function describe(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error;
  return {
    type: error.name,
    ...('code' in error && { code: String(error.code) }),
    message: messageOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < deepest && { cause: describe(error.cause, depth + 1) }),
  };
}

/** Creates a structured log on stderr; stdout is for the output of commands. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe },
  };
  return pino(options, destination);
}
