const shortRounds = 1;
const rounds = 10;
const roundsOf = ({ isShort }) => (isShort ? shortRounds : rounds);

/** Kills the process that worked last; if it has ended since the query, another one. */
async function killLatest(cluster) {
  const { rows } = await cluster.queryData(
    `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
     order by state_change desc limit 1`,
  );
  try {
    process.kill(rows[0].pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    await killLatest(cluster);
  }
}

/** @type {import('../types.mjs').Fault} */
export const killBackend = {
  name: 'kill-backend',
  about: 'a PostgreSQL process is killed with -9, and the server recovers from the crash',
  isShort: true,
  rejects: ['SERVICE_UNAVAILABLE'],
  async run(stage) {
    for (let round = roundsOf(stage); round > 0; round -= 1) {
      await killLatest(stage.cluster);
      await stage.recovers('after a kill', { readMs: 3_000, writeMs: 3_000, readyMs: 3_000 });
      await stage.steady();
    }
  },
};

/** @type {import('../types.mjs').Fault} */
export const killServer = {
  name: 'kill-server',
  about: 'all processes of PostgreSQL are killed with -9, and the server starts again',
  rejects: ['SERVICE_UNAVAILABLE'],
  async run(stage) {
    for (let round = roundsOf(stage); round > 0; round -= 1) {
      await stage.cluster.stop('kill');
      await stage.cluster.start();
      await stage.recovers('after the start', { readMs: 3_000, writeMs: 3_000, readyMs: 3_000 });
      await stage.steady();
    }
  },
};

/** @type {import('../types.mjs').Fault} */
export const killGateway = {
  name: 'kill-gateway',
  about: 'one of two gateways is killed with -9 and replaced',
  isShort: true,
  gateways: 2,
  // Errors of connections to the killed process.
  rejects: ['ECONNREFUSED', 'ECONNRESET', 'closed'],
  async run(stage) {
    stage.balance();
    for (let round = roundsOf(stage); round > 0; round -= 1) {
      const [oldest] = stage.gateways;
      oldest.child.kill('SIGKILL');
      await stage.expects('`/ready` of the killed gateway fails', () => oldest.state === 'down');
      stage.removeGateway(oldest);
      await stage.recovers('of the other gateway', { readMs: 1_000, writeMs: 1_000, readyMs: 1_000 });
      await stage.addGateway();
      await stage.steady();
    }
  },
};
