import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { expect, inject, onTestFinished, test } from 'vitest';
import { openTestDatabase } from '../database.ts';
import { eventually } from '../eventually.ts';
import { otlpReceiver } from '../observe/otlp-receiver.ts';
import { serve } from './command.ts';

const { url } = await openTestDatabase(inject('demo'));

/** At its end, the process prints how many files of OpenTelemetry's packages it has loaded. */
const countingLoads = `--import=data:text/javascript,${encodeURIComponent(
  `import { createRequire } from 'node:module';
  process.on('exit', () => {
    const files = Object.keys(createRequire('file:///').cache).filter((file) => file.includes('@opentelemetry'));
    process.stderr.write('opentelemetry: ' + files.length + ';');
  });`,
)}`;

const env = { DATABASE_URL: url, NODE_OPTIONS: countingLoads };

const loaded = (printed: string): number => Number(/opentelemetry: (\d+);/.exec(printed)?.[1]);

test('without a collector, no module of OpenTelemetry is loaded', async () => {
  const gateway = await serve(env);

  expect(await gateway.ask('{ __typename }')).toMatchObject({ status: 200 });
  expect(await gateway.end('SIGTERM')).toBe(0);

  expect(loaded(gateway.printed())).toBe(0);
});

test.for(['1', '2'])('a gateway with %s processes exports its last traces when it stops', async (workers) => {
  const { endpoint, spans } = await otlpReceiver();
  const gateway = await serve({ ...env, WORKERS: workers, OTEL_EXPORTER_OTLP_ENDPOINT: endpoint });

  await gateway.ask('query Last { __typename }');
  expect(await gateway.end('SIGTERM')).toBe(0);

  expect(loaded(gateway.printed())).toBeGreaterThan(0);
  expect(spans.find(({ name }) => name === 'query')).toMatchObject({
    attributes: { 'graphql.operation.name': 'Last' },
    resource: { 'service.version': '0.1.0' },
  });
});

test('a collector that never answers delays neither requests nor, for long, the stop', async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => {
    silent.close();
    for (const socket of sockets) socket.destroy();
  });
  const { port } = silent.address() as AddressInfo;
  const gateway = await serve({
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '10',
  });

  await gateway.ask('{ __typename }');
  await eventually(() => expect(sockets).not.toHaveLength(0));
  const during = await Promise.all(Array.from({ length: 20 }, () => gateway.ask('{ __typename }')));
  expect(await gateway.end('SIGTERM')).toBe(0);

  expect(during.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(gateway.printed()).toContain('traces are not exported');
});

test('a collector that cannot be reached is reported once, and requests succeed', async () => {
  const gateway = await serve({
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
    OTEL_EXPORTER_OTLP_TIMEOUT: '100',
    OTEL_BSP_SCHEDULE_DELAY: '10',
  });

  for (let each = 0; each < 3; each += 1) {
    expect(await gateway.ask('{ __typename }')).toMatchObject({ status: 200 });
    await gateway.prints(/traces are not exported/);
  }
  expect(await gateway.end('SIGTERM')).toBe(0);

  expect(gateway.printed().match(/traces are not exported/g)).toHaveLength(1);
});

test('a response of the collector that cannot be read is reported, with the reason', async () => {
  const collector = createHttpServer((_request, response) => response.end('garbage')).listen(0, '127.0.0.1');
  await once(collector, 'listening');
  onTestFinished(() => void collector.close());
  const { port } = collector.address() as AddressInfo;
  const gateway = await serve({
    ...env,
    OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`,
    OTEL_BSP_SCHEDULE_DELAY: '10',
  });

  await gateway.ask('{ __typename }');
  await gateway.prints(/"problem":"OTLPExportDelegate: Export succeeded but could not deserialize response/);
  await gateway.end('SIGTERM');
});
