import { EventEmitter, once } from 'node:events';
import { rm } from 'node:fs/promises';
import { afterAll, expect, inject, test } from 'vitest';
import { freePort } from '../free-port.ts';
import { copyDemoData, type RunningGateway, startGateway } from '../gateway.ts';
import { type Change, changesAfter, lastCursor } from './changes/feed.ts';
import { Subscriber } from './changes/subscriber.ts';
import { customersOfWriter, write } from './changes/writer.ts';

const writes = 10_000;
const connections = 8;

// Gateways with the same data directory share its PostgreSQL.
const dataDir = await copyDemoData(inject('demoData'));
const running = new Set<RunningGateway>();

async function start(port: string): Promise<RunningGateway> {
  const generous = { LIMIT_BUCKET: '1000000000', LIMIT_REFILL: '1000000000' };
  const gateway = await startGateway({ ...generous, DATA_DIR: dataDir, PORT: port });
  running.add(gateway);
  return gateway;
}

async function stop(gateway: RunningGateway, signal?: NodeJS.Signals): Promise<void> {
  running.delete(gateway);
  await gateway.stop(signal);
}

afterAll(async () => {
  for (const gateway of running) await stop(gateway);
  await rm(dataDir, { recursive: true, force: true });
});

const noteOf = ({ changes }: Change) => Number(changes.find(({ path }) => path === 'note')?.newValue);

test('10,000 changes by 8 writers, and each subscriber has each once, in one order, whoever is cut off or killed', async () => {
  const port = await freePort();
  const steady = await start(await freePort());
  let mortal = await start(port);
  const urls = [steady.url, mortal.url];
  const begin = await lastCursor(steady.url);
  const subscribers = [new Subscriber(urls, begin), new Subscriber(urls, begin)];
  const half = new EventEmitter();

  await Promise.all([
    ...subscribers.map((each) => each.follow(writes, (seen) => seen === writes / 2 && half.emit('reached'))),
    ...Array.from({ length: connections }, (_, at) =>
      write(`W${at}`, writes / connections / customersOfWriter, () => urls[at % 2] ?? ''),
    ),
    once(half, 'reached').then(async () => {
      await stop(mortal, 'SIGKILL');
      mortal = await start(port);
    }),
  ]);

  const all = await changesAfter(mortal.url, begin);
  expect(all).toHaveLength(writes);
  for (const { seen, cuts } of subscribers) {
    expect(seen).toEqual(all);
    expect(cuts).toBeGreaterThan(5);
  }
  const ids = new Set(all.map(({ customerId }) => customerId));
  expect(ids.size).toBe(connections * customersOfWriter);
  for (const id of ids) {
    const notes = all.filter(({ customerId }) => customerId === id).map(noteOf);
    expect(notes).toEqual(notes.map((_, round) => round));
  }
}, 120_000);
