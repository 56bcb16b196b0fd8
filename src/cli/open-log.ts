import type { Config } from '../config.ts';
import { createLog, type Logger } from '../log.ts';

export function openLog({ logLevel }: Config): Logger {
  const log = createLog(logLevel);
  // A fault of one request must not end the others.
  process.on('unhandledRejection', (err) => log.error({ err }, 'unhandled promise rejection'));
  return log;
}
