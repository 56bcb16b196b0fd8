import { once } from 'node:events';
import { createServer } from 'node:http';
import { address } from '../../bench/processes.mjs';
import { freePort } from '../shared/ports.mjs';
import { ask, Load, subscribe } from './load.mjs';

/** Options by which each gateway of the drill fails in its own way. */
const kinds = {
  // The receiver of messages is down.
  main: { WEBHOOK_URL: 'http://127.0.0.1:9/', WEBHOOK_SECRET: `whsec_${'A'.repeat(43)}=` },
  // Few requests make it wait, and reject others.
  tight: { LIMIT_IN_FLIGHT: '2', LIMIT_WAITING: '2', DATABASE_POOL_SIZE: '1' },
  // With its own buckets, which are soon empty.
  frugal: { REDIS_URL: '', LIMIT_BUCKET: '10000', LIMIT_REFILL: '1', LIMIT_FAILED_SIGN_INS: '1000000' },
  paused: {},
  restarted: {},
};

const nameDocument = `mutation Name($name: String!) {
  customerCreate(input: { name: $name }) { customer { id } userErrors { message } }
}`;
const readDocument = 'query Read { customers(first: 20) { nodes { name addresses { nodes { id } } } } }';
export const tagsDocument = 'query Tags { tags { nodes { name } } }';

/** A gateway of the image, with its own ports. */
class Gateway {
  constructor(name, image, environment, key) {
    this.name = name;
    this.image = image;
    this.environment = environment;
    this.key = key;
  }

  get metricsPort() {
    return Number(this.environment.METRICS_PORT);
  }

  get instance() {
    return `127.0.0.1:${this.metricsPort}`;
  }

  async start() {
    this.child = this.image.serve(this.name, this.environment);
    this.origin = new URL(await address(this.child, `The gateway ${this.name}`)).origin;
  }

  async kill() {
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
  }

  ask(document, variables) {
    return ask(this.origin, this.key, document, variables);
  }

  /** A customer, which is a change for subscribers. */
  write() {
    return this.ask(nameDocument, { name: 'Drill' });
  }

  read() {
    return this.ask(readDocument);
  }
}

/** The gateways of the drill, with a small load on the first one. */
export class Fleet {
  /** @type {Record<keyof typeof kinds, Gateway>} */
  gateways = {};
  isOtherVersion = false;
  /** @type {Load[]} */
  #loads = [];
  #other;

  async open(image, services, key) {
    for (const [name, options] of Object.entries(kinds)) {
      const [port, metricsPort] = [await freePort(), await freePort()].map(String);
      const ports = { PORT: port, METRICS_PORT: metricsPort, DRAIN_MS: '0' };
      const environment = { ...services.environment, ...ports, ...options };
      this.gateways[name] = new Gateway(name, image, environment, key);
    }
    await Promise.all(Object.values(this.gateways).map((gateway) => gateway.start()));
    const { main } = this.gateways;
    await subscribe(main.origin, key);
    this.#loads.push(new Load(() => main.read()), new Load(() => main.write(), { pauseMs: 200 }));
  }

  /** The port of a target that is a gateway of another version while `isOtherVersion` is set. */
  async openOtherVersion() {
    const line = 'gateway_build_info{service_version="other",node_version="other"} 1\n';
    this.#other = createServer((_, response) => response.end(this.isOtherVersion ? line : '\n'));
    this.#other.listen(0, '127.0.0.1');
    await once(this.#other, 'listening');
    return this.#other.address().port;
  }

  async close() {
    await Promise.all(this.#loads.map((load) => load.stop()));
    this.#other?.close();
  }
}
