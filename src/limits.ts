/** How much one caller can ask for, and all of them together; `docs/limits.md` says what each means. */
export interface Limits {
  readonly bodyBytes: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** What a request may cost, and what a caller may spend: at once, and a second. */
  readonly cost: number;
  readonly bucket: number;
  readonly refill: number;
  readonly requestMs: number;
  readonly statementMs: number;
  readonly inFlight: number;
  readonly errors: number;
  /** Subscriptions that a process has open, and one caller in it. */
  readonly subscriptions: number;
  readonly subscriptionsOfCaller: number;
  /** How long a subscriber may leave an answer unread, and how often its credentials are looked at. */
  readonly stallMs: number;
  readonly signInMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 1_000_000,
  tokens: 2_000,
  depth: 15,
  aliases: 30,
  rootFields: 20,
  directives: 8,
  cost: 10_000,
  bucket: 20_000,
  refill: 1_000,
  requestMs: 10_000,
  statementMs: 5_000,
  inFlight: 200,
  errors: 5,
  subscriptions: 1_000,
  subscriptionsOfCaller: 20,
  stallMs: 30_000,
  signInMs: 15_000,
};
