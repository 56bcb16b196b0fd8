import pg from 'pg';
import { type DatabaseFailure, databaseFailure } from '../db/wire/failure.ts';
import { failureInLog } from '../embedded/server.ts';

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
