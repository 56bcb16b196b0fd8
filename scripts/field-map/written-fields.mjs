// The fields that the mutations of a schema write, by the names of their inputs.
import { getNamedType, isInputObjectType, isListType, isNonNullType, isObjectType } from 'graphql';

/** Input fields that say how a mutation runs, or which object it changes. */
const controls = new Set(['by', 'dryRun', 'id', 'idempotencyKey', 'ifVersion']);

/**
 * The written fields of an input field, by its type and name or by its name: paths from the object of the
 * payload or, within a nested input, from the nested object; `''` if the object itself has the fields.
 */
const renamed = {
  addSources: ['sources'],
  country: ['geolocation.country'],
  locality: ['geolocation.locality'],
  parent: ['parentAccount'],
  postalCode: ['geolocation.postalCode'],
  state: ['geolocation.state'],
  source: ['sources'],
  streetLine1: ['geolocation.streetLine1'],
  streetLine2: ['geolocation.streetLine2'],
  tags: ['tags', 'tags.name'],
  'AccountUserIdentifier.email': ['email', 'user.email'],
  'AccountUserUpsertInput.by': [''],
  'AccountUserUpsertInput.email': ['email', 'user.email'],
  'AccountUserUpsertInput.imageUrl': ['imageUrl', 'user.imageUrl'],
  'AccountUserUpsertInput.name': ['name', 'user.name'],
  'AccountUserUpsertInput.username': ['username', 'user.username'],
  'CustomerAddressCreateInput.address': [''],
  'CustomerAddressCreateInput.by': ['customer'],
  'CustomerAddressUpsertItem.address': [''],
  'CustomerFieldPinInput.fieldGroup': [],
  'CustomerFieldPinInput.metadataKey': [],
  'CustomerFieldPinInput.source': [],
  'CustomerFieldReleaseInput.fieldGroup': [],
  'CustomerFieldReleaseInput.metadataKey': [],
  'CustomerKeyInput.reference': [''],
  'CustomerKeyInput.shopperEmail': ['shopper.email'],
  'CustomerMergeInput.duplicates': [],
  'CustomerMergeInput.target': [],
  'CustomerMetadataInput.patch': ['metadata'],
  'CustomerSourceAddInput.move': [],
  'CustomerSourceRemoveInput.source': [],
  'CustomerUpsertInput.by': [''],
  'ShopperPasswordSetInput.password': ['shopper.hasPassword'],
  'SurvivorshipRulesSetInput.rules': [],
};

const isList = (type) => isListType(isNonNullType(type) ? type.ofType : type);

/** The object type of a field; of a connection, that of its nodes. */
function objectOf(field) {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return undefined;
  return type.name.endsWith('Connection') ? getNamedType(type.getFields().nodes.type) : type;
}

/** The fields along a path from an object type. */
export function fieldsAlong(type, path) {
  const fields = [];
  for (const name of path) {
    const parent = fields.length === 0 ? type : objectOf(fields.at(-1).field);
    const field = parent?.getFields()[name];
    if (field === undefined) throw new Error(`${type.name} has no field ${path.join('.')}.`);
    fields.push({ type: parent, field });
  }
  return fields;
}

/** The names of the output fields that an input field sets. */
function targetsOf(inputType, { name }, outputType) {
  const rule = renamed[`${inputType.name}.${name}`];
  if (rule !== undefined) return rule;
  if (controls.has(name)) return [];
  const fields = outputType.getFields();
  if (renamed[name] !== undefined && !(name in fields)) return renamed[name];
  if (name === 'tags') return renamed.tags;
  const candidates = [name, name.replace(/Id$/, ''), name.replace(/Ids$/, 's')];
  const found = candidates.find((candidate) => candidate in fields);
  if (found === undefined)
    throw new Error(`${inputType.name}.${name} writes no field of ${outputType.name}: see renamed.`);
  return [found];
}

/** Identifiers and source records name another object, whose fields they do not write. */
const isReference = (inputType, outputType) =>
  inputType.isOneOf ||
  (inputType.name.endsWith('Identifier') || inputType.name === 'SourceRecordInput') !==
    (outputType.name === 'SourceRecord');

function* writtenBy(inputType, outputType, input, output) {
  for (const field of Object.values(inputType.getFields())) {
    for (const target of targetsOf(inputType, field, outputType)) {
      const names = target === '' ? [] : target.split('.');
      const [inputPath, outputPath] = [
        [...input, field.name],
        [...output, ...names],
      ];
      const last = fieldsAlong(outputType, names).at(-1);
      const within = last === undefined ? outputType : objectOf(last.field);
      const nested = getNamedType(field.type);
      if (last !== undefined)
        yield { input: inputPath, output: outputPath, type: last.type.name, field: last.field.name };
      if (
        within !== undefined &&
        isInputObjectType(nested) &&
        (target === '' || !isReference(nested, within))
      )
        yield* writtenBy(nested, within, inputPath, outputPath);
    }
  }
}

/** The field of a payload, or of the results of a bulk mutation, with the written object; undefined without one. */
export function resultOf(mutation) {
  const payload = getNamedType(mutation.type);
  const { results } = payload.getFields();
  const holder = results === undefined ? payload : getNamedType(results.type);
  const field = Object.values(holder.getFields()).find(
    (each) =>
      isObjectType(getNamedType(each.type)) &&
      each.name !== 'userErrors' &&
      (results !== undefined || !isList(each.type)),
  );
  return field && { isBulk: results !== undefined, field, type: getNamedType(field.type) };
}

/** The input type of a mutation, or of the items of a bulk mutation. */
export function inputOf(mutation) {
  const type = getNamedType(mutation.args[0].type);
  const { items } = type.getFields();
  return items !== undefined && isList(items.type) ? getNamedType(items.type) : type;
}

/** Every field that a mutation writes, with the path of the input, and the path of the field from the object. */
export function writtenFields(schema) {
  return Object.values(schema.getMutationType().getFields()).flatMap((mutation) => {
    const result = resultOf(mutation);
    if (result === undefined) return [];
    const written = [...writtenBy(inputOf(mutation), result.type, [], [])];
    return written.map((each) => ({ mutation: mutation.name, ...each }));
  });
}
