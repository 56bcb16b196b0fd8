import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../dist/main.js', import.meta.url));

/** Starts a gateway with its own PostgreSQL and demo data. Returns its URL, `ended` and `stop`. */
export async function startGateway({ port, dataDir }) {
  // A separate process group: Ctrl-C reaches only the BFF, which stops the gateway after its last request.
  const child = spawn(process.execPath, [main, 'serve'], {
    env: { ...process.env, PORT: port, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = once(child, 'exit');
  const stop = () => {
    child.kill();
    return ended;
  };
  let url;
  for await (const line of createInterface({ input: child.stdout })) {
    url = /http:\S+/.exec(line)?.[0] ?? url;
    if (line.includes('Ctrl-C')) return { url, ended, stop };
  }
  throw new Error('The gateway ended before it served.');
}
