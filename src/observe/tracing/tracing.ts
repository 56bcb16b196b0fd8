import {
  type Context,
  DiagLogLevel,
  diag,
  type Span as OtelSpan,
  ROOT_CONTEXT,
  type SpanContext,
  SpanKind,
} from '@opentelemetry/api';
import { getNumberFromEnv, setGlobalErrorHandler, W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import type { Observation } from '../observation.ts';
import type { HeaderOf, Observer } from '../observer.ts';
import { RequestTrace } from './request-trace.ts';

/** Exports the traces of requests. */
export interface Tracing extends Pick<Observer, 'started' | 'ended' | 'eventStarted' | 'eventEnded'> {
  /** Exports the spans that have ended; waits for at most `flushMs`. */
  stop(): Promise<void>;
}

/** The default time for an export with its retries, and the maximum for the last one. */
const flushMs = 3_000;

/** A collector that cannot be reached fails every export. */
const warningIntervalMs = 60_000;

const headers = {
  get: (headerOf: HeaderOf, name: string) => headerOf(name),
  keys: () => ['traceparent', 'tracestate'],
};

/** In characters, of a reason in the log. */
const longestReason = 200;

/** The maximum number of lines about other problems in a minute. */
const maxProblems = 10;

/** Calls a function, at most this number of times in a minute. */
function limited<A extends readonly unknown[]>(times: number, write: (...args: A) => void) {
  let since = Number.NEGATIVE_INFINITY;
  let lines = 0;
  return (...args: A) => {
    const now = performance.now();
    if (now - since >= warningIntervalMs) [since, lines] = [now, 0];
    lines += 1;
    if (lines <= times) write(...args);
  };
}

function logProblems(log: Logger): (reason: unknown) => void {
  const warn = limited(1, (reason: unknown) => {
    const message = reason instanceof Error ? reason.message || reason.name : String(reason);
    log.warn({ reason: message.slice(0, longestReason) }, 'traces are not exported');
  });
  setGlobalErrorHandler(warn);
  // The name of a component, with its message; or only a message.
  const problem = limited(maxProblems, (...parts: readonly unknown[]) => {
    const texts = parts.slice(0, 2).filter((part) => typeof part === 'string');
    log.warn({ problem: texts.join(': ').slice(0, longestReason) }, 'opentelemetry');
  });
  const ignore = () => undefined;
  const logger = { error: problem, warn: problem, info: ignore, debug: ignore, verbose: ignore };
  diag.setLogger(logger, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  return warn;
}

function createProvider(version: string): BasicTracerProvider {
  const own = { 'service.name': 'customer-gateway', 'service.version': version, 'process.pid': process.pid };
  const timeoutMillis =
    getNumberFromEnv('OTEL_EXPORTER_OTLP_TRACES_TIMEOUT') ??
    getNumberFromEnv('OTEL_EXPORTER_OTLP_TIMEOUT') ??
    flushMs;
  return new BasicTracerProvider({
    resource: resourceFromAttributes(own).merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ timeoutMillis }))],
  });
}

/** Starts the OpenTelemetry SDK, which reads its endpoint, headers and sampler from the environment. */
export function startTracing(version: string, log: Logger): Tracing {
  const warn = logProblems(log);
  const provider = createProvider(version);
  const tracer = provider.getTracer('customer-gateway', version);
  const propagator = new W3CTraceContextPropagator();
  const traces = new WeakMap<Observation, RequestTrace>();
  const record = (observation: Observation, span: OtelSpan, above: Context): void => {
    if (!span.isRecording()) return;
    const trace = new RequestTrace(tracer, span, above);
    traces.set(observation, trace);
    observation.trace(trace);
  };
  return {
    started(observation, headerOf) {
      const above = propagator.extract(ROOT_CONTEXT, headerOf, headers);
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER }, above);
      if (span.isRecording()) observation.origin = span.spanContext();
      record(observation, span, above);
    },
    ended(observation) {
      traces.get(observation)?.end(observation);
    },
    eventStarted(observation) {
      // Only `started` sets it.
      const context = observation.origin as SpanContext | undefined;
      const links = context === undefined ? [] : [{ context }];
      record(observation, tracer.startSpan('event', { links }, ROOT_CONTEXT), ROOT_CONTEXT);
    },
    eventEnded(observation) {
      traces.get(observation)?.endEvent(observation);
    },
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, flushMs);
      });
      await Promise.race([provider.shutdown().catch(warn), late]).finally(() => clearTimeout(timer));
    },
  };
}
