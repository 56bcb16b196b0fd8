import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvMapper } from '../../src/importers/csv/mapper.ts';
import { readMapping } from '../../src/importers/csv/mapping.ts';
import { proposeMapping, proposeMappingFor } from '../../src/importers/csv/propose.ts';
import { InputError } from '../../src/importers/input-error.ts';
import { asyncProperty } from '../property.ts';
import { positions, readText, streamOf } from './read.ts';

const mapping = `
system: OTHER
name: hubspot
columns:
  Id: [sourceId, number]
  Company: name
  E-Mail: contactInfo.email
  Fax: contactInfo.fax
  Street: address.streetLine1
  city.name: address.locality
  Country: address.country
  Changed: modifiedAt
  Password: note
  Tags: tags
  Limit: creditLimit.value
  Unit: creditLimit.unit
  Ignored: null
`;
const mapper = csvMapper(readMapping(mapping));
const read = (text: string | Uint8Array, cuts?: readonly number[]) =>
  readText(mapper, text, { timeZone: 'Europe/Berlin' }, cuts);

const by = (sourceId: string) => ({ source: { system: 'OTHER', sourceId } });

test('the apostrophe that an export puts in front of a formula is removed', async () => {
  const results = await read("Id,Company,E-Mail\n1,'=A1 Tools,'a@example.com\n2,''+1,\n3,'Plain,\n");
  expect(results.map((each) => 'item' in each && each.item)).toMatchObject([
    { name: '=A1 Tools' },
    { name: "'+1" },
    { name: "'Plain" },
  ]);
});

test('a row is a customer and its address', async () => {
  const results = await read(
    'Id,Company,E-Mail,Fax,Street,city.name,Country,Changed,Ignored,Tags,Limit,Unit,Other\r\n' +
      '0042," Blauer  See, Hof ",see@hof.example,NULL,"Obere Str. ""57""",Berlin,Germany,2024-07-01 12:00,x,"a, b",12.50,EUR,y\r\n',
  );
  const common = { position: 'stdin:2', system: 'OTHER', sourceId: 'hubspot:0042' };
  expect(results).toMatchObject([
    { ...common, kind: 'customer', modifiedAt: '2024-07-01T10:00:00.000Z', unknownPaths: ['Other'] },
    { ...common, kind: 'address', unknownPaths: [] },
  ]);
  expect(results.map((each) => 'item' in each && each.item)).toEqual([
    {
      ...{ by: by('hubspot:0042'), number: '0042', name: 'Blauer  See, Hof', tags: ['a', 'b'] },
      contactInfo: { email: 'see@hof.example', fax: null },
      creditLimit: { value: '12.5', unit: { name: 'EUR' } },
    },
    {
      customer: by('hubspot:0042'),
      address: { ...by('hubspot:0042'), streetLine1: 'Obere Str. "57"', locality: 'Berlin', country: 'DE' },
    },
  ]);
  expect(results[0]?.raw).toMatchObject({ Fax: 'NULL', 'city.name': 'Berlin' });
});

test('a column of passwords is removed before the mapping', async () => {
  const results = await read('Id,Password\n1,hunter2\n');
  expect(JSON.stringify(results)).not.toContain('hunter2');
});

test.each([
  ['a semicolon', 'Id;Company\n1;"a;b"\n', 'a;b'],
  ['a tab', 'Id\tCompany\n1\ta,b\n', 'a,b'],
  ['a bar', 'Id|Company\r\n1|a\r\n', 'a'],
  ['a quoted header', '"Id,x",Id,Company\n0,1,a\n', 'a'],
  ['a cell with a line break', 'Id,Company\n1,"a\nb"\n', 'a\nb'],
])('the delimiter is found: %s', async (_name, text, name) => {
  expect(await read(text)).toMatchObject([{ item: { name } }]);
});

test('the delimiter of the mapping file is used', async () => {
  const given = csvMapper(
    readMapping('{system: AUGNO, delimiter: ";", columns: {Id: sourceId, "a,b,c": name}}'),
  );
  expect(await readText(given, 'Id;a,b,c\n1;x\n')).toMatchObject([
    {
      system: 'AUGNO',
      sourceId: '1',
      item: { by: { source: { system: 'AUGNO', sourceId: '1' } }, name: 'x' },
    },
  ]);
});

test('rows that are not customers are rejected with their lines', async () => {
  const results = await read('Id,Company\n1,a\n\n ,\n2,b,c\n,d\n3,"e\nf"\n4\n5,g\n');
  expect(positions(results)).toEqual(['stdin:2', '!stdin:5', '!stdin:6', 'stdin:8', '!stdin:9', 'stdin:10']);
});

test('a table is read up to its damage', async () => {
  const results = await read('Id,Company\n1,a\n2,"b\n3,c\n');
  expect(positions(results)).toEqual(['stdin:2', expect.stringMatching(/^!stdin/)]);
  expect(results.at(-1)).toMatchObject({ reason: { code: 'SYNTAX' } });
});

