import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { CommandError } from './command-error.ts';

type Tool = 'pg_dump' | 'pg_restore';

/** libpq's variables for the URL parameters that `pg` and libpq share. */
const variables = {
  sslmode: 'PGSSLMODE',
  sslrootcert: 'PGSSLROOTCERT',
  sslcert: 'PGSSLCERT',
  sslkey: 'PGSSLKEY',
  connect_timeout: 'PGCONNECT_TIMEOUT',
} as const;

/** Passes parameters to the tools in the environment: other users of the machine can see command lines. */
export function toolEnvironment(url: string): Readonly<Record<string, string>> {
  const { host, port, user, database, password } = new pg.Client({ connectionString: url });
  const { searchParams } = new URL(url);
  const shared = Object.entries(variables).flatMap(([name, variable]) => {
    const value = searchParams.get(name);
    // libpq does not know `no-verify`; its `require` does not verify either.
    return value === null ? [] : [[variable, value === 'no-verify' ? 'require' : value]];
  });
  return {
    PGHOST: host,
    PGPORT: String(port),
    ...(user === undefined ? {} : { PGUSER: user }),
    ...(database === undefined ? {} : { PGDATABASE: database }),
    ...(password ? { PGPASSWORD: password } : {}),
    ...Object.fromEntries(shared),
    PGOPTIONS: [searchParams.get('options'), '-c app.maintenance=on'].filter(Boolean).join(' '),
    PGAPPNAME: 'customer-gateway backup',
  };
}

interface ToolOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly stop?: AbortSignal | undefined;
  /** Writes the tool's input; without it, the input is closed. */
  readonly feed?: (child: ChildProcessWithoutNullStreams) => Promise<void>;
  /** Reads the output; by default it is returned as text. */
  readonly read?: (output: NodeJS.ReadableStream) => Promise<void>;
}

/** Runs a tool until it exits; throws a CommandError with the tool's messages if it fails. */
export async function runTool(
  tool: Tool,
  args: readonly string[],
  options: ToolOptions = {},
): Promise<string> {
  const { environment = {}, stop, feed, read } = options;
  const child = spawn(tool, args, {
    // biome-ignore lint/style/noProcessEnv: the tools inherit PATH and libpq's own variables
    env: { ...process.env, LC_ALL: 'C', ...environment },
    stdio: 'pipe',
    signal: stop,
  });
  if (feed === undefined) child.stdin.end();
  const exited = once(child, 'close');
  let output = '';
  const outputRead = async () => {
    if (read === undefined) output = await text(child.stdout);
    else await read(child.stdout);
  };
  const [complaint, [code, signal]] = await Promise.all([
    text(child.stderr),
    exited,
    outputRead(),
    // A tool that fails closes its input; its messages give the reason.
    feed?.(child).catch((error: NodeJS.ErrnoException) => {
      child.stdin.destroy();
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_PREMATURE_CLOSE') {
        child.kill();
        throw error;
      }
    }),
  ]);
  if (code === 0) return output;
  throw new CommandError(`${tool} failed: ${lastLines(complaint) || `exit ${code ?? signal}`}`);
}

function lastLines(complaint: string): string {
  return complaint.trim().split('\n').slice(-6).join('\n');
}

export async function checkTool(tool: Tool, needed: number, reason: string): Promise<number> {
  const remedy = `install the client tools of PostgreSQL ${needed} or newer, and put their directory first in PATH`;
  const printed = await runTool(tool, ['--version']).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EACCES') throw error;
    throw new CommandError(`${tool} is not in PATH: ${remedy}.`);
  });
  const version = Number(/\b(\d+)(\.|devel|beta|rc|\b)/.exec(printed)?.[1] ?? 0);
  if (version >= needed) return version;
  throw new CommandError(`${tool} in PATH is version ${version}, and ${reason} ${needed}: ${remedy}.`);
}
