import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { readConfig } from '../src/config.ts';
import { defaultLimits } from '../src/limits.ts';

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n') : [];
  }
}

test('without options, the limits are the defaults', () => {
  expect(readConfig({}).limits).toEqual(defaultLimits);
});

test('an option changes only its own limit', () => {
  expect(readConfig({ LIMIT_DEPTH: '20', LIMIT_STATEMENT_MS: '2500' }).limits).toEqual({
    ...defaultLimits,
    depth: 20,
    statementMs: 2_500,
  });
});

test('metrics are off by default, and can have any free port', () => {
  expect(readConfig({}).metricsPort).toBeUndefined();
  expect(readConfig({ PORT: '0', METRICS_PORT: '0' }).metricsPort).toBe(0);
});

test('each invalid value is reported on its own line', () => {
  expect(
    faultsOf({
      LIMIT_DEPTH: '0',
      LIMIT_COST: '1e3',
      CORS_ORIGINS: 'https://a.example.com/path',
      INTROSPECTION: 'yes',
      PERSISTED_ONLY: '1',
      REDIS_URL: 'localhost',
      ACCESS_LOG: 'some',
      LOG_SLOW_MS: '0',
      METRICS_PORT: '65536',
    }),
  ).toEqual([
    'ACCESS_LOG must be one of all, errors, slow, off.',
    'LOG_SLOW_MS must be a whole number, at least 1.',
    'METRICS_PORT must be a port number, 0 to 65535 (0: any free port).',
    'INTROSPECTION must be one of auto, on, off.',
    'CORS_ORIGINS must be a comma-separated list of origins, such as https://shop.example.com.',
    'PERSISTED_ONLY must be true or false.',
    'REDIS_URL must be a Redis URL, such as redis://host:6379.',
    'LIMIT_DEPTH must be a whole number, at least 1.',
    'LIMIT_COST must be a whole number, at least 1.',
  ]);
});

test('contradicting options are reported', () => {
  expect(faultsOf({ METRICS_PORT: '4000', LIMIT_BUCKET: '5000', PERSISTED_ONLY: 'true' })).toEqual([
    'METRICS_PORT and PORT are both 4000: set METRICS_PORT to another port, which is not public.',
    'LIMIT_BUCKET is 5000; it must be at least LIMIT_COST, 10000, so that callers can pay for every permitted request.',
    'PERSISTED_ONLY requires PERSISTED_DOCUMENTS; without it, all requests would be rejected.',
  ]);
});

test('origins are separated by commas', () => {
  expect(readConfig({ CORS_ORIGINS: 'https://a.example.com, http://localhost:3000' }).corsOrigins).toEqual([
    'https://a.example.com',
    'http://localhost:3000',
  ]);
});

test('the number of workers is the given one, or the number of processors', () => {
  const workers = (count: string) => readConfig({ WORKERS: count, DATABASE_POOL_SIZE: '64' }).workers;

  expect(readConfig({}).workers).toBe(1);
  expect([workers('1'), workers('64')]).toEqual([1, 64]);
  expect(workers('auto')).toBe(Math.min(availableParallelism(), 64));
});

test.for(['0', '65', '1.5', 'many', '-1'])('%s workers are rejected', (WORKERS) => {
  expect(faultsOf({ WORKERS, DATABASE_POOL_SIZE: '100' })).toEqual([
    'WORKERS must be auto, or a number of processes from 1 to 64.',
  ]);
});

test('the number of workers is limited by the number of database connections', () => {
  expect(readConfig({ WORKERS: '10' }).databasePoolSize).toBe(10);
  expect(faultsOf({ WORKERS: '11' })).toEqual([
    'DATABASE_POOL_SIZE is 10 and WORKERS is 11, but each process needs a connection: set DATABASE_POOL_SIZE to 11 or more, or WORKERS to 10 or less.',
  ]);
});
