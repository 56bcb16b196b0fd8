import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../shared/ports.mjs';

export const database = 'drill';
const startMs = 30_000;
const signals = { fast: 'SIGINT', immediate: 'SIGQUIT', kill: 'SIGKILL' };

/** @type {Set<Cluster>} */
const running = new Set();

// Also runs when the drill ends with an error.
process.on('exit', () => {
  for (const cluster of running) cluster.quit();
});

/** Ends all servers that still run. */
export const stopClusters = () => Promise.all([...running].map((cluster) => cluster.stop('immediate')));

const isGone = (pid) => {
  try {
    return !process.kill(pid, 0);
  } catch {
    return true;
  }
};

/** A PostgreSQL server with its own data directory and port. */
export class Cluster {
  #binaries;
  #home;
  #child;
  port = 0;

  /**
   * @param {import('./binaries.mjs').Binaries} binaries
   * @param {string} home
   */
  constructor(binaries, home) {
    this.#binaries = binaries;
    this.#home = home;
  }

  get data() {
    return join(this.#home, 'data');
  }

  get #logPath() {
    return join(this.#home, 'server.log');
  }

  /** The log of the server. */
  log() {
    return readFile(this.#logPath, 'utf8');
  }

  /** Creates a directory that the server can write to. */
  async directory(name) {
    const path = join(this.#home, name);
    await mkdir(path, { mode: 0o700, recursive: true });
    const { user } = this.#binaries;
    if (user !== undefined) await chown(path, user.uid, user.gid);
    return path;
  }

  get #options() {
    return { ...this.#binaries.user, cwd: this.#home, env: { LC_ALL: 'C' } };
  }

  /** Runs a program of PostgreSQL. */
  async run(program, ...args) {
    await promisify(execFile)(join(this.#binaries.bin, program), args, this.#options);
  }

  async start() {
    this.port ||= await freePort();
    const settings = [
      `port=${this.port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${this.#home}`,
      'shared_buffers=64MB',
      // Killing processes does not lose data that the operating system has accepted.
      'fsync=off',
    ];
    const log = openSync(this.#logPath, 'a');
    const args = ['-D', this.data, ...settings.flatMap((setting) => ['-c', setting])];
    // A detached child has its own session: Ctrl-C reaches only the drill, which then stops the servers.
    const child = spawn(join(this.#binaries.bin, 'postgres'), args, {
      ...this.#options,
      stdio: ['ignore', log, log],
      detached: true,
    });
    this.#child = child;
    running.add(this);
    child.once('exit', () => this.#child === child && running.delete(this));
    await this.#accepts();
  }

  async #accepts() {
    const endsAt = performance.now() + startMs;
    for (;;) {
      const error = await this.query('select 1').then(
        () => undefined,
        (reason) => reason,
      );
      if (error === undefined) return;
      if (this.#hasEnded() || performance.now() > endsAt)
        throw new Error(`A PostgreSQL server did not start; ${this.#logPath} says why.`, {
          cause: error,
        });
      await sleep(20);
    }
  }

  #hasEnded() {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Ends the server without waiting for it. */
  quit() {
    this.#child.kill(signals.immediate);
  }

  /** @param {'fast' | 'immediate' | 'kill'} mode */
  async stop(mode = 'fast') {
    if (this.#hasEnded()) return;
    const exited = once(this.#child, 'exit');
    const pids = mode === 'kill' ? await this.#processes() : [];
    this.#child.kill(signals[mode]);
    for (const pid of pids) if (!isGone(pid)) process.kill(pid, 'SIGKILL');
    await exited;
    while (!pids.every(isGone)) await sleep(5);
  }

  /** The server's processes: a lost host loses all of them, and a new server does not start while one is alive. */
  async #processes() {
    const { rows } = await this.query('select pid from pg_stat_activity where pid <> pg_backend_pid()');
    return rows.map(({ pid }) => pid);
  }

  /** Queries the server, as the superuser. */
  query(text, values) {
    return this.#ask('postgres', text, values);
  }

  /** Queries the gateway's database, as the superuser. */
  queryData(text, values) {
    return this.#ask(database, text, values);
  }

  async #ask(name, text, values) {
    const client = new pg.Client({
      connectionString: this.url(this.port, name),
      options: '-c app.maintenance=on -c default_transaction_read_only=off',
    });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.query(text, values);
    } finally {
      await client.end();
    }
  }

  url(port = this.port, name = database) {
    return `postgresql://gateway@127.0.0.1:${port}/${name}`;
  }
}
