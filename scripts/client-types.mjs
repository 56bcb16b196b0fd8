// Writes the TypeScript types of a schema, as clients import them from customer-gateway/types:
// node scripts/client-types.mjs [schema.graphql [schema.d.ts]]
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as codegen from '@graphql-codegen/typescript';
import {
  buildASTSchema,
  GraphQLDeprecatedDirective,
  getDirectiveValues,
  isInterfaceType,
  isScalarType,
  isSpecifiedScalarType,
  Kind,
  parse,
  visit,
} from 'graphql';

/** JSON types of the scalars. */
const json = {
  DateTime: 'string',
  Decimal: 'string',
  JSON: 'unknown',
  JSONObject: '{ readonly [key: string]: unknown }',
};

const config = {
  avoidOptionals: { field: true },
  declarationKind: 'interface',
  enumsAsTypes: true,
  immutableTypes: true,
  namingConvention: 'keep',
};

const text = (value) => ({ kind: Kind.STRING, value });
const capitalized = (name) => name.replace(/[a-z]/, (letter) => letter.toUpperCase());

/** The arguments of each field as an input type. */
const argumentTypes = (type) =>
  (type.fields ?? [])
    .filter(({ arguments: fields = [] }) => fields.length > 0)
    .map(({ name, arguments: fields }) => ({
      kind: Kind.INPUT_OBJECT_TYPE_DEFINITION,
      name: { kind: Kind.NAME, value: `${type.name.value}${capitalized(name.value)}Args` },
      description: text(`The arguments of \`${type.name.value}.${name.value}\`.`),
      fields,
    }));

/** Changes the schema so that Code Generator prints the descriptions of arguments and deprecated enum values. */
function documented(document) {
  const withArgumentTypes = {
    ...document,
    definitions: document.definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
        ? [type, ...argumentTypes(type)]
        : [type],
    ),
  };
  return visit(withArgumentTypes, {
    FieldDefinition: (field) => ({ ...field, arguments: [] }),
    EnumValueDefinition(value) {
      const deprecation = getDirectiveValues(GraphQLDeprecatedDirective, value);
      if (deprecation === undefined) return undefined;
      const lines = [value.description?.value, `@deprecated ${deprecation.reason}`].filter(Boolean);
      return { ...value, description: text(lines.join('\n')) };
    },
  });
}

function scalarType({ name, description }) {
  const comment = description?.replaceAll('*/', '*\\/').replaceAll('\n', '\n * ');
  return `${comment ? `/** ${comment} */\n` : ''}export type ${name} = ${json[name] ?? 'unknown'};`;
}

function typesOf(document) {
  const schema = buildASTSchema(documented(document));
  const types = Object.values(schema.getTypeMap());
  const scalars = types.filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
  const { prepend, content } = codegen.plugin(schema, [], {
    ...config,
    scalars: { ID: 'string', ...Object.fromEntries(scalars.map(({ name }) => [name, name])) },
  });
  // TypeScript merges them with the generated declarations, which have no `__typename`.
  const typeNames = types.filter(isInterfaceType).map((type) => {
    const names = schema.getPossibleTypes(type).map(({ name }) => `'${name}'`);
    return `\nexport interface ${type.name} {\n  readonly __typename?: ${names.join(' | ') || 'never'};\n}`;
  });
  return [...prepend, ...scalars.map(scalarType), content, ...typeNames].join('\n');
}

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const [source = path('schema.graphql'), target = path('schema.d.ts')] = process.argv.slice(2);
const header = '// Generated from schema.graphql by GraphQL Code Generator ("npm run schema").\n\n';
writeFileSync(target, `${header}${typesOf(parse(readFileSync(source, 'utf8')))}\n`);
