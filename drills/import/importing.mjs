import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { main } from './server.mjs';

const pauseMs = 50;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Ends all imports that still run. */
export const killAll = () => {
  for (const child of running) child.kill('SIGKILL');
};

/** Imports of one file into one account. */
export class Importing {
  #server;
  #args;
  account;

  constructor(server, { system, file, account }) {
    this.#server = server;
    this.account = account;
    this.#args = ['import', system, file, '--account', account];
  }

  /** Starts the command. `ended` resolves to its exit code or signal and its standard error. */
  start() {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [main, ...this.#args], {
      env: { ...process.env, DATABASE_URL: this.#server.cluster.url() },
      stdio: ['ignore', 'ignore', 'pipe'],
      detached: true,
    });
    running.add(child);
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const ended = once(child, 'close').then(([code, signal]) => {
      running.delete(child);
      return { code: code ?? signal, errors, ms: performance.now() - startedAt };
    });
    return { child, ended };
  }

  /** Runs the command to its end. */
  run() {
    return this.start().ended;
  }

  async records() {
    const { rows } = await this.#server.query(
      `select (select count(*) from customer_sources where account_id = $1)
         + (select count(*) from object_sources where account_id = $1) as count`,
      [this.account],
    );
    return Number(rows[0].count);
  }

  /** Resolves to whether the import has saved more than `count` records before its end. */
  async saves(count, ended) {
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver && (await this.records()) <= count) await sleep(pauseMs);
    return !isOver;
  }
}
