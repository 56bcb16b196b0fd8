/** The limits of one caller, and of all callers together; `docs/limits.md` explains each. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** The number of selections that planning an operation may visit, with fragments expanded. */
  readonly selections: number;
  /** The maximum cost of a request; a caller's maximum balance; the balance regained per second. */
  readonly cost: number;
  readonly bucket: number;
  readonly refill: number;
  readonly requestMs: number;
  readonly statementMs: number;
  /** The time limit of an expensive statement, in milliseconds; never more than `statementMs`. */
  readonly expensiveMs: number;
  /** The time limit for opening a database connection, in milliseconds. */
  readonly connectMs: number;
  /** The maximum number of requests executed at the same time, and of requests waiting for that. */
  readonly inFlight: number;
  readonly waiting: number;
  /**
   * The time limit for receiving a request body, in
   * milliseconds, and the maximum number of bodies in progress.
   */
  readonly bodyMs: number;
  readonly bodiesOfCaller: number;
  readonly bodiesOfAddress: number;
  /** The maximum number of open connections. */
  readonly connections: number;
  /** The maximum number of failed sign-ins of an address per minute. */
  readonly failedSignIns: number;
  readonly errors: number;
  /** The maximum number of open subscriptions of a process, and of one caller in it. */
  readonly subscriptions: number;
  readonly subscriptionsOfCaller: number;
  /** The time in which a client must read the next part of a response, in milliseconds. */
  readonly stallMs: number;
  /** The maximum delay of a subscriber behind its subscription, in milliseconds. */
  readonly feedLagMs: number;
  /** The interval of the check of a subscription's credentials, in milliseconds. */
  readonly signInMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1_000_000,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 8,
  selections: 20_000,
  cost: 10_000,
  bucket: 20_000,
  refill: 1_000,
  requestMs: 10_000,
  statementMs: 5_000,
  expensiveMs: 2_000,
  connectMs: 2_000,
  inFlight: 100,
  waiting: 1_000,
  bodyMs: 5_000,
  bodiesOfCaller: 20,
  bodiesOfAddress: 100,
  connections: 2_000,
  failedSignIns: 30,
  errors: 5,
  subscriptions: 1_000,
  subscriptionsOfCaller: 20,
  stallMs: 30_000,
  feedLagMs: 10_000,
  signInMs: 15_000,
};
