// The writers and source fields of every field of a schema, and the writers of every enum value.
import { getNamedType, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import { producers, reservedValues } from './enum-values.mjs';
import { otherWritersOf, resultTypes } from './other-writers.mjs';
import { augno } from './source-augno.mjs';
import { commerceLayer } from './source-commerce-layer.mjs';
import { inventoryPro } from './source-inventory-pro.mjs';
import { writtenFields } from './written-fields.mjs';

/** The objects of the source systems with their fields: GraphQL fields, or the reason for having none. */
export const sources = { Augno: augno, InventoryPro: inventoryPro, 'Commerce Layer': commerceLayer };

const typesOf = (schema) => Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** Each field of a source with its GraphQL fields, or with the reason why it has none. */
export function sourceFields(objects) {
  return objects.flatMap(({ object, fields, leftOut }) => [
    ...Object.entries(fields).map(([field, targets]) => ({ object, field, targets: [targets].flat() })),
    ...Object.entries(leftOut).flatMap(([reason, names]) =>
      names.map((field) => ({ object, field, targets: [], reason })),
    ),
  ]);
}

function sourcesOf(objects, coordinate) {
  return sourceFields(objects)
    .filter(({ targets }) => targets.includes(coordinate))
    .map(({ object, field }) => `${object}.${field}`);
}

/** All fields of the types of rows and values: their writers, and the source fields that they come from. */
export function fieldMap(schema) {
  const written = writtenFields(schema);
  const types = typesOf(schema).filter((type) => isObjectType(type) && !resultTypes.test(type.name));
  return types.flatMap((type) =>
    Object.keys(type.getFields()).map((field) => ({
      type: type.name,
      field,
      inputs: written.filter((each) => each.type === type.name && each.field === field),
      others: otherWritersOf(type.name, field),
      sources: Object.values(sources).map((objects) => sourcesOf(objects, `${type.name}.${field}`)),
    })),
  );
}

/** The input types of mutations: what they accept is stored. */
function storingInputs(schema) {
  const found = new Set();
  const visit = (type) => {
    if (!isInputObjectType(type) || found.has(type)) return;
    found.add(type);
    for (const field of Object.values(type.getFields())) visit(getNamedType(field.type));
  };
  for (const mutation of Object.values(schema.getMutationType().getFields()))
    for (const { type } of mutation.args) visit(getNamedType(type));
  return found;
}

const isOf =
  (enumType) =>
  ({ type }) =>
    getNamedType(type) === enumType;

const inputFields = (inputTypes, enumType) =>
  inputTypes.flatMap((type) =>
    Object.values(type.getFields())
      .filter(isOf(enumType))
      .map(({ name }) => `${type.name}.${name}`),
  );

const argumentsOf = (objectTypes, enumType) =>
  objectTypes.flatMap((type) =>
    Object.values(type.getFields()).flatMap(({ name, args }) =>
      args.filter(isOf(enumType)).map((arg) => `${type.name}.${name}(${arg.name}:)`),
    ),
  );

const changes = { text: 'a change of the field of this name' };

const producerOf = (coordinate) =>
  producers[coordinate] ?? (coordinate.startsWith('CustomerField.') ? changes : undefined);

/**
 * All enum values: the inputs of mutations that store them, the inputs and arguments that only select by them,
 * what produces them, or the reason why nothing does yet.
 */
export function enumMap(schema) {
  const storing = storingInputs(schema);
  const types = typesOf(schema);
  const objects = types.filter(isObjectType);
  const selecting = types.filter((type) => isInputObjectType(type) && !storing.has(type));
  const fields = objects.flatMap((type) => Object.values(type.getFields()));
  return types.filter(isEnumType).map((type) => ({
    type: type.name,
    isReturned: fields.some(isOf(type)),
    stored: inputFields([...storing], type).sort(),
    selecting: [...inputFields(selecting, type), ...argumentsOf(objects, type)],
    values: type.getValues().map(({ name }) => {
      const coordinate = `${type.name}.${name}`;
      const reserved = reservedValues[coordinate];
      return { name, reserved, producer: reserved === undefined ? producerOf(coordinate) : undefined };
    }),
  }));
}
