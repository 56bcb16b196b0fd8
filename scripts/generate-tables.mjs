// A Prisma generator: the tables, columns and foreign keys of schema.prisma as data (src/db/generated/tables.ts).
import { writeFile } from 'node:fs/promises';
import generatorHelper from '@prisma/generator-helper';

const sqlTypes = {
  BigInt: 'bigint',
  Boolean: 'boolean',
  DateTime: 'timestamptz',
  Decimal: 'numeric',
  Int: 'integer',
  Json: 'jsonb',
  String: 'text',
};

/** A model's foreign keys: the referenced model, and the referenced field of each column. */
function referencesOf({ fields }) {
  const columnOf = (name) => fields.find((field) => field.name === name).dbName ?? name;
  return fields
    .filter(({ relationFromFields }) => relationFromFields?.length > 0)
    .map(({ type, isRequired, relationFromFields, relationToFields }) => ({
      model: type,
      required: isRequired,
      columns: Object.fromEntries(
        relationFromFields.map((name, index) => [columnOf(name), relationToFields[index]]),
      ),
    }));
}

/**
 * Sorts the models so that each follows those that it references. In a cycle, a model that can be inserted
 * without its optional references comes first.
 */
function inReferenceOrder(models) {
  const references = new Map(models.map((model) => [model.name, referencesOf(model)]));
  const placed = new Set();
  const missing = (name, only = () => true) =>
    references
      .get(name)
      .filter((to) => to.model !== name && !placed.has(to.model) && only(to))
      .map((to) => to.model);
  const isInCycle = (name) => {
    const reached = new Set(missing(name));
    for (const next of reached) for (const each of missing(next)) reached.add(each);
    return reached.has(name);
  };
  while (placed.size < references.size) {
    const open = [...references.keys()].filter((name) => !placed.has(name));
    const next =
      open.find((name) => missing(name).length === 0) ??
      open.find((name) => isInCycle(name) && missing(name, (to) => to.required).length === 0);
    if (next === undefined) throw new Error(`These models require each other: ${open.join(', ')}.`);
    placed.add(next);
  }
  return [...placed];
}

function table(model, enums) {
  const { dbName, fields, uniqueFields } = model;
  const isUnique = (field) => uniqueFields.some((key) => key.join() === `accountId,${field.name}`);
  const columns = fields
    .filter((field) => field.kind !== 'object')
    .map((field) => {
      const enumeration = enums.get(field.type);
      return {
        name: field.name,
        column: field.dbName ?? field.name,
        type: enumeration ? enumeration.dbName : sqlTypes[field.type],
        list: field.isList,
        nullable: !field.isRequired,
        unique: field.isRequired && isUnique(field),
        ...(enumeration && { values: enumeration.values.map((value) => value.name) }),
      };
    });
  return { table: dbName, columns, references: referencesOf(model) };
}

generatorHelper.generatorHandler({
  onManifest: () => ({ defaultOutput: 'tables.ts', prettyName: 'tables' }),
  async onGenerate({ dmmf, generator }) {
    const enums = new Map(dmmf.datamodel.enums.map((entry) => [entry.name, entry]));
    const tables = Object.fromEntries(
      dmmf.datamodel.models.map((model) => [model.name, table(model, enums)]),
    );
    const order = inReferenceOrder(dmmf.datamodel.models);
    await writeFile(
      generator.output.value,
      `// Generated from schema.prisma.
export const tables = ${JSON.stringify(tables, null, 1)} as const;

/** Each model follows those that it references, except for optional references within a cycle. */
export const modelsInReferenceOrder = ${JSON.stringify(order, null, 1)} as const;
`,
    );
  },
});
