import { GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { expect, test } from 'vitest';
import { producers, reservedValues } from '../../scripts/field-map/enum-values.mjs';
import { enumMap, fieldMap, sourceFields, sources } from '../../scripts/field-map/field-map.mjs';
import { otherWriters, resultTypes, subjects } from '../../scripts/field-map/other-writers.mjs';
import { schema } from '../../src/schema/index.ts';
import { objectTypes } from '../selection.ts';

const map = fieldMap(schema);
const nameOf = ({ type, field }: { readonly type: string; readonly field: string }) => `${type}.${field}`;
const dead = (fields: typeof map) =>
  fields.filter(({ inputs, others }) => inputs.length + others.length === 0).map(nameOf);
const known = new Set(map.map(nameOf));
const writers = Object.values(otherWriters).flat();

test('every field of the schema has a writer', () => {
  expect(dead(map)).toEqual([]);
});

test('a field without a writer is found', () => {
  const Thing = new GraphQLObjectType({ name: 'Thing', fields: { lost: { type: GraphQLString } } });
  const mutation = new GraphQLObjectType({ name: 'Mutation', fields: {} });

  expect(dead(fieldMap(new GraphQLSchema({ mutation, types: [Thing] })))).toEqual(['Thing.lost']);
});

test('every entry has a field, and every type of rows and values has one place on the page', () => {
  expect(Object.keys(otherWriters).filter((name) => !known.has(name))).toEqual([]);
  const types = objectTypes.map(({ name }) => name).filter((name) => !resultTypes.test(name));
  expect(Object.values(subjects).flat().toSorted()).toEqual(types.toSorted());
});

test('the fields and mutations that writers name exist', () => {
  const fields = writers.flatMap((writer) =>
    writer.kind === 'derived' ? writer.from : writer.kind === 'inverse' ? writer.of : [],
  );
  const mutations = writers.flatMap((writer) => (writer.kind === 'mutation' ? writer.names : []));

  expect(fields.filter((name) => !known.has(name))).toEqual([]);
  const existing = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter((name) => !existing.includes(name))).toEqual([]);
});

const values = enumMap(schema).flatMap((entry) =>
  entry.values.map((value) => ({ ...entry, ...value, coordinate: `${entry.type}.${value.name}` })),
);

test('every enum value is accepted by an input or produced, and not reserved at the same time', () => {
  const lost = values.filter(({ isReturned, stored, selecting, producer, reserved }) => {
    const isWritten = stored.length > 0 || producer !== undefined;
    return reserved === undefined && !(isReturned ? isWritten : isWritten || selecting.length > 0);
  });

  expect(lost.map(({ coordinate }) => coordinate)).toEqual([]);
  expect(Object.keys(reservedValues).filter((name) => name in producers)).toEqual([]);
});

test('every entry of an enum value has a value', () => {
  const existing = new Set(values.map(({ coordinate }) => coordinate));

  expect(Object.keys({ ...producers, ...reservedValues }).filter((name) => !existing.has(name))).toEqual([]);
});

test.for(Object.entries(sources))('every field of %s has a GraphQL field, or a reason', ([, objects]) => {
  const fields = sourceFields(objects);
  const names = fields.map(({ object, field }) => `${object}.${field}`);

  expect(fields.flatMap(({ targets }) => targets).filter((name) => !known.has(name))).toEqual([]);
  expect(fields.filter(({ targets, reason }) => targets.length > 0 === (reason !== undefined))).toEqual([]);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
