import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { home, root } from '../paths.mjs';
import { address, start } from '../processes.mjs';
import * as gateway from './gateway/documents.mjs';
import * as limit from './limit/documents.mjs';
import * as prisma from './plugin-prisma/documents.mjs';
import * as postgraphile from './postgraphile/documents.mjs';

const main = join(root, 'dist', 'main.js');
const poolSize = 10;
const signIn = {
  AUTH_JWT_SECRET: 'the bench signs its tokens with this, and nobody else does',
  AUTH_ISSUER: 'bench',
  AUTH_AUDIENCE: 'bench',
};

/** As `npm start` runs it in production, but with a quota that a caller cannot exhaust. */
export const gatewayEnv = (database) => ({
  ...signIn,
  NODE_ENV: 'production',
  DATABASE_URL: database.url,
  PORT: '0',
  DRAIN_MS: '0',
  LIMIT_BUCKET: '100000000000',
  LIMIT_REFILL: '100000000000',
});

/** The headers with which a caller of the gateway signs in. */
export function token(accountId) {
  const args = ['token', '--account', accountId, '--scope', 'customers:read customers:write', '--ttl', '12h'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    env: { ...process.env, ...signIn },
  });
  if (status !== 0) throw new Error(`No token: ${stderr}`);
  return { authorization: `Bearer ${stdout.trim()}` };
}

/**
 * @callback Start
 * @param {import('../node-binary.mjs').NodeBinary} node
 * @param {import('../database.mjs').Database} database
 * @param {string} accountId
 */

/** @returns {Start} */
const server = (name, file, options) => async (node, database, accountId) => {
  const env = {
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    DATABASE_URL: database.urlWith(options),
    ACCOUNT_ID: accountId,
    POOL_SIZE: String(poolSize),
  };
  const child = start(name, node.path, [join(home, 'contestants', file)], { env, ipc: true });
  return { child, url: await address(child, name), headers: {} };
};

/** @type {Start} */
async function startGateway(node, database, accountId) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const options = scripts.start.split(' ').filter((word) => word.startsWith('--'));
  const child = start('gateway', node.path, [...options, main, 'serve'], { env: gatewayEnv(database) });
  return { child, url: await address(child, 'gateway'), headers: token(accountId) };
}

/** @type {readonly (import('../types.mjs').Contestant & { needs: number })[]} */
export const contestants = [
  {
    name: 'gateway',
    about: 'as `npm start` runs it in production',
    needs: 20,
    ...gateway,
    start: startGateway,
  },
  {
    name: 'limit',
    about: 'node:http and one hand-written SQL to JSON, no GraphQL',
    needs: 20,
    ...limit,
    start: server('limit', 'limit/server.mjs'),
  },
  {
    name: 'postgraphile',
    about: 'PostGraphile 5, Amber preset and connection filter',
    needs: 22,
    ...postgraphile,
    start: server('postgraphile', 'postgraphile/server.mjs'),
  },
  {
    name: 'postgraphile-generic',
    about: 'the same with generic plans',
    needs: 22,
    ...postgraphile,
    start: server('postgraphile-generic', 'postgraphile/server.mjs', 'plan_cache_mode=force_generic_plan'),
  },
  {
    name: 'plugin-prisma',
    about: 'Yoga, Pothos and @pothos/plugin-prisma',
    needs: 20,
    ...prisma,
    start: server('plugin-prisma', 'plugin-prisma/server.mjs'),
  },
];
