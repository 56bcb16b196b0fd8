import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stringify } from 'yaml';
import { root } from '../../bench/paths.mjs';
import { start } from '../../bench/processes.mjs';
import { accepts, freePort } from '../shared/ports.mjs';

export const program = '/usr/bin/prometheus';
const timeoutMs = 60_000;
const pollMs = 200;

/** Shorter windows, no delays, and a heap that counts as full: with these, each alert fires within seconds. */
const shortened = (rules) =>
  rules
    .replaceAll(/^ +for: .*\n/gm, '')
    .replaceAll('[5m]', '[15s]')
    .replaceAll('[15m]', '[2m]')
    .replaceAll('offset 1h', 'offset 5s')
    .replaceAll('> 0.85', '> 0.001');

/** Rules that only the drill can make fire from the beginning. */
export const alwaysFiring = ['GatewayMemoryHigh'];

/** Debian's Prometheus with deploy/monitoring/alerts.yaml, for gateways of this machine. */
export class Prometheus {
  #port;
  #home;

  constructor(home) {
    this.#home = home;
  }

  /** @param {readonly number[]} ports of the gateways' metrics */
  async open(ports) {
    this.#port = await freePort();
    const rules = await readFile(join(root, 'deploy', 'monitoring', 'alerts.yaml'), 'utf8');
    await writeFile(join(this.#home, 'alerts.yaml'), shortened(rules));
    const targets = ports.map((port) => `127.0.0.1:${port}`);
    const config = {
      global: { scrape_interval: '1s', evaluation_interval: '1s' },
      rule_files: ['alerts.yaml'],
      scrape_configs: [{ job_name: 'customer-gateway', static_configs: [{ targets }] }],
    };
    const file = join(this.#home, 'prometheus.yaml');
    await writeFile(file, stringify(config));
    const child = start('deploy-prometheus', program, [
      `--config.file=${file}`,
      `--storage.tsdb.path=${join(this.#home, 'prometheus')}`,
      `--web.listen-address=127.0.0.1:${this.#port}`,
    ]);
    await accepts(this.#port, child);
    await this.until(() => fetch(`http://127.0.0.1:${this.#port}/-/ready`).then(({ ok }) => ok));
  }

  async #get(path) {
    const response = await fetch(`http://127.0.0.1:${this.#port}/api/v1/${path}`);
    const { status, data, error } = await response.json();
    if (status !== 'success') throw new Error(`Prometheus: ${error}`);
    return data;
  }

  /** The samples of an instant query. */
  async query(expression) {
    const { result } = await this.#get(`query?query=${encodeURIComponent(expression)}`);
    return result.map(({ metric, value }) => ({ metric, value: Number(value[1]) }));
  }

  /** The alerts that fire now. */
  async firing() {
    const { alerts } = await this.#get('alerts');
    return alerts.filter(({ state }) => state === 'firing');
  }

  /** Waits until a query returns samples. */
  has(expression) {
    return this.until(async () => (await this.query(expression)).length > 0);
  }

  /** Resolves to whether a condition became true in time. */
  async until(condition) {
    const endsAt = performance.now() + timeoutMs;
    while (performance.now() < endsAt) {
      if (await condition()) return true;
      await sleep(pollMs);
    }
    return false;
  }

  /**
   * Waits until alerts fire.
   * @returns {Promise<string[]>} findings: those that did not, and those with a faulty text
   */
  async fires(names) {
    const seen = new Map();
    await this.until(async () => {
      for (const alert of await this.firing()) seen.set(alert.labels.alertname, alert);
      return names.every((name) => seen.has(name));
    });
    return names.flatMap((name) => {
      const { annotations } = seen.get(name) ?? {};
      if (annotations === undefined) return [`${name} did not fire`];
      return /<error|<no value>/.test(annotations.description) ? [`${name}: ${annotations.description}`] : [];
    });
  }
}
