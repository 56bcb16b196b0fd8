import { expect, test } from 'vitest';
import { fieldNamed, fieldsOf, isConnection, leadsTo, objectTypes, typeNamed } from '../selection.ts';
import { callOf, placeOf, table } from './statement-table.ts';
import { families, openWholeFamilies, sizes } from './whole-families.ts';

const { execute, statementsOf, queryOf } = await openWholeFamilies();

const fields = table.flatMap((reach) =>
  Object.entries(reach.fields).map(([field, own]) => ({
    name: `${reach.type}.${field}`,
    place: typeof reach.from === 'string' ? reach.from : reach.from.query,
    field,
    reach,
    own,
  })),
);

/** A field with the minimal selection that loads its objects. */
function selectionOf(type: string, field: string): string {
  const target = leadsTo(fieldNamed(type, field));
  if (target === undefined) return field;
  return `${callOf(field)} { ${isConnection(target) ? 'nodes { __typename }' : '__typename'} }`;
}

/** Every value in a response under the alias `it`. */
function valuesOfIt(answer: unknown): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null) return [];
  return Object.entries(answer).flatMap(([key, value]) => (key === 'it' ? [value] : valuesOfIt(value)));
}

const nothing = ['null', '""', '[]', '{"nodes":[]}'];
const isNothing = (value: unknown): boolean => nothing.includes(JSON.stringify(value));

test.each(fields)(
  '$name takes as many statements for 50 parents as for one, at $place',
  async ({ reach, field, own }) => {
    const selection = selectionOf(reach.type, field);
    const expected = [...placeOf(reach).statements, ...own];

    for (const n of sizes) expect(await statementsOf(queryOf(reach, n, selection))).toEqual(expected);
  },
);

test.each(fields)(
  '$name has its own rows for each of 50 parents, at $place',
  async ({ name, reach, field }) => {
    const { most = families } = placeOf(reach);
    const { each = 1 } = reach;

    const { data } = await execute(queryOf(reach, families, `it: ${selectionOf(reach.type, field)}`));
    const found = valuesOfIt(data);

    expect(found).toHaveLength(most * each);
    // Requests have no account user, and no customer was merged.
    const isNever = ['Viewer.accountUser', 'CustomerChange.mergedInto'].includes(name);
    // All customers have the same priority.
    const nothing = name === 'Priority.customers' ? found.length - 1 : isNever ? found.length : 0;
    expect(found.filter(isNothing)).toHaveLength(nothing);
  },
);

test.each(table)('no other field of $type takes a statement, at $from', async (reach) => {
  const ofType = table.filter(({ type }) => type === reach.type);
  const others = fieldsOf(typeNamed(reach.type)).filter(
    ({ name }) => !ofType.some(({ fields }) => name in fields),
  );
  const free = others.filter((field) => leadsTo(field) === undefined).map(({ name }) => name);

  const seen = await statementsOf(queryOf(reach, families, ['__typename', ...free].join(' ')));

  expect(seen).toEqual(placeOf(reach).statements);
});

test('the table has every field of the schema that leads to objects', () => {
  // Statements of mutations are counted in their own tests; the types of their results are reached without a read.
  const readTypes = objectTypes.filter(
    ({ name }) => !/(Payload|UpsertResult|SurvivorshipSample)$/.test(name),
  );
  const leading = readTypes.flatMap((type) =>
    fieldsOf(type)
      .filter(leadsTo)
      .map(({ name }) => `${type.name}.${name}`),
  );

  const known = new Set(fields.map(({ name }) => name));

  expect(leading.filter((name) => !known.has(name))).toEqual([]);
});
