import { setTimeout as sleep } from 'node:timers/promises';
import { agentOf, post, send } from '../abuse/client.mjs';
import { isRead, readDocument } from '../shared/stream.mjs';

const pollMs = 100;
const probeMs = 100;
const recoverMs = 60_000;
/** How long a gateway may cache the result of a check for `/ready`, with a margin. */
const cachedMs = 1_100;

/** Polls `/ready` of gateways, as a load balancer does; each gateway has `url` and `state`. */
export class ReadyPoll {
  /** Number of responses by state. */
  seen = {};
  /** Called with the gateways after each round. */
  onRound = () => undefined;
  /** Start of the first round since which all gateways are ready; undefined while one is not. */
  readySince;
  /** Start of the last round. */
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

/** Time until a newly sent read succeeds; the reads run concurrently. */
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

/** Time until `/ready` of all gateways reports `ready` and stays so. */
async function readyRecovery(stream, poll) {
  const startedAt = performance.now();
  const isReady = () => poll.readySince !== undefined && poll.lastAt >= startedAt + cachedMs;
  if (!(await stream.until(isReady, recoverMs))) return undefined;
  return Math.max(0, poll.readySince - startedAt);
}

/** Time until a newly sent write is acknowledged. */
async function writeRecovery(stream) {
  const startedAt = performance.now();
  const isWritten = () => stream.account.lastSentAt >= startedAt;
  return (await stream.until(isWritten, recoverMs)) ? performance.now() - startedAt : undefined;
}

/** Measures the time until reads, writes and `/ready` succeed; undefined after more than a minute. */
export async function recovery(stream, poll) {
  const [readMs, writeMs, readyMs] = await Promise.all([
    readRecovery(stream),
    writeRecovery(stream),
    readyRecovery(stream, poll),
  ]);
  return { readMs, writeMs, readyMs };
}
