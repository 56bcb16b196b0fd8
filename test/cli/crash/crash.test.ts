import { beforeAll, expect, test, vi } from 'vitest';
import { run, type Serving, serve } from '../command.ts';
import { effectsOf, halvesIn } from './ledger.ts';
import { connectToServer, createDataDirectory, killServer } from './processes.ts';
import { type Sent, startStream } from './stream.ts';
import { send } from './writes.ts';

const dataDir = await createDataDirectory();
const env = { DATA_DIR: dataDir, LIMIT_BUCKET: '100000000', LIMIT_REFILL: '100000000' };

beforeAll(async () => {
  expect(await run(['seed', '--customers', '20'], env)).toMatchObject({ code: 0, err: '' });
});

const labelsOf = (sent: readonly Sent[]) => sent.flatMap(({ write }) => write.labels);
const isAnswered = ({ results }: Sent) => results !== undefined;

/** Every write that was answered is there, and of the others all or nothing. */
async function expectWhole(sent: readonly Sent[]): Promise<void> {
  const client = await connectToServer(dataDir);
  const effects = await effectsOf(client, labelsOf(sent));
  const wrong = sent.flatMap(({ write: { labels }, results }) => {
    const counts = new Set(labels.map((label) => effects.get(label)));
    const [count] = counts;
    const isRight = counts.size === 1 && (count === 1 || (count === 0 && results === undefined));
    return isRight ? [] : { counts, results };
  });
  expect(wrong).toEqual([]);
  expect(await halvesIn(client)).toEqual([]);
}

/** Each of them sent once more: those that were answered have the same answer again, and each is done once. */
async function expectOneEffect(url: string, sent: readonly Sent[]): Promise<void> {
  const again = await Promise.all(sent.map(({ write }) => send(url, write)));
  expect(again.flatMap(({ codes }) => codes)).toEqual([]);
  expect(again.flatMap(({ results = [] }) => results.flatMap((each) => each.userErrors))).toEqual([]);
  const known = sent.flatMap(({ results }, at) => (results === undefined ? [] : { results, codes: [], at }));
  expect(known.map(({ at }) => ({ ...again[at], at }))).toEqual(known);
  const client = await connectToServer(dataDir);
  const effects = await effectsOf(client, labelsOf(sent));
  expect([...effects].filter(([, count]) => count !== 1)).toEqual([]);
  expect(await halvesIn(client)).toEqual([]);
}

/** Kills in the middle of a stream of writes; what was sent. */
async function crash(url: string, answers: number, kill: () => Promise<unknown>): Promise<readonly Sent[]> {
  const stream = startStream(url, 8);
  await stream.answered(answers);
  await kill();
  const sent = await stream.end();
  expect(sent.filter(isAnswered).length).toBeGreaterThanOrEqual(answers);
  expect(sent.every(isAnswered)).toBe(false);
  return sent;
}

const isReady = async ({ url }: Serving) => (await fetch(new URL('/ready', url))).status;
const rounds = [30, 47];
const timeout = 120_000;

test('what a killed gateway had answered is there, and the rest is done once when it is repeated', {
  timeout,
}, async () => {
  for (const answers of rounds) {
    const killed = await serve(env);
    const sent = await crash(killed.url, answers, () => killed.end('SIGKILL'));

    const heir = await serve(env);
    await expectWhole(sent);
    await expectOneEffect(heir.url, sent);
    expect(await heir.end('SIGTERM')).toBe(0);
  }
});

test('so it is when PostgreSQL is killed, which the gateway starts again', { timeout }, async () => {
  const gateway = await serve(env);
  for (const answers of rounds) {
    const sent = await crash(gateway.url, answers, () => killServer(dataDir));
    expect(new Set(sent.flatMap(({ codes }) => codes))).toEqual(new Set(['SERVICE_UNAVAILABLE']));

    await vi.waitFor(async () => expect(await isReady(gateway)).toBe(200), { timeout: 20_000, interval: 10 });
    await expectWhole(sent);
    await expectOneEffect(gateway.url, sent);
  }
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('so it is when both are killed', { timeout }, async () => {
  const killed = await serve(env);
  const sent = await crash(killed.url, 57, () => Promise.all([killServer(dataDir), killed.end('SIGKILL')]));

  const heir = await serve(env);
  await expectWhole(sent);
  await expectOneEffect(heir.url, sent);
  expect(await heir.end('SIGTERM')).toBe(0);
});
