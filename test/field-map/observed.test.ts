import { readdir, readFile } from 'node:fs/promises';
import { type GraphQLField, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { producers, reservedValues } from '../../scripts/field-map/enum-values.mjs';
import { enumMap } from '../../scripts/field-map/field-map.mjs';
import { otherWriters } from '../../scripts/field-map/other-writers.mjs';
import { schema } from '../../src/schema/index.ts';
import { word } from '../builders.ts';
import { run } from '../cli/command.ts';
import { eventually } from '../eventually.ts';
import { openGateway } from '../gateway.ts';
import { everythingOf, fieldsOf, objectTypes, queryType, typeNamed } from '../selection.ts';
import { examplesOf } from './examples.ts';
import { importCustomers } from './importing.ts';
import { makeMistakes } from './mistakes.ts';
import { signedIn } from './people.ts';
import { convert, readAll } from './reading.ts';
import { setRules } from './rules.ts';
import { playThrough, recordTypes } from './scenario.ts';
import { Session } from './session.ts';
import { createSettings } from './settings.ts';

const gateway = await openGateway();
const ran: string[] = [];

/** Runs a command on the database; returns what it wrote to its standard output. */
async function command(name: string, ...args: readonly string[]): Promise<string> {
  const { code, out, err } = await run([...name.split(' '), ...args], { DATABASE_URL: gateway.url });
  if (code !== 0) throw new Error(`${name}: ${err}`);
  ran.push(name);
  return out.trim();
}

await command('init', '--name', 'First', '--email', 'ada@example.com', '--admin-name', 'Ada Lovelace');
const account = await command('account create', '--name', 'Second');
const invited = ['--email', 'grace@example.com', '--name', 'Grace Hopper', '--role', 'Administrator'];
await command('user invite', '--account', account, ...invited);

const session = new Session(gateway.as(account));
const { observed } = session;
const settings = await createSettings(session);
const customerId = await playThrough(session, settings, examplesOf(session, settings), gateway.pool);
await makeMistakes(session, settings);
const person = await signedIn(gateway, account, 'grace@example.com');
const by = { by: { id: settings.parentId } };
await session.write('customerUpdate', { ...by, note: word() }, person);
const viewer = everythingOf(typeNamed('Viewer'), 3, 1);
await session.ask('Query', `{ viewer ${viewer} }`, {}, person);
await eventually(async () => {
  const read = await session.ask('Query', '{ viewer { accountUser { lastUsedAt } } }', {}, person);
  expect(read.viewer.accountUser.lastUsedAt).not.toBeNull();
});
await importCustomers(gateway, account, session);
await setRules(gateway, session);
await readAll(session, customerId);
await convert(session);

test('the mutations, commands and importers of the map write every field: none is always null or empty', () => {
  const fields = objectTypes
    .filter(({ name }) => !name.startsWith('_'))
    .flatMap((type) => fieldsOf(type).map(({ name }) => `${type.name}.${name}`))
    .filter((name) => !name.endsWith('.userErrors'));

  expect(fields.filter((name) => !observed.fields.has(name))).toEqual([]);
});

test('every mutation was sent, and every command of the map was run', async () => {
  await command('account rename', account, 'Renamed');
  const { viewer } = await session.ask('Query', '{ viewer { account { name } } }');
  const { accountUsers } = await session.ask(
    'Query',
    '{ accountUsers(last: 1) { nodes { name email role { name } } } }',
  );
  const names = Object.values(otherWriters).flatMap((writers) =>
    writers.flatMap((writer) => (writer.kind === 'command' ? writer.names : [])),
  );

  expect(viewer.account.name).toBe('Renamed');
  expect(accountUsers.nodes).toEqual([
    { name: 'Grace Hopper', email: 'grace@example.com', role: { name: 'Administrator' } },
  ]);
  expect(new Set(ran)).toEqual(new Set(names));
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
  expect(mutations.filter((name) => !session.sent.has(name))).toEqual([]);
});

test('every value of an enum without an input that stores it was returned, except the reserved ones', () => {
  const returned = enumMap(schema)
    .filter(({ isReturned, stored }) => isReturned && stored.length === 0)
    .flatMap(({ type, values }) => values.map(({ name }) => `${type}.${name}`));

  const missing = returned.filter((name) => !observed.values.has(name));
  expect(missing.toSorted()).toEqual(Object.keys(reservedValues).toSorted());
});

test.for(Object.entries(producers))('%s is produced by the operation of the map', ([name, { operation }]) => {
  expect([...(observed.values.get(name) ?? [])]).toContain(operation);
});

test('both values of every boolean were returned', () => {
  const booleans = [...observed.values.keys()].filter((name) => /: (?:true|false)$/.test(name));
  const fields = new Set(booleans.map((name) => name.split(':')[0]));

  expect(booleans.toSorted()).toEqual(
    [...fields].flatMap((name) => [`${name}: false`, `${name}: true`]).toSorted(),
  );
});

/** A field with an enum value as its argument. */
function callOf(field: string, value: string): string {
  return field.replace(/\)$/, ` ${value})`);
}

