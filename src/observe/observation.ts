import type { Attributes, Observer, OperationIdentity, Span, SpanName, Subject, Tracer } from './observer.ts';

/** The status of a request whose client left before the response. */
export const clientLeft = 499;

interface Result {
  readonly errors?: readonly { readonly extensions: Readonly<Record<string, unknown>> }[] | undefined;
  readonly data?: unknown;
}

interface Viewer {
  readonly accountId: string;
  readonly caller: string;
}

class Both implements Tracer {
  readonly #tracers: readonly Tracer[];
  readonly #parts = new WeakMap<Span, readonly Span[]>();

  constructor(tracers: readonly Tracer[]) {
    this.#tracers = tracers;
  }

  start(name: SpanName, attributes?: Attributes, parent?: Span, subject?: Subject): Span {
    const parents = parent && this.#parts.get(parent);
    const parts = this.#tracers.map((tracer, at) => tracer.start(name, attributes, parents?.[at], subject));
    const span: Span = {
      end(given, error) {
        for (const part of parts) part.end(given, error);
      },
    };
    this.#parts.set(span, parts);
    return span;
  }
}

/** The facts about a request; read when it has ended. */
export class Observation {
  readonly requestId: string;
  /** Its start, by `performance.now()`. */
  readonly since = performance.now();
  /** Undefined before the operation is found. */
  operation: OperationIdentity | undefined = undefined;
  /** The document as sent. */
  text: string | undefined = undefined;
  /** Empty without sign-in, as is `caller`. */
  accountId = '';
  caller = '';
  method: string;
  status = 0;
  /** The different error codes of the response. */
  codes: readonly string[] = [];
  /** Whether the response has data beside its errors. */
  hasData = false;
  /** 0 if the operation was not priced. */
  requestedCost = 0;
  actualCost = 0;
  statements = 0;
  rows = 0;
  /** The length of the body of the response, as it is sent. */
  bytes = 0;
  /** Time in which the request only waited for a slot or a connection. */
  queueMs = 0;
  /** Time in which at least one statement was under way. */
  databaseMs = 0;
  durationMs = 0;
  /** Whether the response is a stream of events. */
  isStream = false;
  /** Whether the operation was executed, or its stream opened. */
  isExecuted = false;
  /** The place in a trace that other work refers to; of an event, that of the request that subscribed. */
  origin: object | undefined = undefined;
  tracer: Tracer | undefined = undefined;
  /** The execution under way, if it is traced. */
  executing: Span | undefined = undefined;
  readonly #observer: Observer | undefined;
  #waiting = 0;
  #running = 0;
  #changedAt = this.since;
  #isEnded = false;

  constructor(requestId: string, method: string, observer?: Observer) {
    this.requestId = requestId;
    this.method = method;
    this.#observer = observer;
  }

  /** Time in which the gateway itself worked, or waited for its client. */
  get ownMs(): number {
    return Math.max(0, this.durationMs - this.queueMs - this.databaseMs);
  }

  /** Adds a tracer: it and those before get the spans that start from now on. */
  trace(tracer: Tracer): void {
    this.tracer = this.tracer === undefined ? tracer : new Both([this.tracer, tracer]);
  }

  signedIn({ accountId, caller }: Viewer): void {
    this.accountId = accountId;
    this.caller = caller;
  }

  fail(code: string): void {
    if (!this.codes.includes(code)) this.codes = [...this.codes, code];
  }

  answered({ errors, data }: Result): void {
    if (errors === undefined) return;
    for (const { extensions } of errors) this.fail(String(extensions.code));
    this.hasData = data !== undefined && data !== null;
  }

  batch(keys: number): void {
    this.#observer?.batch(keys);
  }

  waits(): void {
    this.#count();
    this.#waiting += 1;
  }

  waited(): void {
    this.#count();
    this.#waiting -= 1;
  }

  sends(): void {
    this.#count();
    this.#running += 1;
  }

  received(statements: number, rows: number): void {
    this.#count();
    this.#running -= 1;
    this.statements += statements;
    this.rows += rows;
  }

  #count(): void {
    const now = performance.now();
    if (this.#running > 0) this.databaseMs += now - this.#changedAt;
    else if (this.#waiting > 0) this.queueMs += now - this.#changedAt;
    this.#changedAt = now;
  }

  /** Further calls have no effect. */
  end(status: number, bytes: number): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#count();
    this.durationMs = this.#changedAt - this.since;
    this.status = status;
    this.bytes = bytes;
    this.#observer?.ended(this);
  }
}

/** The longest name of a statement; a longer comment is not one. */
const longestName = 100;

/** Prisma's statements have no comment: their name is the verb and the table. */
function unnamed(text: string): string {
  const verb = /^\s*(\w+)/.exec(text)?.[1] ?? 'other';
  const table = /"public"\."(\w+)"/.exec(text)?.[1];
  return `${verb.toLowerCase()}${table === undefined ? '' : ` ${table}`}`;
}

/** A name that depends on the code only: facets of several dimensions have the same one. */
export function statementName(text: string): string {
  const end = text.startsWith('/* ') ? text.indexOf(' */', 3) : -1;
  if (end < 0 || end > longestName) return unnamed(text);
  const name = text.slice(3, end);
  const facets = name.indexOf(' facets ');
  return facets < 0 ? name : name.slice(0, facets + ' facets'.length);
}

interface Sent {
  readonly statement: Subject;
  readonly parent?: Span | undefined;
  span?: Span | undefined;
}

interface Failure {
  /** The index of the statement that failed. */
  readonly at: number;
  readonly error: unknown;
}

/** Called with the rows of the statements, from an index of the results on. If none of them failed, all did. */
type Answered = (results: readonly (readonly unknown[])[], from: number, failure?: Failure) => void;

/** Observes statements that are sent together, until the returned function is called. */
export function sending(
  statements: readonly Sent[],
  observation: Observation | undefined,
  observer: Observer | undefined,
): Answered {
  const sentAt = performance.now();
  const requestId = observation?.requestId;
  observation?.sends();
  const tracer = observation?.tracer;
  if (tracer !== undefined)
    for (const each of statements) {
      const { statement, parent = observation?.executing } = each;
      each.span = tracer.start('statement', { name: statementName(statement.text) }, parent, statement);
    }
  return (results, from, failure) => {
    const ms = performance.now() - sentAt;
    let total = 0;
    for (let at = 0; at < statements.length; at++) {
      const each = statements[at];
      const isFailed = failure !== undefined && (at === failure.at || statements[failure.at] === undefined);
      const rows = results[from + at]?.length ?? 0;
      total += rows;
      each?.span?.end({ rows }, isFailed ? failure.error : undefined);
      if (observer !== undefined && each !== undefined)
        observer.statement({ name: statementName(each.statement.text), ms, rows, isFailed, requestId });
    }
    observation?.received(statements.length, total);
  };
}
