import { once } from 'node:events';
import { loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { start, stop } from '../../bench/processes.mjs';
import { startGateway } from './gateway.mjs';
import { gatewayMb, largestBackendMb, watchMemory } from './memory.mjs';
import { signIn } from './sign-in.mjs';

/** Memory at which an attack is stopped: the result is clear, and the machine may be shared. */
const stopAtMb = 1_200;
/** Time that an attack may take beyond its duration before it is killed. */
const graceMs = 15_000;

const pathOf = (name) => fileURLToPath(new URL(name, import.meta.url));
const hasEnded = ({ exitCode, signalCode }) => exitCode !== null || signalCode !== null;

async function startNormalCaller(attack, origin, subjects) {
  const { normalAccount, normalNumbers, numbers } = subjects;
  const isDemo = attack.gateway?.demo ?? false;
  const headersOf = (scope) => (isDemo ? {} : signIn({ account: normalAccount, sub: 'normal', scope }));
  const headers = await headersOf('customers:read');
  const writer = await headersOf('customers:write');
  const child = start('drill-normal-caller', process.execPath, [pathOf('normal-caller.mjs')], { ipc: true });
  child.stdout.resume();
  child.send({ job: { origin, headers, writer, numbers: isDemo ? numbers : normalNumbers } });
  await once(child, 'message');
  const answer = once(child, 'message');
  return {
    phase: (phase) => child.connected && child.send({ phase }),
    async finish() {
      child.send({ stop: true });
      const [{ phases }] = await answer;
      await stop(child);
      return phases;
    },
  };
}

/** Runs the attack in a separate process; ends it when the gateway exits or needs too much memory. */
async function runAttack(attack, { gateway, seconds, isShort, subjects }) {
  const { origin, port } = gateway;
  const child = start(`drill-${attack.name}-attacker`, process.execPath, [pathOf('attacker.mjs')], {
    ipc: true,
  });
  child.stdout.resume();
  const state = { sent: 0, answers: {}, findings: [], isDone: false, stopped: undefined };
  const over = new Promise((resolve) => {
    const end = (why) => {
      state.stopped ??= why;
      resolve();
    };
    child.on('message', (message) => {
      Object.assign(state, message);
      if (message.isDone) resolve();
    });
    child.once('exit', () => end(state.isDone ? undefined : 'the attacker failed'));
    gateway.child.once('exit', () => end('the gateway ended'));
    state.stop = end;
    setTimeout(() => end('the attack took too long'), seconds * 1_000 + graceMs).unref();
  });
  child.send({ name: attack.name, origin, port, seconds, isShort, subjects });
  const stopEarly = () => state.stop(`stopped at ${stopAtMb} MB`);
  return {
    stopEarly,
    async finished() {
      await over;
      if (!hasEnded(child)) child.kill('SIGKILL');
      const { sent, answers, findings, isDone, stopped } = state;
      return { sent, answers, findings, stopped: isDone ? undefined : stopped };
    },
  };
}

/**
 * Runs one attack on its own gateway and database, beside the normal caller.
 * @param {import('./types.mjs').Attack} attack
 * @param {{ server: import('./server.mjs').Server, template: { name: string, subjects: import('./types.mjs').Subjects },
 *   isShort: boolean, seconds?: number }} setting
 */
export async function drill(attack, { server, template, isShort, seconds: given }) {
  const { subjects } = template;
  const database = `${server.prefix}_${attack.name.replaceAll('-', '_')}`;
  await server.query(`create database ${database} template ${template.name}`);
  const gateway = await startGateway(attack.name, server.urlOf(database), attack.gateway);
  const { pid } = gateway.child;
  const seconds = given ?? (isShort ? attack.short || attack.seconds : attack.seconds);
  const normal = await startNormalCaller(attack, gateway.origin, subjects);
  // Wait until the gateway's code is compiled and its connections are open.
  await sleep(isShort ? 1_000 : 5_000);
  normal.phase('before');
  await sleep(isShort ? 500 : 3_000);
  const before = { rssMb: gatewayMb(pid), backendMb: await largestBackendMb(server, database) };
  normal.phase('during');
  const began = Date.now();
  const [load] = loadavg();
  const attacker = await runAttack(attack, { gateway, seconds, isShort, subjects });
  const onSample = (rssMb) => rssMb > stopAtMb && attacker.stopEarly();
  const memory = watchMemory({ pid, server, database, onSample });
  const outcome = await attacker.finished();
  const took = (Date.now() - began) / 1_000;
  normal.phase('after');
  const isDead = () => hasEnded(gateway.child);
  if (!isDead()) await sleep(isShort ? 500 : 10_000);
  const after = { rssMb: gatewayMb(pid), backendMb: await largestBackendMb(server, database) };
  const peak = await memory.stop();
  const phases = await normal.finish();
  const died = isDead() ? (gateway.child.signalCode ?? `exit code ${gateway.child.exitCode}`) : undefined;
  await stop(gateway.child);
  await server.query(`drop database ${database} with (force)`);
  const { name, row, about } = attack;
  return {
    name,
    row,
    about,
    seconds: took,
    load,
    ...outcome,
    died,
    memory: { before, peak, after },
    normal: phases,
  };
}
