import {
  type Context,
  type Span as OtelSpan,
  type Tracer as OtelTracer,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { errorCodes, isErrorCode } from '../../error-codes.ts';
import type { Observation } from '../observation.ts';
import type { Attributes, Span, SpanName, Tracer } from '../observer.ts';

/** Further spans of a request are counted in its attribute `customer_gateway.spans_omitted`. */
export const maxSpans = 500;

/** Paths have the names that the caller gives to fields, which can repeat values. */
const unexported: ReadonlySet<string> = new Set(['paths']);

/** Attributes with a name in the semantic conventions; all others are `customer_gateway.<span>.<name>`. */
const conventions: Readonly<Record<string, string>> = {
  'execute.operation': 'graphql.operation.name',
  'execute.type': 'graphql.operation.type',
  'statement.name': 'db.query.summary',
  'statement.rows': 'db.response.returned_rows',
};

function setAll(span: OtelSpan, attributes: Attributes, nameOf: (key: string) => string): void {
  for (const [key, value] of Object.entries(attributes))
    if (value !== undefined && !unexported.has(key))
      span.setAttribute(nameOf(key), typeof value === 'object' ? [...value] : value);
}

/** A code or a class name: messages of errors repeat values. */
function errorType(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  return 'code' in error ? String(error.code) : error.name;
}

function fail(span: OtelSpan, type: string): void {
  span.setAttribute('error.type', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}

class TraceSpan implements Span {
  readonly context: Context;
  readonly #name: SpanName;
  readonly #span: OtelSpan;

  constructor(tracer: OtelTracer, name: SpanName, attributes: Attributes, above: Context) {
    const isClient = name === 'statement' || name === 'transaction';
    const title = name === 'transaction' ? name : (attributes.name ?? name);
    const kind = isClient ? SpanKind.CLIENT : SpanKind.INTERNAL;
    this.#span = tracer.startSpan(String(title), { kind }, above);
    this.#name = name;
    this.context = trace.setSpan(above, this.#span);
    if (isClient) this.#span.setAttribute('db.system.name', 'postgresql');
    this.#set(attributes);
  }

  #set(attributes: Attributes): void {
    setAll(this.#span, attributes, (key) => {
      const name = `${this.#name}.${key}`;
      return conventions[name] ?? `customer_gateway.${name}`;
    });
  }

  end(attributes: Attributes = {}, error?: unknown): void {
    this.#set(attributes);
    if (error !== undefined) fail(this.#span, errorType(error));
    this.#span.end();
  }
}

const omitted: Span = { end: () => undefined };

const isServerError = (code: string): boolean => isErrorCode(code) && errorCodes[code].status >= 500;

/** Methods of the convention; all others are `_OTHER`. */
const methods: ReadonlySet<string> = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']);

/** The spans of one sampled request, or of an event. */
export class RequestTrace implements Tracer {
  readonly #tracer: OtelTracer;
  readonly #span: OtelSpan;
  readonly #context: Context;
  #spans = 0;

  constructor(tracer: OtelTracer, span: OtelSpan, above: Context) {
    this.#tracer = tracer;
    this.#span = span;
    this.#context = trace.setSpan(above, span);
  }

  start(name: SpanName, attributes: Attributes = {}, parent?: Span): Span {
    this.#spans += 1;
    if (this.#spans > maxSpans) return omitted;
    const above = parent instanceof TraceSpan ? parent.context : this.#context;
    return new TraceSpan(this.#tracer, name, attributes, above);
  }

  end(observation: Observation): void {
    const { operation, status, method } = observation;
    if (operation) this.#span.updateName(operation.type);
    const attributes = {
      'http.request.method': methods.has(method) ? method : '_OTHER',
      'http.response.status_code': status,
      'http.response.body.size': observation.bytes,
    };
    setAll(this.#span, attributes, (key) => key);
    this.#end(observation);
  }

  endEvent(observation: Observation): void {
    this.#span.setAttribute('customer_gateway.event.size', observation.bytes);
    this.#end(observation);
  }

  #end(observation: Observation): void {
    const { operation, status, codes } = observation;
    const span = this.#span;
    const names = {
      'graphql.operation.name': operation?.name,
      'graphql.operation.type': operation?.type,
    };
    setAll(span, names, (key) => key);
    setAll(
      span,
      {
        request_id: observation.requestId,
        document_hash: operation?.hash,
        account_id: observation.accountId || undefined,
        caller: observation.caller || undefined,
        error_codes: codes.length > 0 ? codes : undefined,
        'cost.requested': observation.requestedCost,
        'cost.actual': observation.actualCost,
        statements: observation.statements,
        rows: observation.rows,
        queue_ms: observation.queueMs,
        database_ms: observation.databaseMs,
        spans_omitted: this.#spans > maxSpans ? this.#spans - maxSpans : undefined,
      },
      (key) => `customer_gateway.${key}`,
    );
    const failure = codes.find(isServerError) ?? (status >= 500 ? String(status) : undefined);
    if (failure !== undefined) fail(span, failure);
    span.end();
  }
}
