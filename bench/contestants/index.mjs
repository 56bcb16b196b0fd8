import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { signToken } from '../../dist/auth/token.js';
import { home, root } from '../paths.mjs';
import { address, start } from '../processes.mjs';
import * as gateway from './gateway/documents.mjs';
import * as limit from './limit/documents.mjs';
import * as prisma from './plugin-prisma/documents.mjs';
import * as postgraphile from './postgraphile/documents.mjs';

const poolSize = 10;
const signIn = {
  AUTH_JWT_SECRET: 'the bench signs its tokens with this secret',
  AUTH_ISSUER: 'bench',
  AUTH_AUDIENCE: 'bench',
};

/** The origin of the row `browser`, which the gateway allows. */
export const browserOrigin = 'https://app.bench.example';

/** As `npm start` runs it in production, but with a quota that a caller cannot exhaust. */
export const gatewayEnv = (database) => ({
  ...signIn,
  NODE_ENV: 'production',
  DATABASE_URL: database.url,
  PORT: '0',
  DRAIN_MS: '0',
  CORS_ORIGINS: browserOrigin,
  LIMIT_BUCKET: '100000000000',
  LIMIT_REFILL: '100000000000',
});

const tokenSeconds = 12 * 60 * 60;
const scope = 'customers:read customers:write customers:import';

/**
 * The headers with which a caller of the gateway signs in.
 * @param {string} accountId
 * @param {string} [sub] the caller
 */
export async function signInToGateway(account, sub = 'bench') {
  const options = { issuer: signIn.AUTH_ISSUER, audience: signIn.AUTH_AUDIENCE };
  const token = await signToken(options, signIn.AUTH_JWT_SECRET, { account, scope, sub }, tokenSeconds);
  return { authorization: `Bearer ${token}` };
}

/** All other contestants have no sign-in. */
const noSignIn = async () => ({});

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

const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const nodeOptions = scripts.start.split(' ').filter((word) => word.startsWith('--'));

/** The arguments of node in `npm start`, with the build in a folder. */
export const gatewayCommand = (folder = root) => [...nodeOptions, join(folder, 'dist', 'main.js'), 'serve'];

/** @returns {Start} */
const gatewayWith =
  (added, { name = 'gateway', ipc = false, folder = root } = {}) =>
  async (node, database, accountId) => {
    const args = [...added, ...gatewayCommand(folder)];
    const child = start(name, node.path, args, { env: gatewayEnv(database), ipc });
    return { child, url: await address(child, name), headers: await signInToGateway(accountId) };
  };

/** Starts the gateway so that the bench can profile it. */
export const startProfiled = gatewayWith(['--import', pathToFileURL(join(home, 'profiler.mjs')).href], {
  ipc: true,
});

const ownGateway = {
  name: 'gateway',
  about: 'as `npm start` runs it in production',
  needs: 20,
  ...gateway,
  signIn: signInToGateway,
  start: gatewayWith([]),
};

const before = 'gateway-before';

/** The gateway of another clone, to compare revisions. */
export const gatewayBefore = (folder) => ({
  ...ownGateway,
  name: before,
  about: 'the gateway of the clone `--before`',
  start: gatewayWith([], { name: before, folder: resolve(folder) }),
});

/** @type {readonly (import('../types.mjs').Contestant & { needs: number })[]} */
export const contestants = [
  ownGateway,
  {
    name: 'limit',
    about: 'node:http and one hand-written SQL to JSON, no GraphQL',
    needs: 20,
    ...limit,
    signIn: noSignIn,
    start: server('limit', 'limit/server.mjs'),
  },
  {
    name: 'postgraphile',
    about: 'PostGraphile 5, Amber preset and connection filter',
    needs: 22,
    ...postgraphile,
    signIn: noSignIn,
    start: server('postgraphile', 'postgraphile/server.mjs'),
  },
  {
    name: 'postgraphile-generic',
    about: 'the same with generic plans',
    needs: 22,
    ...postgraphile,
    signIn: noSignIn,
    start: server('postgraphile-generic', 'postgraphile/server.mjs', 'plan_cache_mode=force_generic_plan'),
  },
  {
    name: 'plugin-prisma',
    about: 'Yoga, Pothos and @pothos/plugin-prisma',
    needs: 20,
    ...prisma,
    signIn: noSignIn,
    start: server('plugin-prisma', 'plugin-prisma/server.mjs'),
  },
];
