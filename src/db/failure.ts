/** PostgreSQL's codes and Node's for a database that cannot be reached, or that is going away. */
const unavailable = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '53300', // too_many_connections
  '55000', // the database takes no connections
  '3D000', // it is not there
  '28000', // its role may not sign in
  '28P01', // with this password
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT', // the socket file is gone
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // What Prisma makes of these where a transaction does not even begin.
  'P1000',
  'P1001',
  'P1003',
  'P1008',
  'P1010',
  'P1017',
  'P2037',
]);

/** What `pg` says without a code, and Prisma under one of many meanings, when a connection breaks or none comes free. */
const withoutCode =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Transaction API error: (Unable to start|Transaction (already closed|not found)))/;

const timedOut = new Set([
  '57014', // query_canceled: statement_timeout
  '55P03', // lock_not_available: lock_timeout
]);

export type DatabaseFailure = 'unavailable' | 'timeout';

/** Whether an error means that the database could not answer, rather than that the statement was wrong. */
export function databaseFailure(error: unknown): DatabaseFailure | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (timedOut.has(code)) return 'timeout';
  if (unavailable.has(code) || code.startsWith('08') || withoutCode.test(error.message)) return 'unavailable';
  return databaseFailure(error.cause);
}