const filterArgument = ({ args }: GraphQLField<unknown, unknown>) =>
  args.find(({ name }) => name === 'filter')?.type.toString();

/** A list with a condition in a filter, which is its own or that of an object that customers refer to. */
function filtered(type: string, condition: string): string {
  const list = fieldsOf(queryType).find((field) => filterArgument(field) === type);
  if (list) return `${list.name}(filter: ${condition})`;
  const customerFilter = schema.getType('CustomerFilter');
  const relations = isInputObjectType(customerFilter) ? Object.values(customerFilter.getFields()) : [];
  const relation = relations.find((field) =>
    [type, type.replace(/Filter$/, 'ListFilter')].includes(`${field.type}`),
  );
  if (relation === undefined) throw new Error(`No list has the filter ${type}.`);
  const inner = `${relation.type}` === type ? condition : `{ some: ${condition} }`;
  return `customers(filter: { ${relation.name}: ${inner} })`;
}

const sorted = (list: string, usual: string) => (field: string, value: string) =>
  `${list}(orderBy: { ${field === 'field' ? '' : `field: ${usual},`} ${field}: ${value} })`;

/** Operations with the value of an enum that only selects. */
const selecting: Readonly<Record<string, (field: string, value: string) => string>> = {
  CustomerSort: sorted('customers', 'NAME'),
  OrderSort: sorted('orders', 'NUMBER'),
  NamedSort: sorted('carriers', 'NAME'),
  AccountUserSort: sorted('accountUsers', 'CREATED_AT'),
  CustomerAggregateSort: (field, value) =>
    `customersAggregate(orderBy: { ${field === 'field' ? '' : 'field: COUNT,'} ${field}: ${value} ${
      value === 'CREDIT_LIMIT_SUM' ? 'unitId: "unt_1"' : ''
    } })`,
  OrderAggregateSort: (field, value) =>
    `ordersAggregate(orderBy: { ${field === 'field' ? '' : 'field: COUNT,'} ${field}: ${value} ${
      value === 'TOTAL_SUM' ? 'currencyCode: "USD"' : ''
    } })`,
  SourceDifference: (field, value) =>
    `customers(filter: { sourcesDiffer: { ${field === 'fieldGroups' ? '' : 'fieldGroups: NAME,'} ${field}: ${value} } })`,
  Query: callOf,
};

test('every value of an enum that selects is accepted', async () => {
  const documents = enumMap(schema).flatMap(({ selecting: places, values }) =>
    places.flatMap((place) => {
      const [type = '', field = ''] = place.split('.');
      const isFilter = type.endsWith('Filter');
      const call = isFilter
        ? (name: string, value: string) => filtered(type, `{ ${name}: ${value} }`)
        : (selecting[type] ?? callOf);
      const selection = (name: string) => `${call(field, name)} { totalCount: __typename }`;
      return values.map(({ name }) =>
        isFilter || type in selecting
          ? `{ ${selection(name)} }`
          : `{ nodes(ids: []) { ... on ${type} { ${selection(name)} } } }`,
      );
    }),
  );

  expect(documents.length).toBeGreaterThan(50);
  for (const document of documents)
    await gateway
      .as(account)
      .execute(document)
      .then(({ errors }) => expect({ document, errors }).toEqual({ document }));
});

test('every type of shop record can be deleted by its source record', () => {
  const types = enumMap(schema).find(({ type }) => type === 'CustomerRecordType');

  expect(Object.keys(recordTypes)).toEqual(types?.values.map(({ name }) => name));
});

test('no code produces a reserved value', async () => {
  const files = (await readdir('src', { recursive: true }))
    .map((file) => `src/${file}`)
    .filter((file) => /^src\/(?!demo|schema|db\/generated).*\.ts$/.test(file));
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(file, 'utf8')] as const));
  const found = Object.keys(reservedValues)
    .map((name) => name.split('.')[1] ?? '')
    .filter((value) => value !== 'OTHER')
    .flatMap((value) => {
      const users = texts.filter(([, text]) => text.includes(`'${value}'`)).map(([file]) => file);
      return users.length === 0 ? [] : [[value, users]];
    });

  expect(found).toEqual([['ERASED', ['src/domain/write/user-error.ts']]]);
});
