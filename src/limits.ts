/** How much one caller can ask for, and all of them together; `docs/limits.md` says what each means. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Selections that planning an operation may visit, fragments expanded. */
  readonly selections: number;
  /** What a request may cost, and what a caller may spend: at once, and a second. */
  readonly cost: number;
  readonly bucket: number;
  readonly refill: number;
  readonly requestMs: number;
  readonly statementMs: number;
  /** The time limit of an expensive statement, in milliseconds; never more than `statementMs`. */
  readonly expensiveMs: number;
  /** Milliseconds to open a database connection. */
  readonly connectMs: number;
  /** Requests that are answered at the same time, and requests that wait for that. */
  readonly inFlight: number;
  readonly waiting: number;
  /** Milliseconds in which a request body must arrive, and bodies that may be arriving at the same time. */
  readonly bodyMs: number;
  readonly bodiesOfCaller: number;
  readonly bodiesOfAddress: number;
  /** Connections that are open at the same time. */
  readonly connections: number;
  /** Failed sign-ins of an address per minute. */
  readonly failedSignIns: number;
  readonly errors: number;
  /** Subscriptions that a process has open, and one caller in it. */
  readonly subscriptions: number;
  readonly subscriptionsOfCaller: number;
  /** Milliseconds in which a client must read the next part of a response. */
  readonly stallMs: number;
  /** Milliseconds that a subscriber may be behind its subscription. */
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