test.each([
  ['', 0],
  ['Id,Company\n', 0],
  ['\ufeffId,Company\n1,a', 1],
])('%j has %d rows', async (text, count) => {
  expect(await read(text)).toHaveLength(count);
});

test('a column that is there twice is an error of the input', async () => {
  await expect(read('Id,Id\n1,2\n')).rejects.toThrow(InputError);
});

test('the rows do not depend on the chunks', async () => {
  const cell = fc.string({ unit: fc.constantFrom(...'ab,;"\n é') });
  const rows = fc.array(fc.tuple(fc.nat(), cell), { minLength: 1, maxLength: 5 });
  await fc.assert(
    asyncProperty(rows, fc.array(fc.nat(200)), async (given, cuts) => {
      const lines = given.map(([id, name]) => `${id},"${name.replaceAll('"', '""')}"`);
      const results = await read(`Id,Company\n${lines.join('\n')}\n`, cuts);
      expect(results.map((each) => 'item' in each && each.item)).toEqual(
        given.map(([id, name]) => ({
          ...{ by: by(`hubspot:${id}`), number: String(id) },
          ...(name.trim() !== '' && { name: name.trim() }),
        })),
      );
    }),
  );
});

test('any text results in records and rejections', async () => {
  await fc.assert(
    asyncProperty(fc.string({ unit: fc.constantFrom(...'Id,";\n\r x') }), async (text) => {
      try {
        for (const { position } of await read(`Id,Company\n${text}`)) expect(position).toMatch(/^stdin/);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    }),
  );
});

test.each([
  ['not YAML', 'columns: {a: ['],
  ['no system', 'columns: {a: sourceId}'],
  ['another system', 'system: SAP\ncolumns: {a: sourceId}'],
  ['no name', 'system: OTHER\ncolumns: {a: sourceId}'],
  ['a name with a colon', 'system: OTHER\nname: "a:b"\ncolumns: {a: sourceId}'],
  ['no id', 'system: AUGNO\ncolumns: {a: name}'],
  ['an unknown field', 'system: AUGNO\ncolumns: {a: sourceId, b: colour}'],
  ['a field of every object', 'system: AUGNO\ncolumns: {a: sourceId, b: constructor}'],
  ['a field twice', 'system: AUGNO\ncolumns: {a: sourceId, b: name, c: name}'],
  ['another option', 'system: AUGNO\ncolour: red\ncolumns: {a: sourceId}'],
  ['a list', '- a'],
  ['aliases', 'system: AUGNO\nempty: &a [x]\ncolumns: {a: sourceId, b: *a}'],
])('a mapping file with %s is an error', (_name, text) => {
  expect(() => readMapping(text)).toThrow(InputError);
  expect(() => readMapping(text)).toThrow(/^The mapping file is invalid: ./);
});

test('a proposed mapping has the usual columns and samples', () => {
  const header = [
    'customerID',
    'companyName',
    'contactName',
    'city',
    'Zip Code',
    'country',
    '# odd: "column"',
  ];
  const samples = [
    ['ALF', 'Alf & Co', 'Mia', 'Bonn', '53111', 'Germany', ''],
    ['BEA', 'Bea: Ltd', 'Mia', '', '', '', 'x'],
  ];
  const text = proposeMapping(header, samples);
  expect(text).toContain('  contactName: contactInfo.name # Mia\n');
  expect(text).toContain('  companyName: name # Alf & Co | Bea: Ltd\n');
  expect(Object.fromEntries(readMapping(text).columns)).toEqual({
    customerID: ['sourceId'],
    companyName: ['name'],
    contactName: ['contactInfo.name'],
    city: ['address.locality'],
    'Zip Code': ['address.postalCode'],
    country: ['address.country'],
    '# odd: "column"': [],
  });
});

test('a proposed mapping of any table is valid, once a column has the id', () => {
  const headers = fc.uniqueArray(
    fc.string().map((each) => each.trim()),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(headers, fc.array(fc.array(fc.string())), (header, samples) => {
      const { columns } = readMapping(
        proposeMapping(['id', ...header.filter((each) => each !== 'id')], samples),
      );
      expect(columns.get('id')).toEqual(['sourceId']);
    }),
  );
  expect(proposeMapping(['colour'], [])).toContain('# One column requires the field sourceId');
});

test('a mapping is proposed for the beginning of a table', async () => {
  const rows = Array.from({ length: 20_000 }, (_, id) => `${id};Company ${id}`);
  const { columns } = readMapping(await proposeMappingFor(streamOf(`Id;Company\r\n${rows.join('\r\n')}`)));
  expect([...columns]).toEqual([
    ['Id', ['sourceId']],
    ['Company', ['name']],
  ]);
  expect(await proposeMappingFor(streamOf('Id,x\n1,a'))).toContain('  x: null # a\n');
  await expect(proposeMappingFor(streamOf(''))).rejects.toThrow(InputError);
});
