import { once } from 'node:events';
import { Redis } from 'ioredis';
import type { Logger } from 'pino';
import { type Balance, type Bucket, MemoryBucket, type Rate, type Soon } from './cost-limiter.ts';

/** Refills, then charges (or refunds a negative cost) if `required` is there. Atomic, by Redis's clock. */
const script = `
local capacity, refill, cost, required = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local share = redis.call('HMGET', KEYS[1], 'available', 'at')
local available = capacity
if share[1] then
  local passed = math.max(0, now - tonumber(share[2]))
  available = math.min(capacity, tonumber(share[1]) + passed * refill / 1000)
end
if available < required then return { 0, math.floor(available) } end
available = math.max(-capacity, math.min(capacity, available - cost))
redis.call('HSET', KEYS[1], 'available', available, 'at', now)
redis.call('PEXPIRE', KEYS[1], math.ceil((capacity - available) * 1000 / refill) + 1000)
return { 1, math.floor(available) }`;

type Take = (
  key: string,
  capacity: number,
  refill: number,
  cost: number,
  required: number,
) => Promise<[number, number]>;

/** Any amount above zero. */
const smallestCost = 1e-9;

/** Timeout of a Redis command. The process then uses its own bucket, so that responses do not wait for Redis. */
const commandTimeoutMs = 250;

function connect(url: string): Redis & { readonly takeCost: Take } {
  const redis = new Redis(url, {
    commandTimeout: commandTimeoutMs,
    connectTimeout: 2_000,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    retryStrategy: (attempt) => Math.min(attempt * 100, 2_000),
  });
  redis.defineCommand('takeCost', { numberOfKeys: 1, lua: script });
  // defineCommand adds the method at run time.
  return redis as Redis & { readonly takeCost: Take };
}

/** One share per caller across all processes; while Redis is unavailable, one per process. */
export class RedisBucket implements Bucket {
  readonly #rate: Rate;
  readonly #log: Logger;
  readonly #redis: ReturnType<typeof connect>;
  readonly #local: Bucket;
  #isGone = false;

  constructor(url: string, rate: Rate, log: Logger) {
    this.#rate = rate;
    this.#log = log;
    this.#local = new MemoryBucket(rate);
    this.#redis = connect(url);
    this.#redis.on('error', (error: Error) => this.#lose(error));
  }

  /** Resolves when Redis is connected or known to be unavailable. */
  async ready(): Promise<this> {
    await Promise.race(['ready', 'error'].map((event) => once(this.#redis, event).catch(() => undefined)));
    return this;
  }

  get isUp(): boolean {
    return !this.#isGone;
  }

  #lose(err: unknown): void {
    if (!this.#isGone)
      this.#log.warn({ err }, 'redis unreachable: cost limits apply to each process separately');
    this.#isGone = true;
  }

  async #run(
    caller: string,
    { cost, required }: { readonly cost: number; readonly required: number },
    alone: () => Soon<Balance>,
  ): Promise<Balance> {
    const { capacity, refillPerSecond } = this.#rate;
    try {
      const key = `customer-gateway:cost:${caller}`;
      const [isPaid, available] = await this.#redis.takeCost(key, capacity, refillPerSecond, cost, required);
      if (this.#isGone) this.#log.info('redis reachable again: cost limits apply to all processes together');
      this.#isGone = false;
      return { isPaid: isPaid === 1, available };
    } catch (error) {
      this.#lose(error);
      return alone();
    }
  }

  take(caller: string, cost: number): Promise<Balance> {
    return this.#run(caller, { cost, required: cost }, () => this.#local.take(caller, cost));
  }

  charge(caller: string, cost: number): Promise<Balance> {
    return this.#run(caller, { cost, required: smallestCost }, () => this.#local.charge(caller, cost));
  }

  refund(caller: string, cost: number): Promise<Balance> {
    return this.#run(caller, { cost: -cost, required: -2 * this.#rate.capacity }, () =>
      this.#local.refund(caller, cost),
    );
  }

  async close(): Promise<void> {
    this.#redis.disconnect();
  }
}
