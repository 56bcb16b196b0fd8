import type { Observation } from './observation.ts';

export type Attributes = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** A part of the work of a request. */
export interface Span {
  /** Has an error if the work failed. */
  end(attributes?: Attributes, error?: unknown): void;
}

export type SpanName =
  | 'parse'
  | 'validate'
  | 'plan'
  | 'execute'
  | 'batch'
  | 'statement'
  | 'transaction'
  | 'retry';

/** The statement of a span. Its values are data of callers, which no trace contains. */
export interface Subject {
  readonly text: string;
  readonly values: readonly unknown[];
}

export interface Tracer {
  /** Without a parent, the span is a part of the request itself. */
  start(name: SpanName, attributes?: Attributes, parent?: Span, subject?: Subject): Span;
}

/** An operation of a cached document. */
export interface OperationIdentity {
  /** At most its first 100 characters. */
  readonly name: string | undefined;
  readonly type: 'query' | 'mutation' | 'subscription';
  /** The SHA-256 hash of the document, in hexadecimal. */
  readonly hash: string;
}

export interface Statement {
  /** The name in its leading comment, such as `Customer.addresses page`. */
  readonly name: string;
  /** From sending it to the arrival of its result. Statements that are sent together have the same time. */
  readonly ms: number;
  readonly rows: number;
  readonly isFailed: boolean;
  /** Undefined if the statement is not of a request. */
  readonly requestId: string | undefined;
}

/** The value of a header of a request, by its name in lower case. */
export type HeaderOf = (name: string) => string | undefined;

/** The connections of requests, and those that check credentials. */
export type PoolName = 'serving' | 'sign-in';

export interface Observer {
  /** Called for each request, before sign-in. */
  started(observation: Observation, headerOf: HeaderOf): void;
  /** Called once for each request: its response is written, its stream is open, or its client has left. */
  ended(observation: Observation): void;
  /** Called for each event of subscriptions, before it is computed for all subscribers of one kind. */
  eventStarted(observation: Observation): void;
  /** Called once for each event: it is computed, or no subscriber is left. */
  eventEnded(observation: Observation): void;
  /** A batch of a loader is read. */
  batch(keys: number): void;
  /** A statement has ended, also outside of requests. */
  statement(statement: Statement): void;
  /** A connection was acquired after this time in milliseconds. */
  acquired(ms: number, pool: PoolName): void;
  /** A change was published to a subscription this time in milliseconds after its commit. */
  published(lagMs: number): void;
  /** Events were written to a subscriber. */
  sent(events: number): void;
}
