import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { effort, isCi } from './test/runs.ts';

export default defineConfig({
  // Vite would load graphql's ES modules beside the CommonJS ones that the libraries load: two GraphQLErrors.
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql/index.js') } },
  test: {
    include: ['test/**/*.test.ts'],
    // Much of the time is PostgreSQL's and of child processes.
    maxWorkers: availableParallelism(),
    globalSetup: 'test/global-setup.ts',
    setupFiles: 'test/fixed-seed.ts',
    // All files of a worker share its modules: importing them takes longer than most files.
    isolate: false,
    // These end tests that hang; a busy machine is slow.
    testTimeout: 180_000 * effort,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 50_000 } },
    // CI repeats a failed test once, and its log names it; never a property, whose counterexample is a fault.
    ...(isCi && { retry: { count: 1, condition: /^(?!Property failed)/ } }),
  },
});
