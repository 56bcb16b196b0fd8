import { setTimeout as sleep } from 'node:timers/promises';
import { stop } from '../../bench/processes.mjs';
import { startGateway } from '../abuse/gateway.mjs';
import { compare } from '../shared/account.mjs';
import { namePrefix, Stream } from '../shared/stream.mjs';
import { TcpProxy } from '../shared/tcp-proxy.mjs';
import { Follower } from './follower.mjs';
import { Mail } from './mail.mjs';
import { ReadyPoll, recovery } from './watch.mjs';

const steadyWrites = 60;
const mailMs = 30_000;

/** Options that keep the drill's callers below the cost limits. */
const unlimited = { LIMIT_BUCKET: '1000000000', LIMIT_REFILL: '1000000000' };

/** The database, the gateways and the clients of one drill. */
export class Stage {
  /** @type {import('./cluster.mjs').Cluster} the server that writes go to */
  cluster;
  proxy;
  stream;
  /** @type {Mail} */
  mail;
  /** Whether new gateways deliver messages. */
  hasWebhook;
  follower;
  poll;
  /** @type {Set<{ child: import('node:child_process').ChildProcess, origin: string, state?: string }>} */
  gateways = new Set();
  /** @type {{ name: string, readMs?: number, writeMs?: number, readyMs?: number, slowestMs: number, bounds: object }[]} */
  recoveries = [];
  /** @type {string[]} */
  findings = [];
  /** @type {string[]} further measurements */
  figures = [];
  #fault;
  #started = 0;

  constructor(fault, { cluster, template, binaries, isShort, scale }) {
    this.#fault = fault;
    this.hasWebhook = fault.hasWebhook ?? true;
    this.cluster = cluster;
    this.template = template;
    this.binaries = binaries;
    this.isShort = isShort;
    /** The factor for bounds in time. */
    this.scale = scale;
  }

  /** @returns {Promise<string | undefined>} the reason to skip the fault */
  async open() {
    await this.cluster.start();
    const missing = await this.#fault.prepare?.(this);
    if (missing !== undefined) return missing;
    this.proxy = new TcpProxy(this.cluster.port);
    this.url = this.cluster.url(await this.proxy.listen());
    this.mail = new Mail((text, values) => this.cluster.queryData(text, values));
    await this.mail.receiver.open();
    for (let count = this.#fault.gateways ?? 1; count > 0; count -= 1) await this.addGateway();
    this.stream = new Stream({ writers: 4, origins: [...this.gateways].map(({ origin }) => origin) });
    this.mail.start();
    this.poll = new ReadyPoll(this.gateways);
    this.follower = new Follower(() => this.stream.origins[0]);
    await this.steady();
    await this.expects('the subscriber receives changes', () => this.follower.received.length > 0);
    return undefined;
  }

  /** Starts a gateway; it receives requests once the stream's origins contain it. */
  async addGateway(env = {}) {
    this.#started += 1;
    const gateway = await startGateway(`faults-${this.#fault.name}-${this.#started}`, this.url, {
      demo: true,
      env: { ...unlimited, ...(this.hasWebhook ? this.mail.env : {}), ...env, ...this.#fault.env },
    });
    this.gateways.add(gateway);
    return gateway;
  }

  removeGateway(gateway) {
    this.gateways.delete(gateway);
  }

  /** From now on, sends requests only to gateways whose `/ready` is 200. */
  balance() {
    this.poll.onRound = () => {
      const ready = [...this.gateways].filter(({ status }) => status === 200);
      if (ready.length > 0) this.stream.origins = ready.map(({ origin }) => origin);
    };
  }

  /** Resolves when `steadyWrites` further writes are acknowledged. */
  async steady() {
    await this.stream.acknowledges(steadyWrites);
  }

  /** Lets the stream run during the fault. */
  async lasts(seconds) {
    await sleep(seconds * 1_000);
  }

  /**
   * Waits for a condition that the drill needs; records a finding if it is not met in time.
   * @param {string} text the condition
   * @param {() => boolean | Promise<boolean>} condition
   */
  async expects(text, condition, seconds = 10) {
    const holds = await this.stream.until(condition, seconds * 1_000 * this.scale);
    if (!holds) this.findings.push(`not within ${seconds * this.scale} s: ${text}`);
  }

  /** Waits until each gateway reports a state of `/ready`. */
  expectsState(state) {
    return this.expects(`\`/ready\` reports ${state}`, () =>
      [...this.gateways].every((gateway) => gateway.state === state),
    );
  }

  /**
   * Measures the recovery from now on.
   * @param {string} name
   * @param {{ readMs: number, writeMs: number, readyMs: number, slowestMs?: number }} bounds
   */
  async recovers(name, bounds) {
    const { account } = this.stream;
    account.takeSlowest();
    const times = await recovery(this.stream, this.poll);
    this.recoveries.push({ name, bounds, ...times, slowestMs: account.takeSlowest() });
  }

  /** Ends the stream and compares the acknowledged writes with the rows. */
  async outcome() {
    await this.stream.stop();
    await this.poll.stop();
    const { rows } = await this.cluster.queryData(
      'select name, version from customers where starts_with(name, $1)',
      [namePrefix],
    );
    const { rows: changes } = await this.cluster.queryData(
      `select customer_id as "customerId", action from customer_events where position > 0
       and account_id = (select account_id from customers where starts_with(name, $1) limit 1)
       order by position`,
      [namePrefix],
    );
    const mail = await this.mail.finish(mailMs * this.scale);
    const { account } = this.stream;
    const feedFindings = await this.follower.finish(changes);
    const { received, disconnects, reasons } = this.follower;
    const { sent, acknowledged, reads, rejected } = account;
    return {
      ...{ sent, acknowledged, reads, rejected },
      ...compare(account, rows),
      feed: { received: received.length, disconnects, reasons },
      slowestMs: account.slowestMs,
      ready: this.poll.seen,
      recoveries: this.recoveries,
      figures: [...this.figures, mail.figure],
      findings: [...this.findings, ...account.findings, ...feedFindings, ...mail.findings],
    };
  }

  async close() {
    await Promise.allSettled([
      this.stream?.abort(),
      this.poll?.stop(),
      this.follower?.stop(),
      this.mail?.close(),
    ]);
    await Promise.all([...this.gateways].map(({ child }) => stop(child)));
    this.proxy?.close();
    await this.cluster.stop('immediate');
    await this.#fault.cleanUp?.(this);
  }
}
