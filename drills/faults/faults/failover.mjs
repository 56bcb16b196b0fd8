const standbyCount = `select count(*)::int as count from pg_stat_replication where sync_state in ('sync', 'quorum')`;

/** Adds a standby that follows the primary by streaming replication; each commit waits for it. */
async function addStandby({ template, cluster }) {
  const standby = await template.make('standby');
  const source = ['-h', '127.0.0.1', '-p', String(cluster.port), '-U', 'gateway'];
  await standby.run('pg_basebackup', ...source, '-D', standby.data, '-R', '-X', 'stream', '-c', 'fast');
  await standby.start();
  await cluster.query(`alter system set synchronous_standby_names = '*'`);
  await cluster.query('select pg_reload_conf()');
  return standby;
}

/** @type {import('../types.mjs').Fault} */
export const failover = {
  name: 'failover',
  about: 'the primary is lost, and a synchronous standby is promoted in its place',
  isShort: true,
  missing: ({ binaries }) =>
    binaries.canReplicate ? undefined : 'pg_basebackup is missing (Debian: the package postgresql)',
  rejects: ['SERVICE_UNAVAILABLE'],
  async prepare(stage) {
    stage.standby = await addStandby(stage);
  },
  async run(stage) {
    const { rows } = await stage.cluster.query(standbyCount);
    if (rows[0].count !== 1) throw new Error('The standby does not follow synchronously.');
    await stage.cluster.stop('kill');
    await stage.standby.query('select pg_promote(true, 30)');
    stage.cluster = stage.standby;
    stage.proxy.target = stage.standby.port;
    await stage.recovers('after the switch', { readMs: 3_000, writeMs: 3_000, readyMs: 3_000 });
    await stage.steady();
  },
};
