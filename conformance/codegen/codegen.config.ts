import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

const config: CodegenConfig = {
  schema: '../schema.graphql',
  documents: 'codegen/*.ts',
  config: {
    // Without a type of its own a scalar would be `any`.
    strictScalars: true,
    scalars: {
      DateTime: 'string',
      Decimal: 'string',
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
      // Apollo's cache tells types by their names: in documents that are persisted, they must be from the start.
      documentTransforms: [addTypenameSelectionDocumentTransform],
    },
    'codegen/__generated__/introspection.ts': { plugins: ['fragment-matcher'] },
  },
};

export default config;
