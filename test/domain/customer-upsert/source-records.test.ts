import { readFile } from 'node:fs/promises';
import { buildSchema, type GraphQLInputType, getNamedType, isInputObjectType } from 'graphql';
import { expect, test } from 'vitest';
import * as add from '../../builders.ts';
import { openGateway } from '../../gateway.ts';
import {
  addressAsInput,
  addressFields,
  bySource,
  customerAsInput,
  customerFields,
  settingFields,
  stored,
} from './as-input.ts';
import { addresses, customers, priceGroup, referenceData, salesRep } from './source-records.ts';

const { db, as } = await openGateway();
const { id: accountId } = await add.addAccount(db);
await add.havePriority(db);
const us = as(accountId);
const schema = buildSchema(await readFile(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

async function execute(query: string, variables: object) {
  const { data, errors } = await us.execute(query, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** Sends the items of a bulk upsert in one call, and again; returns the objects of the second call. */
async function write(type: string, field: string, selection: string, items: readonly object[]) {
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}Upsert`;
  const document = `mutation ($input: ${type}UpsertInput!) { it: ${name}(input: $input) {
    results { outcome ${field} { ${selection} } userErrors { code message path } } } }`;
  const call = async () => (await execute(document, { input: { items } })).it.results;
  const outcomes = (
    results: readonly { readonly outcome: string; readonly userErrors: readonly unknown[] }[],
  ) => results.map(({ outcome, userErrors }) => [outcome, ...userErrors]);
  expect(outcomes(await call())).toEqual(items.map(() => ['CREATED']));
  const again = await call();
  expect(outcomes(again)).toEqual(items.map(() => ['UNCHANGED']));
  return again.map((result: Record<string, unknown>) => result[field]);
}

/** The fields of an input type, as paths; identifiers and source records are one field. */
function fieldsOf(type: GraphQLInputType, path: readonly string[] = []): readonly (readonly string[])[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || named.isOneOf || named.name === 'SourceRecordInput') return [path];
  return Object.values(named.getFields()).flatMap((field) => fieldsOf(field.type, [...path, field.name]));
}

function has(value: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null) return false;
  return has((value as Record<string, unknown>)[name], rest);
}

/** The fields of an input type that none of these values has. */
const missingIn = (type: string, values: readonly object[]) =>
  fieldsOf(schema.getType(type) as GraphQLInputType)
    .filter((path) => !values.some((value) => has(value, path)))
    .map((path) => path.join('.'));

test('the records have every field that can be written', () => {
  expect(missingIn('CustomerUpsertInput', customers).toSorted()).toEqual(['dryRun', 'idempotencyKey']);
  expect(missingIn('CustomerAddressUpsertItem', addresses)).toEqual(['address.type']);
  for (const [type, item] of Object.entries(referenceData))
    expect([type, missingIn(`${type}UpsertItem`, [item])]).toEqual([
      type,
      type === 'ShippingTerm' ? ['freeShippingServiceLevelIds'] : [],
    ]);
});

test('records of three source systems are written in one call and read back field by field', async () => {
  for (const [type, item] of Object.entries(referenceData)) {
    const field = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
    const selection = `sources { system sourceId } ${settingFields[type as keyof typeof settingFields]}`;
    expect((await write(`${type}s`, field, selection, [item])).map(bySource)).toEqual([item]);
  }
  await write('AccountGroups', 'accountGroup', 'id', [priceGroup]);
  const { accountUserUpsert } = await execute(
    `mutation ($input: AccountUserUpsertInput!) { accountUserUpsert(input: $input) {
      accountUser { sources { system sourceId } email name username imageUrl status } } }`,
    { input: salesRep },
  );
  const { by: rep, ...person } = salesRep;
  expect(bySource(accountUserUpsert.accountUser)).toEqual({ ...rep, ...person });

  await write('Customers', 'customer', 'id', customers);
  const book = await write('CustomerAddresses', 'address', addressFields, addresses);

  expect(book.map(addressAsInput)).toMatchObject(stored(addresses.map(({ address }) => address)));
  const read = await Promise.all(
    customers.map(async ({ by }) => {
      const query = `query ($by: CustomerIdentifier!) { customer(by: $by) { ${customerFields} } }`;
      return customerAsInput((await execute(query, { by })).customer, by);
    }),
  );
  expect(read).toMatchObject(stored(customers));
  expect(read).toMatchObject([
    { relationshipType: 'PARENT' },
    {
      ...{ relationshipType: 'CHILD', shopper: null },
      creditLimit: { displayValue: '12,345,678,901,234,567,890.000000000000000000000000000001 cpt' },
    },
    { creditLimit: null, billToAddress: null, addresses: [{ name: 'Pear Company' }] },
    { name: 'lemon@shop.example', shopper: { hasPassword: false } },
  ]);
});
