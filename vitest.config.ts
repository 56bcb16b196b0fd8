import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { effort } from './test/runs.ts';

export default defineConfig({
  // Vite would load graphql's ES modules beside the CommonJS ones that the libraries load: two GraphQLErrors.
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql/index.js') } },
  test: {
    include: ['test/**/*.test.ts'],
    // Much of the time is PostgreSQL's and of child processes.
    maxWorkers: availableParallelism(),
    globalSetup: 'test/global-setup.ts',
    testTimeout: 60_000 * effort,
    hookTimeout: 60_000,
  },
});
