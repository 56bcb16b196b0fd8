import { join } from 'node:path';
import plugin from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = plugin.configs;

const [level, names] = recommended.rules['@graphql-eslint/naming-convention'];

const rules = {
  ...recommended.rules,
  ...relay.rules,
  // Connections have `nodes` beside their edges, values are lists of values, and Relay's specification does not ask
  // for a Node on every edge.
  '@graphql-eslint/relay-edge-types': [
    'error',
    { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
  ],
  // `_entities`, `_Any`: Federation's names.
  '@graphql-eslint/naming-convention': [level, { ...names, allowLeadingUnderscore: true }],
  // The printer's affair.
  '@graphql-eslint/description-style': 'off',
  // What has an id is a Node; the other types are parts of one, with nothing to find them by.
  '@graphql-eslint/strict-id-in-types': 'off',
  // deprecations.mjs asks for more.
  '@graphql-eslint/require-deprecation-reason': 'off',
  // The contract's names: `Customer.customerGroup`, `Shopper.shopperReference`.
  '@graphql-eslint/no-typename-prefix': 'off',
  '@graphql-eslint/require-description': [
    'error',
    {
      types: true,
      rootField: true,
      FieldDefinition: true,
      InputValueDefinition: true,
      EnumValueDefinition: true,
    },
  ],
  '@graphql-eslint/no-scalar-result-type-on-mutation': 'error',
  '@graphql-eslint/input-name': 'error',
  '@graphql-eslint/require-nullable-fields-with-oneof': 'error',
};

/** What graphql-eslint has to say of a schema: names, descriptions, and Relay's rules of connections. */
export async function ruleFaults(directory, file) {
  const eslint = new ESLint({
    cwd: directory,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.graphql'],
      plugins: { '@graphql-eslint': plugin },
      languageOptions: {
        parser: plugin.parser,
        parserOptions: { graphQLConfig: { schema: join(directory, file) } },
      },
      rules,
    },
  });
  const [{ messages }] = await eslint.lintFiles([file]);
  return messages.map(({ line, ruleId, message }) => `${file}:${line}: ${message} (${ruleId})`);
}
