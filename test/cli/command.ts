import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
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

// In its own process group, with a clean environment and a timeout.
function launch(args: readonly string[], env: Environment): ChildProcess {
  return spawn(process.execPath, [main, ...args], {
    env,
    detached: true,
    timeout: 300_000,
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

/** Runs a command to its end; `serve` uses any free port unless `env` sets one. */
export async function run(args: readonly string[], env: Environment = {}): Promise<Ended> {
  const child = launch(args, { ...(args[0] === 'serve' && { PORT: '0' }), ...env });
  const [out, err, [code]] = await Promise.all([
    read(child.stdout),
    read(child.stderr),
    once(child, 'close'),
  ]);
  return { code, out, err };
}

export interface Serving {
  readonly pid: number;
  /** The URL of the GraphQL endpoint, as printed by the process. */
  readonly url: string;
  /** All output so far. */
  printed(): string;
  /** Resolves once the process has printed this; rejects if it ends before. */
  prints(wanted: RegExp): Promise<void>;
  /** Stops reading its output. */
  hangUp(): void;
  /** Settles when the process has ended: the exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** Sends a signal; returns the same as `ended`. */
  end(signal: NodeJS.Signals, to?: 'process' | 'group'): Promise<number | string>;
  ask(query: string): Promise<{ readonly status: number; readonly data: unknown }>;
}

interface Output {
  all(): string;
  until(wanted: RegExp): Promise<void>;
}

function outputOf(child: ChildProcess): Output {
  let all = '';
  const heard = new EventEmitter();
  // Callers that wait for output.
  heard.setMaxListeners(0);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      all += chunk;
      heard.emit('more');
    });
  child.once('close', () => heard.emit('end'));
  const until = (wanted: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const look = () => wanted.test(all) && resolve();
      heard.on('more', look);
      heard.once('end', () => reject(new Error(`it ended: ${all}`)));
      look();
    });
  return { all: () => all, until };
}

export type Started = Pick<Serving, 'ended' | 'prints' | 'printed'> & {
  end(signal: NodeJS.Signals): Promise<number | string>;
};

/** A command that runs; its standard input has the documents and stays open. */
export function start(args: readonly string[], env: Environment, documents: readonly object[] = []): Started {
  const child = launch(args, env);
  const closed = once(child, 'close');
  onTestFinished(() => killAtLast(child, closed));
  // The process can end before it has read everything.
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(documents.map((each) => `${JSON.stringify(each)}\n`).join(''));
  const output = outputOf(child);
  const ended = closed.then(([code, by]) => code ?? by);
  return {
    ...{ printed: output.all, prints: output.until, ended },
    end(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** A `serve` that is ready, or one that has printed `until`. */
export async function serve(env: Environment, until = /Ctrl-C stops it/): Promise<Serving> {
  const child = launch(['serve'], { PORT: '0', DRAIN_MS: '0', ...env });
  const closed = once(child, 'close');
  onTestFinished(() => killAtLast(child, closed));
  const output = outputOf(child);
  await output.until(until);
  const pid = child.pid ?? 0;
  const url = /http:\S+/.exec(output.all())?.[0] ?? '';
  const ended = closed.then(([code, by]) => code ?? by);
  return {
    pid,
    url,
    printed: output.all,
    prints: output.until,
    ended,
    hangUp() {
      child.stdout?.destroy();
      child.stderr?.destroy();
    },
    end(signal, to = 'process') {
      process.kill(to === 'group' ? -pid : pid, signal);
      return ended;
    },
    async ask(query) {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
      return { status: response.status, data: ((await response.json()) as { data: unknown }).data };
    },
  };
}
