import { join } from 'node:path';
import plugin from '@graphql-eslint/eslint-plugin';
import { ESLint } from 'eslint';

const { 'flat/schema-recommended': recommended, 'flat/schema-relay': relay } = plugin.configs;

const [level, names] = recommended.rules['@graphql-eslint/naming-convention'];

const rules = {
  ...recommended.rules,
  ...relay.rules,
  // Connections also have `nodes`, other lists hold plain values, and Relay's specification does not require
  // every edge to hold a Node.
  '@graphql-eslint/relay-edge-types': [
    'error',
    { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
  ],
  // Federation's names start with an underscore: `_entities`, `_Any`.
  '@graphql-eslint/naming-convention': [level, { ...names, allowLeadingUnderscore: true }],
  // The printer decides the style.
  '@graphql-eslint/description-style': 'off',
  // Every type with an id is a Node; the other types are parts of a Node and have no id.
  '@graphql-eslint/strict-id-in-types': 'off',
  // deprecations.mjs checks more than this rule.
  '@graphql-eslint/require-deprecation-reason': 'off',
  // The contract uses such names: `Customer.customerGroup`, `Shopper.shopperReference`.
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

/** graphql-eslint's findings in a schema: names, descriptions and Relay's connection rules. */
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
