import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { requestFor } from './arena.mjs';
import { flameGraph, selfTimes } from './flame-graph.mjs';
import { jobOf, Load } from './measure.mjs';
import { data, root } from './paths.mjs';
import { post } from './requests.mjs';
import { table } from './table.mjs';

const folder = join(data, 'profiles');
const listed = 15;

async function ask({ child }, message) {
  const answered = once(child, 'message');
  child.send(message);
  const [answer] = await answered;
  return answer;
}

/** Profiles the gateway under the load of an operation; writes the profile and its flame graph. */
export async function profile({ subjects, runners: [gateway] }, operation, { connections, warmUp, seconds }) {
  const atOnce = Math.max(...connections);
  await post(requestFor(gateway, operation, subjects));
  const load = new Load();
  try {
    const job = (duration) => jobOf(gateway, operation, subjects, { connections: atOnce, seconds: duration });
    await load.run(job(warmUp));
    await ask(gateway, 'profile:begin');
    const { requests, failed } = await load.run(job(seconds));
    const { profile: taken } = await ask(gateway, 'profile:end');
    if (failed > 0) throw new Error(`${failed} of ${requests} answers failed.`);
    const title = `${operation.name}: ${requests} requests in ${seconds} s, ${atOnce} connections`;
    mkdirSync(folder, { recursive: true });
    const file = join(folder, operation.name);
    writeFileSync(`${file}.cpuprofile`, JSON.stringify(taken));
    writeFileSync(`${file}.html`, flameGraph(taken, title));
    const rows = selfTimes(taken).slice(0, listed);
    console.log(`\n${title}\n\n${table(['function', '% of the busy time'], rows)}`);
    console.log(`\nWritten: ${relative(root, file)}.{html,cpuprofile}`);
  } finally {
    await load.close();
  }
}
