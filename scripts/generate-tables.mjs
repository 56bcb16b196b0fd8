// A Prisma generator: the tables and columns of schema.prisma as data (src/db/generated/tables.ts).
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

function table({ dbName, fields, uniqueFields }, enums) {
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
  return { table: dbName, columns };
}

generatorHelper.generatorHandler({
  onManifest: () => ({ defaultOutput: 'tables.ts', prettyName: 'tables' }),
  async onGenerate({ dmmf, generator }) {
    const enums = new Map(dmmf.datamodel.enums.map((entry) => [entry.name, entry]));
    const tables = Object.fromEntries(
      dmmf.datamodel.models.map((model) => [model.name, table(model, enums)]),
    );
    await writeFile(
      generator.output.value,
      `// Generated from schema.prisma.\nexport const tables = ${JSON.stringify(tables, null, 1)} as const;\n`,
    );
  },
});
