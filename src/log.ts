import { type Logger, pino } from 'pino';

/** Structured lines on stderr; stdout is for what a command answers. */
export function createLog(level: string): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}
