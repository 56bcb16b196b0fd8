import { createRequire } from 'node:module';
import { transformAsync } from '@babel/core';
import { defineConfig, type Plugin } from 'vitest/config';

/** Replaces Relay's `graphql` tags with the compiler's artifacts. */
const relay: Plugin = {
  name: 'relay',
  enforce: 'pre',
  async transform(code, id) {
    if (!id.includes('/relay/') || !code.includes('graphql`')) return null;
    const result = await transformAsync(code, {
      filename: id,
      plugins: ['relay'],
      parserOpts: { plugins: ['typescript', 'jsx'] },
      sourceMaps: true,
    });
    return result?.code ? { code: result.code, map: result.map ?? null } : null;
  },
};

export default defineConfig({
  plugins: [relay],
  // Otherwise Vite loads graphql's ES modules next to the CommonJS modules that the tools load.
  resolve: { alias: { graphql: createRequire(import.meta.url).resolve('graphql/index.js') } },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'global-setup.ts',
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 50_000 } },
    // CI repeats a failed test once, and its log names it.
    ...(process.env.CI && { retry: 1 }),
    // Each file starts its own programs.
    fileParallelism: false,
  },
});
