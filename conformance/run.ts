import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('.', import.meta.url));

/** Runs a program from this package's dependencies. Returns its exit code and its output without colors. */
export async function run(program: string, args: readonly string[] = [], cwd = root) {
  const child = spawn(process.execPath, [`${root}node_modules/${program}`, ...args], {
    cwd,
    // With the environment variables of a test, some programs print nothing.
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      printed += chunk;
    });
  const [code] = await once(child, 'close');
  return { code, printed };
}
