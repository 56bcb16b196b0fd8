import { setTimeout as sleep } from 'node:timers/promises';
import { stop } from '../../bench/processes.mjs';
import { tagsDocument } from './fleet.mjs';
import { ask, Load, subscribe } from './load.mjs';

/**
 * @typedef {object} Stage
 * @property {import('./fleet.mjs').Fleet} fleet
 * @property {import('./services.mjs').Services} services
 * @property {import('./prometheus.mjs').Prometheus} prometheus
 *
 * @typedef {object} Scenario
 * @property {string[]} alerts that fire
 * @property {(stage: Stage, fires: () => Promise<void>) => Promise<void>} run breaks something, awaits `fires`, repairs it
 */

const lastsMs = 7_000;
const maxRestarts = 6;

const pauseMs = 400;
const runsMs = 200;

async function whileLoading(send, options, fires) {
  const load = new Load(send, options);
  await fires();
  await load.stop();
}

/** @type {Scenario} statements wait for the lock of a table, on a gateway with one connection and two slots */
const lockedTable = {
  alerts: [
    ...['GatewayRequestsFail', 'GatewayOverloaded', 'GatewayRequestsWait', 'GatewaySlow'],
    ...['GatewayDatabaseSlow', 'GatewayPoolExhausted'],
  ],
  async run({ fleet, services }, fires) {
    const unlock = await services.lock('tags');
    await whileLoading(() => fleet.gateways.tight.ask(tagsDocument), { connections: 8, pauseMs: 100 }, fires);
    await unlock();
  },
};

/** @type {Scenario} */
const emptyBucket = {
  alerts: ['GatewayThrottlesCallers'],
  run: ({ fleet }, fires) => whileLoading(() => fleet.gateways.frugal.read(), { connections: 4 }, fires),
};

/** @type {Scenario} */
const wrongKey = {
  alerts: ['GatewaySignInFails'],
  run: ({ fleet }, fires) =>
    whileLoading(() => ask(fleet.gateways.frugal.origin, `ck_${'0'.repeat(43)}`, tagsDocument), {}, fires),
};

/** Continues a stopped process, with long pauses until `ended`: one pause alone is not among its slowest percent. */
async function stutters(child, ended) {
  let isOver = false;
  const over = ended.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    child.kill('SIGCONT');
    await sleep(runsMs);
    child.kill('SIGSTOP');
    await sleep(pauseMs);
  }
  child.kill('SIGCONT');
  await over;
}

/** @type {Scenario} a process that does not run for some seconds, beside a change for its subscriber */
const pausedProcess = {
  alerts: ['GatewayDown', 'GatewayEventLoopBlocked', 'GatewayFeedLags'],
  async run({ fleet, prometheus }, fires) {
    const { main, paused } = fleet.gateways;
    await subscribe(paused.origin, paused.key);
    await paused.write();
    await prometheus.has(`gateway_feed_lag_seconds_count{instance="${paused.instance}"} > 0`);
    const fired = fires();
    paused.child.kill('SIGSTOP');
    await main.write();
    await sleep(lastsMs);
    await stutters(paused.child, fired);
  },
};

/** @type {Scenario} lives that are longer than a start, since only a shorter uptime shows a restart */
const restartedProcess = {
  alerts: ['GatewayRestarts'],
  async run({ fleet, prometheus }, fires) {
    const { restarted } = fleet.gateways;
    const { instance } = restarted;
    const isFiring = async () =>
      (await prometheus.firing()).some(({ labels }) => labels.alertname === 'GatewayRestarts');
    for (let count = 0; count < maxRestarts && !(await isFiring()); count += 1) {
      await prometheus.has(
        `process_uptime_seconds{instance="${instance}"} > 10 and up{instance="${instance}"} == 1`,
      );
      await restarted.kill();
      await restarted.start();
    }
    await fires();
  },
};

/** @type {Scenario} */
const redisStops = {
  alerts: ['GatewayRedisDown'],
  async run({ services }, fires) {
    await stop(services.redis);
    await fires();
    await services.openRedis();
  },
};

/** @type {Scenario} rows as an import, the webhook and a second version leave them */
const failedWork = {
  alerts: ['GatewayOutboxStuck', 'GatewayMessagesFail', 'GatewayImportFailed', 'GatewayVersionsDiffer'],
  async run({ fleet, services }, fires) {
    fleet.isOtherVersion = true;
    await services.query(`insert into outbox_messages (account_id, id, topic, recipient, created_at, failed_at)
      select id, each, 'shopper.password_reset', 'drill@example.com', now() - interval '1 hour',
        case each when 'failed' then now() end
      from accounts, unnest(array['stuck', 'failed']) each where name = 'Drill'`);
    await services.query(`insert into import_runs (account_id, id, system, state, ended_at)
      select id, 'failed', 'AUGNO', 'FAILED', now() from accounts where name = 'Drill'`);
    await fires();
    fleet.isOtherVersion = false;
    await services.query(`delete from outbox_messages where recipient = 'drill@example.com'`);
    await services.query(`delete from import_runs where id = 'failed'`);
  },
};

/** @type {Scenario} */
const readOnly = {
  alerts: ['GatewayWritesFail'],
  async run({ services }, fires) {
    await services.configure('alter system set default_transaction_read_only = on');
    await fires();
    await services.configure('alter system reset default_transaction_read_only');
  },
};

/** @type {Scenario} */
const renamedTable = {
  alerts: ['GatewayInternalErrors'],
  async run({ fleet, services }, fires) {
    await services.query('alter table tags rename to renamed');
    await whileLoading(() => fleet.gateways.main.ask(tagsDocument), {}, fires);
    await services.query('alter table renamed rename to tags');
  },
};

/** @type {Scenario} */
const stoppedDatabase = {
  alerts: ['GatewayNotReady'],
  async run({ services }, fires) {
    await services.cluster.stop();
    await fires();
    await services.cluster.start();
  },
};

/** Those of one list run at the same time. @type {Scenario[][]} */
export const scenarios = [
  [lockedTable, emptyBucket, wrongKey, pausedProcess, restartedProcess, redisStops, failedWork],
  [readOnly],
  [renamedTable],
  [stoppedDatabase],
];
