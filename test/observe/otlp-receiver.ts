import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { fieldsOf, message, messages } from './protobuf.ts';

type AttributeValue = string | number | boolean | readonly AttributeValue[] | undefined;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for a span without a parent. */
  readonly parentId: string;
  readonly traceState: string;
  readonly name: string;
  /** 1: internal, 2: server, 3: client. */
  readonly kind: number;
  /** Nanoseconds. */
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  /** 0: unset, 2: error. */
  readonly status: number;
  /** The spans that it refers to. */
  readonly links: readonly { readonly traceId: string; readonly spanId: string }[];
  /** The attributes of the process that sent it. */
  readonly resource: Readonly<Record<string, AttributeValue>>;
}

/** The numbers of `opentelemetry.proto.common.v1.AnyValue`. */
function anyValue(bytes: Buffer): AttributeValue {
  for (const { number, value } of fieldsOf(bytes)) {
    if (number === 1) return String(value);
    if (number === 2) return value === 1n;
    if (number === 3) return Number(BigInt.asIntN(64, value as bigint));
    if (number === 4) return (value as Buffer).readDoubleLE();
    if (number === 5) return messages(value as Buffer, 1).map(anyValue);
  }
  return undefined;
}

const attributesOf = (pairs: readonly Buffer[]) =>
  Object.fromEntries(pairs.map((pair) => [message(pair, 1).toString(), anyValue(message(pair, 2))]));

const numberIn = (bytes: Buffer, number: number): number =>
  Number([...fieldsOf(bytes)].find((field) => field.number === number)?.value ?? 0);

const spanOf = (bytes: Buffer, resource: ReceivedSpan['resource']): ReceivedSpan => ({
  traceId: message(bytes, 1).toString('hex'),
  spanId: message(bytes, 2).toString('hex'),
  parentId: message(bytes, 4).toString('hex'),
  traceState: message(bytes, 3).toString(),
  name: message(bytes, 5).toString(),
  kind: numberIn(bytes, 6),
  start: message(bytes, 7).readBigUInt64LE(),
  end: message(bytes, 8).readBigUInt64LE(),
  attributes: attributesOf(messages(bytes, 9)),
  status: numberIn(message(bytes, 15), 3),
  links: messages(bytes, 13).map((link) => ({
    traceId: message(link, 1).toString('hex'),
    spanId: message(link, 2).toString('hex'),
  })),
  resource,
});

/** The spans of an `ExportTraceServiceRequest`. */
const spansOf = (request: Buffer): readonly ReceivedSpan[] =>
  messages(request, 1).flatMap((ofResource) => {
    const resource = attributesOf(messages(message(ofResource, 1), 1));
    return messages(ofResource, 2).flatMap((scope) =>
      messages(scope, 2).map((span) => spanOf(span, resource)),
    );
  });

export interface OtlpReceiver {
  /** The value of OTEL_EXPORTER_OTLP_ENDPOINT. */
  readonly endpoint: string;
  readonly spans: readonly ReceivedSpan[];
  /** All bytes received, as text. */
  text(): string;
  readonly headers: readonly IncomingHttpHeaders[];
}

/** An OpenTelemetry collector that keeps what it receives by OTLP/HTTP with protobuf. */
export async function otlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const bodies: Buffer[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    if (request.url !== '/v1/traces' || request.headers['content-type'] !== 'application/x-protobuf') {
      response.writeHead(404).end();
      return;
    }
    headers.push(request.headers);
    bodies.push(body);
    spans.push(...spansOf(body));
    response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    spans,
    headers,
    text: () => Buffer.concat(bodies).toString('latin1'),
  };
}
