import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const run = promisify(execFile);

/** The path of a file in the example. */
export const example = (path: string): string =>
  fileURLToPath(new URL(`../examples/bff-federation/${path}`, import.meta.url));

export interface Program {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

/** Starts a program of the example. Resolves when the program prints its URL. */
export async function startProgram(path: string, env: Readonly<Record<string, string>>): Promise<Program> {
  const child = spawn(process.execPath, [example(path)], {
    env: { PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  const address = new Promise<string>((resolve) => {
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
      const url = /http:\S+(?=\n)/.exec(printed)?.[0];
      if (url !== undefined) resolve(url);
    });
  });
  const ended = closed.then(() => {
    throw new Error(`${path} ended.`);
  });
  ended.catch(() => undefined);
  const url = await Promise.race([address, ended]);
  async function stop() {
    child.kill();
    await closed;
  }
  return { url, child, stop };
}

export interface Way {
  readonly url: string;
  /** The forwarded GraphQL documents. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A proxy that records the documents sent to a service. After `close`, the service appears to be down. */
export async function openWay(target: string): Promise<Way> {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    asked.push((JSON.parse(body) as { readonly query: string }).query);
    const { authorization = '' } = request.headers;
    const headers = { 'content-type': 'application/json', ...(authorization && { authorization }) };
    const answer = await fetch(target, { method: 'POST', headers, body });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  async function close() {
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  }
  return { url: `http://127.0.0.1:${port}/graphql`, asked, close };
}

export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the data it selects
  readonly data?: any;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: unknown;
    readonly extensions: object;
  }[];
}

export async function ask(url: string, query: string, headers: object = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  // The response has the shape that the test selects.
  return (await response.json()) as Answer;
}

export interface Bff {
  readonly url: string;
  readonly customers: Way;
  readonly invoices: Way;
  stop(): Promise<void>;
}

/** Starts the example's invoices and router in front of a running gateway. */
export async function startBff(gateway: string): Promise<Bff> {
  const directory = await mkdtemp(join(tmpdir(), 'cg-bff-'));
  const service = await startProgram('invoices/service.mjs', {});
  const [customers, invoices] = await Promise.all([openWay(gateway), openWay(service.url)]);
  const env = { CUSTOMERS_URL: customers.url, INVOICES_URL: invoices.url };
  await run(process.execPath, [example('compose.mjs')], { cwd: directory, env });
  const router = await startProgram('router.mjs', { SUPERGRAPH: join(directory, 'supergraph.graphql') });
  async function stop() {
    await router.stop();
    await service.stop();
    await rm(directory, { recursive: true });
  }
  return { url: router.url, customers, invoices, stop };
}
