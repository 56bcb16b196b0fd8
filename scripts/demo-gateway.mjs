/** Imports a module of the build. */
export const load = (path) => import(new URL(`../dist/${path}`, import.meta.url).href);

/**
 * Serves a migrated database with the demo data to a caller that reads customers.
 * @param {string} url
 * @param {object} [options] further options of `createGateway`
 * @returns {Promise<{ endpoint: string, close: () => Promise<void> }>}
 */
export async function openDemoGateway(url, options = {}) {
  const [
    { createDb },
    { createServingPool },
    { demoAccountId },
    { createLog },
    { createGateway },
    { listen },
  ] = await Promise.all(
    [
      'db/client.js',
      'db/wire/pool.js',
      'demo/seed.js',
      'log.js',
      'server/gateway.js',
      'server/listen.js',
    ].map(load),
  );
  const pool = createServingPool({ connectionString: url }, () => undefined);
  const gateway = createGateway({
    db: createDb(pool, { observer: options.observer }),
    viewer: { accountId: demoAccountId, accountUserId: null, scopes: ['customers:read'], caller: 'demo' },
    log: createLog('silent'),
    checkReady: async () => undefined,
    ...options,
  });
  const { url: endpoint, stop } = await listen(gateway, 0, '127.0.0.1');
  return { endpoint, close: () => stop(0).then(() => pool.end()) };
}
