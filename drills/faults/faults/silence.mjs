/** @type {import('../types.mjs').Fault} */
export const silence = {
  name: 'silence',
  about: 'the database host goes silent: existing connections, then new ones too',
  isShort: true,
  rejects: ['SERVICE_UNAVAILABLE'],
  async run(stage) {
    stage.proxy.silence();
    // LIMIT_STATEMENT_MS plus 1 s; then waiting reads are retried.
    const bounds = { readMs: 7_000, writeMs: 8_000, readyMs: 8_000, slowestMs: 9_000 };
    await stage.recovers('while old connections are silent and new ones work', bounds);
    await stage.steady();

    stage.proxy.silence({ all: true });
    await stage.lasts(stage.isShort ? 10 : 45);
    await stage.expectsState('reads-fail');
    stage.proxy.heal();
    await stage.recovers('after the end of the silence', { readMs: 3_000, writeMs: 5_000, readyMs: 5_000 });
    await stage.steady();
  },
};
