import { beforeAll, expect, test } from 'vitest';
import { eventually } from '../../eventually.ts';
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

/** Every acknowledged write is stored, and every other one completely or not at all. */
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

/** Repeats all writes: acknowledged ones return the same response again, and each is executed once. */
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

/** Kills processes in the middle of a stream of writes; returns the sent writes. */
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

test('acknowledged writes survive a killed gateway, and a repetition executes the others once', {
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

test('acknowledged writes survive a killed PostgreSQL, which the gateway restarts', { timeout }, async () => {
  const gateway = await serve(env);
  for (const answers of rounds) {
    const sent = await crash(gateway.url, answers, () => killServer(dataDir));
    expect(new Set(sent.flatMap(({ codes }) => codes))).toEqual(new Set(['SERVICE_UNAVAILABLE']));

    // `/ready` may still have the result of a check from before the kill.
    await eventually(() => connectToServer(dataDir));
    await eventually(async () => expect(await isReady(gateway)).toBe(200));
    await expectWhole(sent);
    await expectOneEffect(gateway.url, sent);
  }
  expect(await gateway.end('SIGTERM')).toBe(0);
});

test('acknowledged writes survive the kill of both', { timeout }, async () => {
  const killed = await serve(env);
  const sent = await crash(killed.url, 57, () => Promise.all([killServer(dataDir), killed.end('SIGKILL')]));

  const heir = await serve(env);
  await expectWhole(sent);
  await expectOneEffect(heir.url, sent);
  expect(await heir.end('SIGTERM')).toBe(0);
});
