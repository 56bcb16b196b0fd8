import { setTimeout as sleep } from 'node:timers/promises';

/** The part of an import's time in which a repetition is killed. */
const part = 0.3;

/** Starts an import, and disturbs it when it has saved some records; returns how it ended. */
async function disturbed(importing, work) {
  const { child, ended } = importing.start();
  if (!(await importing.saves(ended))) return { ...(await ended), isLate: true };
  await work(child);
  return { ...(await ended), isLate: false };
}

const terminate = (condition) =>
  `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'customer-gateway%' and ${condition}`;

/** @param {readonly (number | string)[]} codes with which the import may end */
const endsWith = (codes, { code, errors, isLate }) => {
  if (isLate) return ['the import ended before it was disturbed'];
  const isClear = !/^ {4}at /m.test(errors);
  return [
    ...(codes.includes(code) ? [] : [`the import ended with ${code}: ${errors}`]),
    ...(isClear ? [] : [`the message of the import is a stack trace: ${errors}`]),
  ];
};

/** The class of the lock that keeps other imports out; batches hold others until they are committed. */
const importLock = 20_261_117;

/**
 * Each disturbs imports of a system's documents into a new account; afterwards, the drill repeats the import.
 * `run` returns findings. One that `isOfImport` disturbs nothing else: the imports of its systems run at the same time.
 */
export const disturbances = [
  {
    name: 'kill',
    about: 'SIGKILL at random moments',
    isOfImport: true,
    systems: ['augno', 'inventory-pro', 'commerce-layer'],
    async run({ importing, random, kills, workMs }) {
      let count = 0;
      for (; count < kills; count += 1) {
        const before = await importing.runs();
        const { child, ended } = importing.start();
        if (count === 0) await importing.saves(ended);
        else await importing.exceeds(() => importing.runs(), before, ended);
        await sleep(random.next() * part * workMs);
        child.kill('SIGKILL');
        if ((await ended).code !== 'SIGKILL') break;
      }
      return count >= kills / 2 ? [] : [`only ${count} of ${kills} kills were in time: use more customers`];
    },
  },
  {
    name: 'stop',
    about: 'SIGTERM',
    systems: ['augno'],
    run: async ({ importing }) =>
      endsWith([4], await disturbed(importing, async (child) => child.kill('SIGTERM'))),
  },
  {
    name: 'two',
    about: 'two imports at once',
    systems: ['commerce-layer'],
    async run({ importing }) {
      const both = await Promise.all([importing.run(), importing.run()]);
      const waited = both.filter(({ errors }) => errors.includes('Waiting for the other import')).length;
      return [
        ...both.flatMap((each) => endsWith([0], { ...each, isLate: false })),
        ...(waited === 1 ? [] : [`${waited} of two imports waited`]),
      ];
    },
  },
  {
    name: 'restart',
    about: 'PostgreSQL is stopped and started',
    systems: ['inventory-pro'],
    run: ({ importing, cluster }) => restarted(importing, cluster, 'fast'),
  },
  {
    name: 'crash',
    about: 'PostgreSQL is killed and started',
    systems: ['commerce-layer'],
    run: ({ importing, cluster }) => restarted(importing, cluster, 'kill'),
  },
  {
    name: 'connections',
    about: 'PostgreSQL closes all connections',
    systems: ['augno'],
    run: async ({ importing, query }) =>
      endsWith([1, 4], await disturbed(importing, () => query(terminate('true')))),
  },
  {
    name: 'lock',
    about: 'PostgreSQL closes the connection that holds the lock of the import',
    systems: ['inventory-pro'],
    run: async ({ importing, query }) =>
      endsWith(
        [4],
        await disturbed(importing, () =>
          query(
            terminate(
              `pid in (select pid from pg_locks where locktype = 'advisory' and classid = ${importLock})`,
            ),
          ),
        ),
      ),
  },
];

async function restarted(importing, cluster, mode) {
  const end = await disturbed(importing, async () => {
    await cluster.stop(mode);
    await cluster.start();
  });
  return endsWith([1, 4], end);
}
