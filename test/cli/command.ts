import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const main = fileURLToPath(new URL('../../dist/main.js', import.meta.url));

type Environment = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

// In a process group of its own, with nothing from the environment of whoever runs the tests, and not for ever.
function launch(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env,
    detached: true,
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
}

async function killAtLast(child: ChildProcess, closed: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await closed;
}

const read = (stream: NodeJS.ReadableStream | null): Promise<string> =>
  stream === null ? Promise.resolve('') : text(stream);

/** Runs a command to its end. */
export async function run(args: readonly string[], env: Environment = {}): Promise<Ended> {
  const child = launch(args, env);
  const [out, err, [code]] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

export interface Serving {
  readonly pid: number;
  /** Where GraphQL is served, as the process has printed it. */
  readonly url: string;
  /** All that it has printed so far. */
  printed(): string;
  /** Reads no more of what it prints. */
  hangUp(): void;
  /** The exit code, or the signal that ended it. */
  end(signal: NodeJS.Signals, to?: 'process' | 'group'): Promise<number | string>;
  ask(query: string): Promise<{ readonly status: number; readonly data: unknown }>;
}

/** Resolves when the text is printed; rejects when the process ends without. */
function whenPrinted(child: ChildProcess, wanted: RegExp): Promise<() => string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => {
        printed += chunk;
        if (wanted.test(printed)) resolve(() => printed);
      });
    child.once('close', (code) => reject(new Error(`it ended with ${code}: ${printed}`)));
  });
}

/** A `serve` that has come up; `until`, one that has got that far. */
export async function serve(env: Environment, until = /Ctrl-C stops it/): Promise<Serving> {
  const child = launch(['serve'], { PORT: '0', ...env });
  const closed = once(child, 'close');
  onTestFinished(() => killAtLast(child, closed));
  const printed = await whenPrinted(child, until);
  const pid = child.pid ?? 0;
  const url = /http:\S+/.exec(printed())?.[0] ?? '';
  return {
    pid,
    url,
    printed,
    hangUp() {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    async end(signal, to = 'process') {
      process.kill(to === 'group' ? -pid : pid, signal);
      const [code, by] = await closed;
      return code ?? by;
    },
    async ask(query) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return { status: response.status, data: ((await response.json()) as { data: unknown }).data };
    },
  };
}
