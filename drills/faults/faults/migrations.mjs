const newer = '29991231000000_newer';

/** Whether a gateway starts. */
const starts = (stage) =>
  stage.addGateway().then(
    () => true,
    () => false,
  );

/** @type {import('../types.mjs').Fault} */
export const migrations = {
  name: 'migrations',
  about: 'the database has a newer migration, then one of the gateway is pending',
  isShort: true,
  rejects: [],
  async run(stage) {
    const { cluster } = stage;
    await cluster.queryData(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values (gen_random_uuid()::text, 'none', $1, now(), 1)`,
      [newer],
    );
    await stage.lasts(2);
    const unready = Object.keys(stage.poll.seen).filter((label) => label !== '200 ready');
    if (unready.length > 0) stage.findings.push(`\`/ready\` beside a newer migration: ${unready.join(', ')}`);
    if (!(await starts(stage))) stage.findings.push('a gateway does not start beside a newer migration');
    await cluster.queryData('delete from _prisma_migrations where migration_name = $1', [newer]);

    const last = '(select max(migration_name) from _prisma_migrations)';
    await cluster.queryData(
      `create table aside as select * from _prisma_migrations where migration_name = ${last}`,
    );
    await cluster.queryData(`delete from _prisma_migrations where migration_name = ${last}`);
    await stage.expectsState('migrations-behind');
    if (await starts(stage)) stage.findings.push('a gateway starts while a migration is pending');
    await stage.steady();
    await cluster.queryData('insert into _prisma_migrations select * from aside');
    await stage.recovers('after the migration', { readMs: 1_000, writeMs: 1_000, readyMs: 3_000 });
  },
};
