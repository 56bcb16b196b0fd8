/** `unavailable` includes starting and out of connections; `full` is disk, memory or another resource. */
export type DatabaseFailure = 'unavailable' | 'readOnly' | 'full' | 'conflict' | 'timeout';

/** SQLSTATEs, Node's codes and Prisma's codes. A Prisma code that wraps one of these is unwrapped first. */
const failureCodes: Readonly<Record<DatabaseFailure, readonly string[]>> = {
  unavailable: [
    '25P03', // idle_in_transaction_session_timeout
    '26000', // invalid_sql_statement_name: a pooler lost a prepared statement
    '28000', // invalid_authorization_specification
    '28P01', // invalid_password
    '3D000', // invalid_catalog_name
    '53300', // too_many_connections
    '55000', // the database accepts no connections
    '57P01', // admin_shutdown
    '57P02', // crash_shutdown
    '57P03', // cannot_connect_now: starting, stopping or recovering
    '57P04', // database_dropped
    '57P05', // idle_session_timeout
    '58030', // io_error
    'EAI_AGAIN',
    'ECONNREFUSED',
    'ECONNRESET',
    'EHOSTDOWN',
    'EHOSTUNREACH',
    'ENETDOWN',
    'ENETUNREACH',
    'ENOENT', // the socket file is missing
    'ENOTFOUND',
    'EPIPE',
    'ETIMEDOUT',
    'P1000',
    'P1001',
    'P1003',
    'P1008',
    'P1010',
    'P1017',
    'P2037',
  ],
  readOnly: [
    '25006', // read_only_sql_transaction: a standby, or a server that was demoted
  ],
  full: [
    '53000', // insufficient_resources
    '53100', // disk_full
    '53200', // out_of_memory
    '53400', // configuration_limit_exceeded
  ],
  conflict: [
    '40001', // serialization_failure; on a standby: the statement conflicts with recovery
    '40P01', // deadlock_detected
    'P2034',
  ],
  timeout: [
    '55P03', // lock_not_available: lock_timeout
    '57014', // query_canceled: statement_timeout
  ],
};

const failureOfCode = new Map<string, DatabaseFailure>();
for (const failure of Object.keys(failureCodes) as DatabaseFailure[])
  for (const code of failureCodes[failure]) failureOfCode.set(code, failure);

/** pg's for broken connections, Prisma's for transactions that cannot begin. */
const withoutCode =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered a connection error|was closed)|Transaction API error: (Unable to start|Transaction (already closed|not found)))/;

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

const wrapped = (error: unknown): readonly unknown[] => [
  propertyOf(propertyOf(error, 'meta'), 'driverAdapterError'),
  propertyOf(error, 'cause'),
];

export function databaseFailure(error: unknown, depth = 0): DatabaseFailure | undefined {
  // Causes can form a cycle.
  if (typeof error !== 'object' || error === null || depth > 8) return undefined;
  for (const inner of wrapped(error)) {
    const found = databaseFailure(inner, depth + 1);
    if (found !== undefined) return found;
  }
  for (const name of ['originalCode', 'code']) {
    const code = String(propertyOf(error, name) ?? '');
    const found = failureOfCode.get(code) ?? (/^08/.test(code) ? 'unavailable' : undefined);
    if (found !== undefined) return found;
  }
  return withoutCode.test(String(propertyOf(error, 'message') ?? '')) ? 'unavailable' : undefined;
}

export function breaksConnection(error: unknown): boolean {
  const failure = databaseFailure(error);
  return failure === 'unavailable' || failure === 'readOnly';
}
