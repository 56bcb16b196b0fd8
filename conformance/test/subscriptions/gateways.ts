import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { freePort } from '../../free-port.ts';
import { type RunningGateway, startGateway } from '../../gateway.ts';
import { ask } from '../changes/ask.ts';

interface Viewer {
  readonly viewer: { readonly account: { readonly id: string } };
}

/** Two gateways on one database, with sign-in: one for writes, and one that can be restarted on its port. */
export class Gateways {
  readonly #options: Readonly<Record<string, string>>;
  readonly #writing: RunningGateway;
  #restarted: RunningGateway;
  readonly #token: string;

  private constructor(
    options: Readonly<Record<string, string>>,
    [writing, restarted]: readonly [RunningGateway, RunningGateway],
    token: string,
  ) {
    this.#options = options;
    this.#writing = writing;
    this.#restarted = restarted;
    this.#token = token;
  }

  static async start(): Promise<Gateways> {
    const options = {
      // Gateways with the same data directory share its PostgreSQL.
      DATA_DIR: await mkdtemp(join(tmpdir(), 'cg-subscriptions-')),
      AUTH_JWT_SECRET: 'a secret of the tests with more than 32 characters',
      AUTH_ISSUER: 'https://issuer.example',
      AUTH_AUDIENCE: 'customers',
    };
    const writing = await startGateway(options);
    const restarted = await startGateway({ ...options, PORT: await freePort() });
    return new Gateways(options, [writing, restarted], await tokenFor('1h', options));
  }

  /** The URL of the gateway that can be restarted. */
  get url(): string {
    return this.#restarted.url;
  }

  token(ttl: string): Promise<string> {
    return tokenFor(ttl, this.#options);
  }

  /** Creates customers with these names, one after the other. */
  async write(names: readonly string[]): Promise<void> {
    const query =
      'mutation ($name: String!) { customerCreate(input: { name: $name }) { userErrors { code } } }';
    for (const name of names) await ask(this.#writing.url, query, { name }, this.#token);
  }

  async lastCursor(): Promise<string> {
    const { customerChanges } = await ask<{
      readonly customerChanges: { readonly nodes: readonly { readonly cursor: string }[] };
    }>(this.#writing.url, '{ customerChanges(last: 1) { nodes { cursor } } }', {}, this.#token);
    return customerChanges.nodes[0]?.cursor ?? '';
  }

  /** Stops the gateway, does `meanwhile`, and starts it again. */
  async restart(signal: NodeJS.Signals, meanwhile: () => Promise<void>): Promise<void> {
    const { port } = new URL(this.url);
    await this.#restarted.stop(signal);
    await meanwhile();
    this.#restarted = await startGateway({ ...this.#options, PORT: port });
  }

  async stop(): Promise<void> {
    await this.#restarted.stop();
    await this.#writing.stop();
    await rm(this.#options.DATA_DIR ?? '', { recursive: true, force: true });
  }
}

const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

async function tokenFor(ttl: string, env: Readonly<Record<string, string>>): Promise<string> {
  // All gateways have the same demo data.
  const { viewer } = await ask<Viewer>(inject('gateway'), '{ viewer { account { id } } }');
  const scope = 'customers:read customers:write';
  const args = ['token', '--account', viewer.account.id, '--scope', scope, '--ttl', ttl];
  const { stdout } = await promisify(execFile)(process.execPath, [main, ...args], { env: { ...env } });
  return stdout.trim();
}
