// Writes schema.d.ts: the types of schema.graphql in TypeScript, as clients import them from customer-gateway/types.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  buildSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql';

const path = (file) => fileURLToPath(new URL(`../${file}`, import.meta.url));
const schema = buildSchema(readFileSync(path('schema.graphql'), 'utf8'));

/** JSON types of the scalars. */
const json = {
  ID: 'string',
  String: 'string',
  Boolean: 'boolean',
  Int: 'number',
  Float: 'number',
  DateTime: 'string',
  Decimal: 'string',
  JSONObject: '{ readonly [key: string]: unknown }',
};

function doc({ description, deprecationReason }, indent = '') {
  const tag = deprecationReason && `@deprecated ${deprecationReason}`;
  const lines = [description, tag].filter(Boolean).join('\n').replaceAll('*/', '*\\/').split('\n');
  if (lines[0] === '') return '';
  if (lines.length === 1) return `${indent}/** ${lines[0]} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd()).join('\n')}\n${indent} */\n`;
}

function typeOf(type) {
  return isNonNullType(type) ? presentType(type.ofType) : `${presentType(type)} | null`;
}

function presentType(type) {
  if (isListType(type)) return `ReadonlyArray<${typeOf(type.ofType)}>`;
  return isSpecifiedScalarType(type) ? json[type.name] : type.name;
}

const outputField = (field) => `${doc(field, '  ')}  readonly ${field.name}: ${typeOf(field.type)};\n`;

function inputField(field) {
  return `${doc(field, '  ')}  readonly ${field.name}${isRequiredInputField(field) ? '' : '?'}: ${typeOf(field.type)};\n`;
}

/** A type with exactly one of the fields, as `@oneOf` requires. */
function oneOf(fields) {
  const choice = (chosen) =>
    fields.map(({ name, type }) =>
      name === chosen ? `readonly ${name}: ${presentType(type)}` : `readonly ${name}?: never`,
    );
  return fields.map((field) => `${doc(field, '  ')}  | { ${choice(field.name).join('; ')} }\n`).join('');
}

function argumentTypes(type, field) {
  if (field.args.length === 0) return '';
  const name = `${type.name}${field.name.replace(/[a-z]/, (letter) => letter.toUpperCase())}Args`;
  return `/** The arguments of \`${type.name}.${field.name}\`. */\nexport interface ${name} {\n${field.args.map(inputField).join('')}}\n\n`;
}

function typeNames(type) {
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  return types.map(({ name }) => `'${name}'`).join(' | ');
}

function declaration(type) {
  const { name } = type;
  if (isScalarType(type)) return `export type ${name} = ${json[name] ?? 'unknown'};\n`;
  if (isUnionType(type)) return `export type ${name} = ${type.getTypes().join(' | ')};\n`;
  if (isEnumType(type)) {
    const values = type.getValues().map((value) => `${doc(value, '  ')}  | '${value.name}'`);
    return `export type ${name} =\n${values.join('\n')};\n`;
  }
  const fields = Object.values(type.getFields());
  if (isInputObjectType(type))
    return type.isOneOf
      ? `export type ${name} =\n${oneOf(fields).trimEnd()};\n`
      : `export interface ${name} {\n${fields.map(inputField).join('')}}\n`;
  return `export interface ${name} {\n  readonly __typename?: ${typeNames(type)};\n${fields.map(outputField).join('')}}\n`;
}

function declarations(type) {
  const fields = 'getFields' in type && !isInputObjectType(type) ? Object.values(type.getFields()) : [];
  return `${doc(type)}${declaration(type)}\n${fields.map((field) => argumentTypes(type, field)).join('')}`;
}

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
);
const header = '// Made from schema.graphql by scripts/client-types.mjs ("npm run schema").\n\n';
writeFileSync(path('schema.d.ts'), `${header}${types.map(declarations).join('').trimEnd()}\n`);
