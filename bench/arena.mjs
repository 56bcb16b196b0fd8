import { contestants, gatewayBefore } from './contestants/index.mjs';
import { newWrites } from './operations.mjs';
import { stop } from './processes.mjs';
import { post, requestOf } from './requests.mjs';

/**
 * A running contestant.
 * @typedef {import('./types.mjs').Contestant & {
 *   child: import('node:child_process').ChildProcess, url: string, headers: Record<string, string>,
 *   node: import('./node-binary.mjs').NodeBinary, cursors: Record<string, unknown> }} Runner
 */

/** The contestants that take part, and the reason for each that does not. */
export function entrants(names, nodeFor, before) {
  const chosen = contestants.filter(({ name }) => names === undefined || names.includes(name));
  const asked = before === undefined ? chosen : [...chosen, gatewayBefore(before)];
  const entered = asked.map((contestant) => ({ ...contestant, node: nodeFor(contestant.needs) }));
  return {
    entered: entered.filter(({ node }) => node !== undefined),
    absent: entered
      .filter(({ node }) => node === undefined)
      .map(({ name, needs }) => ({ name, reason: `needs Node ${needs} (--node <path>)` })),
  };
}

/** The contestant's own cursor before the page that an operation requests. */
function walk(runner, name, subjects) {
  const ask = (variables) => post(requestOf(runner, name, variables));
  return runner.documents[name].walk(subjects, ask);
}

/** @returns {Promise<Runner[]>} */
export async function openArena(entered, database, subjects, operations) {
  const runners = [];
  for (const contestant of entered) {
    const started = await contestant.start(contestant.node, database, subjects.accountId);
    runners.push({ ...contestant, ...started, cursors: {} });
  }
  for (const { name } of operations)
    for (const runner of runners)
      if (runner.documents[name]?.walk !== undefined)
        runner.cursors[name] = await walk(runner, name, subjects);
  return runners;
}

/** @param {Runner[]} runners */
export const closeArena = (runners) => Promise.all(runners.map(({ child }) => stop(child)));

export const canDo = (runner, { name }) => runner.documents[name] !== undefined;

/** The request of an operation; a write has new values each time. */
export function requestFor(runner, { name, writes }, subjects) {
  const written = writes === undefined ? undefined : newWrites(subjects, writes);
  return requestOf(runner, name, runner.documents[name].variables(subjects, runner.cursors[name], written));
}
