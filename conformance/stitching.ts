import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const example = fileURLToPath(new URL('../examples/bff-stitching/', import.meta.url));

/** The first code block in this language in the example's README. */
export async function readmeBlock(language: string): Promise<string> {
  const readme = await readFile(join(example, 'README.md'), 'utf8');
  return new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(readme)?.[1] ?? '';
}

export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

export async function ask(url: string, query: string, token?: string): Promise<Answer> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query }),
  });
  // The body of a GraphQL response.
  return (await response.json()) as Answer;
}

function printedBy(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`The example ended: ${printed}`)));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      if (printed.includes('Ctrl-C')) resolve(printed);
    });
  });
}

/** Starts the example like its `npm start`. */
export async function startExample(options: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, LOG_LEVEL: 'warn', PORT: '0', GATEWAY_PORT: '0', ...options };
  const child = spawn(process.execPath, ['src/main.mjs'], {
    cwd: example,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  const printed = await printedBy(child);
  const address = (name: string) => new RegExp(`${name}: (\\S+)`).exec(printed)?.[1] ?? '';
  return {
    gateway: address('Gateway'),
    bff: address('BFF'),
    /** Sends SIGINT like Ctrl-C and returns the exit code. */
    async stop(): Promise<number> {
      child.kill('SIGINT');
      const [code] = await closed;
      return code;
    },
  };
}

/** A proxy in front of the gateway that records the requests. */
export async function startCounter(gateway: string) {
  const asked: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    asked.push(body);
    const answer = await fetch(gateway, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(await answer.text());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on a port has an AddressInfo.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    /** The requests since the last call. */
    taken: () => asked.splice(0),
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
