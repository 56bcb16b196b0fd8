import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../bench/paths.mjs';
import { start, stop } from '../../../bench/processes.mjs';
import { agentOf, send } from '../../abuse/client.mjs';

const connections = 600;
const pauseMs = 20;
const boundMs = 250;

/** Sends one probe over a new connection, as Kubernetes does. */
async function probeMs(url) {
  const sentAt = performance.now();
  const { status } = await send(url, {
    agent: agentOf({ localAddress: '127.0.0.1' }),
    headers: { connection: 'close' },
  });
  return { status, ms: performance.now() - sentAt };
}

const p99Of = (times) => times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1];

async function measure(stage, path, seconds) {
  const [gateway] = stage.gateways;
  const endsAt = performance.now() + seconds * 1_000;
  const times = [];
  const statuses = new Set();
  while (performance.now() < endsAt) {
    const { status, ms } = await probeMs(`${gateway.origin}${path}`);
    times.push(ms);
    statuses.add(status);
    await sleep(pauseMs);
  }
  const p99 = p99Of(times);
  stage.figures.push(`${path}: p99 ${Math.round(p99)} ms of ${times.length} probes`);
  if (p99 > boundMs * stage.scale)
    stage.findings.push(`p99 of ${path} is ${Math.round(p99)} ms; the bound is ${boundMs * stage.scale} ms`);
  if (statuses.size !== 1 || !statuses.has(200))
    stage.findings.push(`${path} was answered with ${[...statuses].join(', ')}`);
}

/** @type {import('../types.mjs').Fault} */
export const probes = {
  name: 'probes',
  about: '600 connections send requests, and each probe has a connection of its own',
  rejects: [],
  async run(stage) {
    const [{ origin }] = stage.gateways;
    const crowd = start(
      'drill-faults-crowd',
      process.execPath,
      [join(root, 'drills', 'faults', 'crowd.mjs'), origin, String(connections)],
      { ipc: true },
    );
    crowd.stdout.resume();
    await once(crowd, 'message');
    for (const path of ['/health', '/ready']) await measure(stage, path, stage.isShort ? 5 : 20);
    await stop(crowd);
    await stage.recovers('after the load', { readMs: 1_000, writeMs: 1_000, readyMs: 2_000 });
  },
};
