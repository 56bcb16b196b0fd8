import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
    const rejects = join(server.rejects, `${account}.ndjson`);
    this.#args = ['import', system, file, '--account', account, '--rejects', rejects];
  }

  /** Starts the command. `ended` resolves to its exit code or signal and its standard error. */
  start() {
    const startedAt = performance.now();
    const child = spawn(process.execPath, [main, ...this.#args], {
      env: this.#server.env(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    running.add(child);
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => this.#server.printed.push(text));
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const ended = once(child, 'close').then(([code, signal]) => {
      running.delete(child);
      this.#server.printed.push(errors);
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

  /** The number of imports that have begun to work. */
  async runs() {
    const { rows } = await this.#server.query(
      'select count(*) as count from import_runs where account_id = $1',
      [this.account],
    );
    return Number(rows[0].count);
  }

  /** The time that the last import has worked, in milliseconds. */
  async workMs() {
    const { rows } = await this.#server.query(
      `select extract(epoch from ended_at - started_at) * 1000 as ms from import_runs
       where account_id = $1 order by started_at desc limit 1`,
      [this.account],
    );
    return Number(rows[0].ms);
  }

  /** Resolves to whether the number is more than `count` before the end of the import. */
  async exceeds(number, count, ended) {
    let isOver = false;
    void ended.then(() => {
      isOver = true;
    });
    while (!isOver && (await number()) <= count) await sleep(pauseMs);
    return !isOver;
  }

  /** Resolves to whether the import saves a record before its end. */
  saves(ended) {
    return this.exceeds(() => this.records(), 0, ended);
  }
}
