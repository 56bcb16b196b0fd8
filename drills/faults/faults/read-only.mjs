const configure = async ({ cluster }, statement) => {
  await cluster.query(statement);
  await cluster.query('select pg_reload_conf()');
};

/** @type {import('../types.mjs').Fault} */
export const readOnly = {
  name: 'read-only',
  about: 'the server becomes read-only, and accepts writes again',
  isShort: true,
  rejects: ['SERVICE_UNAVAILABLE'],
  rejectsReads: [],
  async run(stage) {
    await configure(stage, 'alter system set default_transaction_read_only = on');
    await stage.expectsState('writes-fail');
    await stage.lasts(2);
    await configure(stage, 'alter system reset default_transaction_read_only');
    await stage.recovers('after the end of read-only', { readMs: 1_000, writeMs: 3_000, readyMs: 5_000 });
    await stage.steady();
  },
};
