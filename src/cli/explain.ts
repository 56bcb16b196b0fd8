import pg from 'pg';
import { type Config, ConfigError } from '../config.ts';
import { MigrationError } from '../db/admin/migration-file.ts';
import { type DatabaseFailure, databaseFailure } from '../db/wire/failure.ts';
import { EmbeddedServerError, failureInLog } from '../embedded/server.ts';
import { CommandError } from './command-error.ts';

const remedies: Readonly<Record<DatabaseFailure, string>> = {
  unavailable: 'Run the command again when the database is available',
  readOnly: 'Connect to the primary server',
  full: 'Free disk space or memory, and run the command again',
  conflict: 'Run the command again',
  timeout: 'Run the command again when the database has less load',
};

function isOfDatabase(error: Error): boolean {
  const { syscall } = error as NodeJS.ErrnoException;
  return (
    error instanceof pg.DatabaseError || syscall === 'connect' || /^Connection terminated/.test(error.message)
  );
}

export async function explainDatabase(
  error: unknown,
  { databaseUrl, dataDir }: { readonly databaseUrl: string | undefined; readonly dataDir: string },
): Promise<string | undefined> {
  if (!(error instanceof Error) || !isOfDatabase(error)) return undefined;
  const failure = databaseFailure(error);
  if (failure === undefined) return undefined;
  // A server that panics cannot send its reason.
  const reason = databaseUrl === undefined ? await failureInLog(dataDir) : undefined;
  const isFull = /No space left/.test(reason ?? '') || failure === 'full';
  const cause = reason === undefined || reason.includes(error.message) ? '' : ` (${reason})`;
  return `The database failed: ${error.message}${cause}. ${remedies[isFull ? 'full' : failure]}.`;
}

/** What a failed command prints: for errors that the user can correct, only the message. */
export async function failureText(error: unknown, config: () => Config): Promise<string> {
  const isUserError = [ConfigError, MigrationError, EmbeddedServerError, CommandError].some(
    (kind) => error instanceof kind,
  );
  if (!(error instanceof Error)) return String(error);
  if (isUserError) return error.message;
  return (await explainDatabase(error, config())) ?? error.stack ?? error.message;
}
