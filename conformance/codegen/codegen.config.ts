import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: 'codegen/*.ts',
  config: {
    // Without strictScalars, a scalar that is not listed would be `any`.
    strictScalars: true,
    scalars: {
      DateTime: 'string',
      Decimal: 'string',
      JSON: 'unknown',
      JSONObject: 'Record<string, unknown>',
      _Any: 'unknown',
    },
    useTypeImports: true,
    enumsAsTypes: true,
  },
  generates: {
    'codegen/__generated__/': {
      preset: 'client',
      presetConfig: { persistedDocuments: true },
      // Apollo's cache needs `__typename`. Persisted documents cannot be changed later, so they must contain
      // it from the start.
      documentTransforms: [addTypenameSelectionDocumentTransform],
    },
    'codegen/__generated__/introspection.ts': { plugins: ['fragment-matcher'] },
  },
};

export default config;
