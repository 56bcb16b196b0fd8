import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../bench/paths.mjs';
import { address, start } from '../../bench/processes.mjs';
import { secrets } from './sign-in.mjs';

/** The flags of `npm start`. */
function startFlags() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}

const own =
  /^(AUTH_|LIMIT_|DATABASE_|MIGRATION_|REDIS_|PERSISTED_|WORKERS$|INTROSPECTION$|CORS_|TRUST_|WEBHOOK_|NODE_ENV$|CACHE_)/;

/** Unsets gateway options from this process's environment, so that the attack meets the defaults. */
const unset = () =>
  Object.fromEntries(Object.keys(process.env).flatMap((name) => (own.test(name) ? [[name, '']] : [])));

/**
 * Starts a gateway as `npm start` does.
 * @param {string} name
 * @param {string} databaseUrl
 * @param {import('./types.mjs').GatewayOptions} [options]
 */
export async function startGateway(name, databaseUrl, { demo = false, env = {} } = {}) {
  const child = start(
    `drill-${name}`,
    process.execPath,
    [...startFlags(), join(root, 'dist', 'main.js'), 'serve'],
    {
      env: {
        ...unset(),
        DATABASE_URL: databaseUrl,
        HOST: '127.0.0.1',
        PORT: process.env.DRILL_PORT ?? '0',
        DRAIN_MS: '0',
        LOG_LEVEL: 'error',
        ...(demo ? {} : secrets),
        ...env,
      },
    },
  );
  const url = new URL(await address(child, `The gateway of ${name}`));
  return { child, origin: url.origin, port: Number(url.port) };
}
