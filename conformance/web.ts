import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { type OpenPage, openBrowser } from './browser.ts';

const web = fileURLToPath(new URL('../examples/web/', import.meta.url));

export interface RunningWeb {
  readonly url: string;
  open(path: string, options?: BrowserContextOptions): Promise<OpenPage>;
  stop(): Promise<void>;
}

/** Serves examples/web, which `npm test` builds first, in front of this gateway. */
export async function startWeb(gateway: string): Promise<RunningWeb> {
  const env = { ...process.env, GATEWAY_URL: new URL(gateway).origin, NO_COLOR: '1' };
  const vite = ['node_modules/vite/bin/vite.js', 'preview', '--port', '0'];
  const server = spawn(process.execPath, vite, { cwd: web, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(server, 'close');
  const url = await addressIn(server.stdout);
  const browser = await openBrowser();
  return {
    url,
    open: (path, options) => browser.open(new URL(path, url), options),
    async stop() {
      await browser.close();
      server.kill();
      await closed;
    },
  };
}

async function addressIn(output: AsyncIterable<Buffer>): Promise<string> {
  let printed = '';
  for await (const chunk of output) {
    printed += chunk;
    const url = /http:\S+/.exec(printed)?.[0];
    if (url) return url;
  }
  throw new Error(`The page is not served: ${printed}`);
}

/** Sends a request directly to the gateway, as another program would. */
export async function askGateway<Data>(
  gateway: string,
  query: string,
  variables: object = {},
): Promise<Data> {
  const response = await fetch(gateway, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

interface Created {
  readonly customerCreate: { readonly customer: { readonly id: string } };
}

/** Creates a customer that no other test uses. */
export async function createCustomer(
  gateway: string,
): Promise<{ readonly id: string; readonly name: string }> {
  const name = `Web ${randomUUID()}`;
  const { customerCreate } = await askGateway<Created>(
    gateway,
    `mutation ($input: CustomerCreateInput!) { customerCreate(input: $input) { customer { id } } }`,
    { input: { name, note: 'As it was', contactInfo: { email: 'first@example.com' } } },
  );
  return { id: customerCreate.customer.id, name };
}

/** Updates a customer as a concurrent writer would. */
export const updateElsewhere = (gateway: string, id: string, change: object): Promise<object> =>
  askGateway(
    gateway,
    `mutation ($input: CustomerUpdateInput!) { customerUpdate(input: $input) { userErrors { message } } }`,
    { input: { by: { id }, ...change } },
  );
