import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Vite would load graphql's ES modules beside the CommonJS ones that the tools load.
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql/index.js') } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'global-setup.ts',
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Each file starts programs of its own.
    fileParallelism: false,
  },
});
