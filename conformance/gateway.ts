import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const built = fileURLToPath(new URL('../dist/main.js', import.meta.url));

export interface RunningGateway {
  /** The URL of the GraphQL endpoint. */
  readonly url: string;
  readonly pid: number;
  /** Stops the gateway: gracefully by default, immediately with SIGKILL. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const exec = promisify(execFile);

const createDirectory = () => mkdtemp(join(tmpdir(), 'cg-conformance-'));

/** Creates a data directory with demo data. */
export async function createDemoData(): Promise<string> {
  const directory = await createDirectory();
  await exec(process.execPath, [built, 'seed'], { env: { DATA_DIR: directory } });
  return directory;
}

/** Copies a data directory that no gateway uses. This takes less time than a first start. */
export async function copyDemoData(from: string): Promise<string> {
  const directory = await createDirectory();
  await exec('cp', ['-a', `${from}/.`, directory]);
  return directory;
}

interface Start {
  /** The program to run; by default, the one that is built in this repository. */
  readonly main?: string;
  /** The data directory to copy; by default, the gateway creates demo data at its first start. */
  readonly demoData?: string;
}

/** The URL that the gateway prints when it serves. Rejects if the gateway exits first. */
function addressOf(child: ChildProcess): Promise<string> {
  let printed = '';
  return new Promise((resolve, reject) => {
    child.once('close', () => reject(new Error(`The gateway ended: ${printed}`)));
    child.stdout?.on('data', (chunk) => {
      printed += chunk;
      const url = /http:\S+/.exec(printed)?.[0];
      if (url && /Ctrl-C stops it/.test(printed)) resolve(url);
    });
  });
}

/**
 * Starts the gateway like `npm start`, on a free port, with these options. Without DATABASE_URL it runs its
 * own PostgreSQL with demo data, which `stop` deletes.
 */
export async function startGateway(
  options: Readonly<Record<string, string>> = {},
  { main = built, demoData }: Start = {},
): Promise<RunningGateway> {
  const dataDir = demoData === undefined ? await createDirectory() : await copyDemoData(demoData);
  const env = { PORT: '0', DRAIN_MS: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options };
  const child = spawn(process.execPath, [main, 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  try {
    const url = await addressOf(child);
    return {
      url,
      pid: child.pid ?? 0,
      async stop(signal = 'SIGTERM') {
        child.kill(signal);
        await closed;
        await rm(dataDir, { recursive: true, force: true });
      },
    };
  } catch (error) {
    child.kill();
    throw error;
  }
}
