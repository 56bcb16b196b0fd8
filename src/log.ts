import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

const deepest = 5;

/** PostgreSQL's data exceptions repeat the value that was wrong, Prisma's the call with all that it was given. */
function textOf(error: Error): string {
  const isOfValue = 'code' in error && String(error.code).startsWith('22');
  if (isOfValue) return error.message.replace(/: ".*/s, '');
  return error.name.startsWith('PrismaClient') ? (error.message.split('\n').at(-1) ?? '') : error.message;
}

const framesOf = ({ stack = '' }: Error): string =>
  stack
    .split('\n')
    .filter((line) => /^ +at /.test(line))
    .join('\n');

/** What an error is and where it came from. All else that it holds (a statement's values, a token's claims) stays out. */
function describe(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return typeof error;
  return {
    type: error.name,
    ...('code' in error && { code: String(error.code) }),
    message: textOf(error),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < deepest && { cause: describe(error.cause, depth + 1) }),
  };
}

/** Structured lines on stderr; stdout is for what a command answers. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describe },
  };
  return pino(options, destination);
}
