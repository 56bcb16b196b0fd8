import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from 'graphql';
import { access } from './access.ts';
import { fieldRule, isAsStrict, typeRule } from './access-rules.ts';
import type { Access, Rule } from './rule.ts';

type SchemaField = GraphQLField<unknown, unknown>;

const fieldsOf = (type: GraphQLNamedType): readonly SchemaField[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

function leadsTo(type: GraphQLNamedType, name: string): GraphQLNamedType | undefined {
  const field = fieldsOf(type).find((each) => each.name === name);
  return field && getNamedType(field.type);
}

const isConnection = (type: GraphQLNamedType): boolean =>
  leadsTo(type, 'edges') !== undefined && leadsTo(type, 'pageInfo') !== undefined;

/** The node type whose rule applies to a connection or an edge; undefined for other types. */
function nodeOf(type: GraphQLNamedType): GraphQLNamedType | undefined {
  if (isConnection(type)) return leadsTo(leadsTo(type, 'edges') ?? type, 'node');
  return leadsTo(type, 'cursor') === undefined ? undefined : leadsTo(type, 'node');
}

const defaultRule = (type: GraphQLNamedType, rules: Access): Rule | undefined =>
  typeRule((nodeOf(type) ?? type).name, rules);

function ruleIn(type: GraphQLNamedType, { name }: SchemaField, rules: Access): Rule | undefined {
  const node = nodeOf(type);
  return node === undefined ? fieldRule(type.name, name, rules) : typeRule(node.name, rules);
}

/** An open field may return a type with rules, as payloads do; a list may not: its length reveals data. */
function isTooOpen(rule: Rule, field: SchemaField, rules: Access): boolean {
  const type = getNamedType(field.type);
  if (rule === 'open' && !isConnection(type)) return false;
  return !isAsStrict(rule, defaultRule(type, rules) ?? 'open');
}

function fieldFaults(type: GraphQLNamedType, field: SchemaField, rules: Access): readonly string[] {
  const coordinate = `${type.name}.${field.name}`;
  const rule = ruleIn(type, field, rules);
  if (rule === undefined) return [`${coordinate} has no rule`];
  if (isTooOpen(rule, field, rules)) return [`${coordinate} needs less than the type that it leads to`];
  // Selections of an interface are checked for each concrete type, but the selections below them only once.
  if (isInterfaceType(type) && isCompositeType(getNamedType(field.type)))
    return [`${coordinate} is an object in an interface, which is not checked for each type`];
  return [];
}

function typeFaults(type: GraphQLNamedType, rules: Access): readonly string[] {
  const rule = rules[type.name];
  if (nodeOf(type) !== undefined && rule !== undefined) return [`${type.name} has the rule of its nodes`];
  if (nodeOf(type) === undefined && rule === undefined) return [`${type.name} has no rule`];
  const names = new Set(['*', ...fieldsOf(type).map(({ name }) => name)]);
  const named = typeof rule === 'object' && !Array.isArray(rule) ? Object.keys(rule) : [];
  return [
    ...fieldsOf(type).flatMap((field) => fieldFaults(type, field, rules)),
    ...named
      .filter((name) => !names.has(name))
      .map((name) => `${type.name}.${name} has a rule but does not exist`),
  ];
}

const compositeTypes = (schema: GraphQLSchema): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter((type) => isCompositeType(type) && !isIntrospectionType(type));

/** Returns types and fields without a rule, rules without a type or field, and rules that are too weak. */
export function accessFaults(schema: GraphQLSchema, rules: Access): readonly string[] {
  const types = compositeTypes(schema);
  const names = new Set(types.map(({ name }) => name));
  return [
    ...types.flatMap((type) => typeFaults(type, rules)),
    ...Object.keys(rules)
      .filter((name) => !names.has(name))
      .map((name) => `${name} has a rule but does not exist`),
  ];
}

const found = new WeakMap<SchemaField, Rule>([
  [SchemaMetaFieldDef, 'open'],
  [TypeMetaFieldDef, 'open'],
]);

/** Assigns a rule to every field of the schema; throws if the rules are incomplete. */
export function withRules(schema: GraphQLSchema, rules: Access = access): GraphQLSchema {
  const faults = accessFaults(schema, rules);
  if (faults.length > 0) throw new Error(`The rules in access.ts are incomplete: ${faults.join(', ')}.`);
  for (const type of compositeTypes(schema))
    for (const field of fieldsOf(type)) found.set(field, ruleIn(type, field, rules) ?? 'open');
  for (const type of Object.values(schema.getTypeMap()).filter(isIntrospectionType))
    for (const field of fieldsOf(type)) found.set(field, 'open');
  return schema;
}

/** The rule of a field; undefined if its schema has no rules. */
export const findRule = (field: SchemaField): Rule | undefined => found.get(field);

/** The rule of a field; throws if its schema has no rules. */
export function ruleOf(field: SchemaField): Rule {
  const rule = findRule(field);
  if (rule === undefined) throw new Error(`The field ${field.name} has no access rule.`);
  return rule;
}
