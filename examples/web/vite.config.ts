import { transformAsync } from '@babel/core';
import react from '@vitejs/plugin-react';
import relay from 'babel-plugin-relay';
import { defineConfig, type Plugin } from 'vite';

/** Replaces the `graphql` tags with the compiled artifacts. Vite does the rest without Babel. */
const graphqlTags: Plugin = {
  name: 'graphql-tags',
  enforce: 'pre',
  async transform(code, id) {
    if (!/\.tsx?$/.test(id) || !code.includes('graphql`')) return null;
    const done = await transformAsync(code, {
      babelrc: false,
      configFile: false,
      filename: id,
      sourceMaps: true,
      parserOpts: { plugins: ['typescript', 'jsx'] },
      plugins: [[relay, { eagerEsModules: true }]],
    });
    return done?.code ? { code: done.code, map: done.map } : null;
  },
};

/** The page requests its own origin, as behind a reverse proxy: no CORS, no gateway URL in the page. */
const proxy = { '/graphql': process.env.GATEWAY_URL ?? 'http://127.0.0.1:4000' };

export default defineConfig({
  plugins: [graphqlTags, react()],
  // A separate chunk, which browsers cache: the libraries change less often than the page.
  build: {
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'libraries', test: /node_modules/ }] } } },
  },
  server: { host: '127.0.0.1', proxy },
  preview: { host: '127.0.0.1', proxy },
});
