import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post, send } from '../abuse/client.mjs';
import { isRead, readDocument } from '../shared/stream.mjs';

const pollMs = 100;
const probeMs = 100;
const recoverMs = 60_000;
/** For how long a gateway may use the result of a check for `/ready`, and some more. */
const cachedMs = 1_100;

/** Polls `/ready` of gateways, as a load balancer does; each gateway has `url` and `state`. */
export class ReadyPoll {
  /** Numbers of responses by state. */
  seen = {};
  /** Called with the gateways after each round. */
  onRound = () => undefined;
  /** When the round began since which all gateways are ready; undefined while one is not. */
  readySince;
  /** When the last round began. */
  lastAt = 0;
  #gateways;
  #isStopped = false;
  #done;

  /** @param {Set<{ origin: string, state?: string }>} gateways */
  constructor(gateways) {
    this.#gateways = gateways;
    this.#done = this.#poll();
  }

  async stop() {
    this.#isStopped = true;
    await this.#done;
  }

  async #poll() {
    while (!this.#isStopped) {
      const sentAt = performance.now();
      const gateways = [...this.#gateways];
      await Promise.all(gateways.map((gateway) => this.#check(gateway)));
      const isReady = gateways.every(({ state }) => state === 'ready');
      this.readySince = isReady ? (this.readySince ?? sentAt) : undefined;
      this.lastAt = sentAt;
      this.onRound();
      await sleep(pollMs);
    }
  }

  async #check(gateway) {
    const { status, body } = await send(`${gateway.origin}/ready`, {
      agent: agentOf({ localAddress: '127.0.0.1' }),
      headers: { connection: 'close' },
    });
    gateway.status = status;
    gateway.state = /"state":"([\w-]+)"/.exec(body)?.[1] ?? (status === 0 ? 'down' : String(status));
    const label = status === 0 ? gateway.state : `${status} ${gateway.state}`;
    this.seen[label] = (this.seen[label] ?? 0) + 1;
  }
}

/** The time until a read that is sent from now on succeeds; the reads do not wait for each other. */
async function readRecovery(stream) {
  const startedAt = performance.now();
  const elapsed = () => performance.now() - startedAt;
  let recoveredMs;
  const read = async (turn) => {
    const agent = agentOf({ localAddress: '127.0.0.1' });
    const origin = stream.origins[turn % stream.origins.length];
    const sentAt = performance.now();
    const answer = await post(origin, { query: readDocument }, { agent });
    stream.account.answered(sentAt);
    agent.destroy();
    stream.account.reads += 1;
    if (isRead(answer)) recoveredMs ??= elapsed();
    else stream.account.reject('reads', answer);
  };
  const sent = [];
  for (let turn = 0; recoveredMs === undefined && elapsed() < recoverMs; turn += 1) {
    sent.push(read(turn));
    await sleep(probeMs);
  }
  await Promise.all(sent);
  return recoveredMs;
}

/** The time after which `/ready` of all gateways reports `ready` and goes on to do so. */
async function readyRecovery(stream, poll) {
  const startedAt = performance.now();
  const isReady = () => poll.readySince !== undefined && poll.lastAt >= startedAt + cachedMs;
  if (!(await stream.until(isReady, recoverMs))) return undefined;
  return Math.max(0, poll.readySince - startedAt);
}

/** The time until a write that is sent from now on is acknowledged. */
async function writeRecovery(stream) {
  const startedAt = performance.now();
  const isWritten = () => stream.account.lastSentAt >= startedAt;
  return (await stream.until(isWritten, recoverMs)) ? performance.now() - startedAt : undefined;
}

/** Measures the times from now on until reads, writes and `/ready` succeed; undefined: more than a minute. */
export async function recovery(stream, poll) {
  const [readMs, writeMs, readyMs] = await Promise.all([
    readRecovery(stream),
    writeRecovery(stream),
    readyRecovery(stream, poll),
  ]);
  return { readMs, writeMs, readyMs };
}
