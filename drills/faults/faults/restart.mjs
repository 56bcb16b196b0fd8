const bounds = { readMs: 3_000, writeMs: 3_000, readyMs: 3_000 };

/** @type {import('../types.mjs').Fault} */
export const restart = {
  name: 'restart',
  about: 'PostgreSQL restarts: fast, then immediate with crash recovery',
  isShort: true,
  rejects: ['SERVICE_UNAVAILABLE'],
  async run(stage) {
    for (const mode of ['fast', 'immediate']) {
      await stage.cluster.stop(mode);
      await stage.lasts(1);
      await stage.expectsState('reads-fail');
      await stage.cluster.start();
      await stage.recovers(`after a restart (${mode})`, bounds);
      await stage.steady();
    }
  },
};
