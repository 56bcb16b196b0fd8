import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { logs } from './paths.mjs';

const patience = 15_000;

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
let isOver = false;

/** @param {import('node:child_process').ChildProcess} child */
const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Starts a process that the bench always stops. Its stderr is written to its log.
 * @param {string} name
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: object, ipc?: boolean, group?: boolean }} [options]
 */
export function start(name, command, args, { env = {}, ipc = false, group = false } = {}) {
  if (isOver) throw new Error('Stopped.');
  mkdirSync(logs, { recursive: true });
  const log = openSync(join(logs, `${name}.log`), 'w');
  const child = spawn(command, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', log, ...(ipc ? ['ipc'] : [])],
    // Starts a separate session: Ctrl-C reaches only the bench, which stops the others in order.
    detached: true,
  });
  child.inGroup = group;
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/**
 * Waits for the address that a server prints.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<string>}
 */
export async function address(child, name) {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const url = /http:\/\/\S+\/graphql/.exec(printed)?.[0];
    if (url !== undefined) {
      child.stdout.resume();
      return url;
    }
  }
  throw new Error(`${name} did not start; ${join(logs, `${name}.log`)} says why:\n${printed}`);
}

/** @param {import('node:child_process').ChildProcess} child */
export async function stop(child) {
  if (hasEnded(child)) return;
  const exit = once(child, 'exit');
  const pid = child.inGroup ? -child.pid : child.pid;
  process.kill(pid, 'SIGTERM');
  await Promise.race([exit, sleep(patience, undefined, { ref: false })]);
  if (!hasEnded(child)) process.kill(pid, 'SIGKILL');
  await exit;
}

/** Stops all running processes; no process can be started afterwards. */
export function stopAll() {
  isOver = true;
  return Promise.all([...running].map(stop));
}
