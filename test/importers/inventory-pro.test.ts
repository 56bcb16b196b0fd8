import { expect, test } from 'vitest';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import { readObject, readOne } from './read.ts';

const whole = {
  shortID: 'NORTH-YARD',
  name: 'North Yard Tools',
  address1: '7 Dock St',
  address2: 'Gate  2',
  city: 'Peoria',
  state: 'IL',
  zip: '61602',
  country: 'us',
  phone: '555-0142',
  fax: '555-0142',
  email: 'dock@northyard.example',
  contact: 'Ida Moss',
  active: true,
  created: '2023-04-15T08:30:00',
  modified: '2024-11-02T14:22:00',
};

const chicago = { timeZone: 'America/Chicago' };

const by = (sourceId: string) => ({ source: { system: 'WAREHOUSE', sourceId } });

test('a customer and its address have every field', async () => {
  const common = {
    position: 'stdin',
    system: 'WAREHOUSE',
    sourceId: 'NORTH-YARD',
    createdAt: '2023-04-15T13:30:00.000Z',
    modifiedAt: '2024-11-02T19:22:00.000Z',
    deletedAt: null,
    raw: whole,
    warnings: [],
    unknownPaths: [],
  };
  const address = {
    ...{ ...by('NORTH-YARD'), streetLine1: '7 Dock St', streetLine2: 'Gate  2', locality: 'Peoria' },
    ...{ state: 'IL', postalCode: '61602', country: 'US' },
  };
  expect(await readObject(inventoryPro, whole, chicago)).toEqual([
    {
      ...{ ...common, kind: 'customer' },
      item: {
        by: by('NORTH-YARD'),
        ...{ shortId: 'NORTH-YARD', name: 'North Yard Tools', active: true },
        createdAt: '2023-04-15T13:30:00.000Z',
        contactInfo: {
          ...{ name: 'Ida Moss', email: 'dock@northyard.example', phone: '555-0142', fax: '555-0142' },
        },
        ...{ billToAddress: address, shipToAddress: address },
      },
    },
    {
      ...{ ...common, kind: 'address' },
      item: { customer: by('NORTH-YARD'), address },
    },
  ]);
});

test('an empty text is an empty value, and an absent field is unknown', async () => {
  const results = await readObject(inventoryPro, {
    ...{ shortID: 'A', name: '', phone: '', fax: ' ', city: 'Peoria', state: '' },
  });
  const address = { ...by('A'), locality: 'Peoria', state: null };
  const places = { billToAddress: address, shipToAddress: address };
  expect(results.map((each) => 'item' in each && each.item)).toEqual([
    { by: by('A'), shortId: 'A', contactInfo: { phone: null, fax: null }, ...places },
    { customer: by('A'), address },
  ]);
});

test('an address without values is not an address', async () => {
  const { item } = await readOne(inventoryPro, { shortID: 'A', address1: '', city: '', country: '' });
  expect(item).toEqual({ by: by('A'), shortId: 'A', billToAddress: null, shipToAddress: null });
  expect((await readOne(inventoryPro, { shortID: 'A' })).item).toEqual({ by: by('A'), shortId: 'A' });
});

test('a discontinued customer is inactive', async () => {
  expect(await readOne(inventoryPro, { shortID: 'A', active: false })).toMatchObject({
    item: { active: false },
  });
});

test.each([{}, { shortID: '' }, { shortID: null }, { shortID: 'x'.repeat(65) }, { shortID: ['A'] }])(
  'a customer without a valid short id is rejected: %j',
  async (document) => {
    expect(await readObject(inventoryPro, document)).toMatchObject([
      { kind: 'rejection', position: 'stdin', sourceId: null, raw: document, reason: { path: 'shortID' } },
    ]);
  },
);

test('a page, a list and lines have the same records', async () => {
  const [a, b] = [{ shortID: 'A' }, { shortID: 'B' }];
  const page = { value: [a, b], totalCount: 2, page: 1, pageSize: 25, pageCount: 1, hasMore: false };
  const ids = async (document: object) =>
    (await readObject(inventoryPro, document)).map(({ position, sourceId }) => [position, sourceId]);
  expect(await ids(page)).toEqual([
    ['stdin#/value/0', 'A'],
    ['stdin#/value/1', 'B'],
  ]);
  expect(await ids([a, b])).toEqual([
    ['stdin#/0', 'A'],
    ['stdin#/1', 'B'],
  ]);
  expect(await ids({ ...page, value: [] })).toEqual([]);
});

test('invalid values are left out with a warning, and unknown fields are listed', async () => {
  const document = { shortID: 7, email: 'n/a', active: 'maybe', created: 'soon', colour: 'red', contact: {} };
  const record = await readOne(inventoryPro, document);
  expect(record.sourceId).toBe('7');
  expect(record.unknownPaths).toEqual(['colour']);
  expect(record.warnings.map(({ code, path, value }) => [code, path, value])).toEqual([
    ['INVALID', 'email', 'n/a'],
    ['INVALID', 'contact', {}],
    ['INVALID', 'active', 'maybe'],
    ['INVALID', 'created', 'soon'],
  ]);
  expect(record.item).toEqual({ by: { source: { system: 'WAREHOUSE', sourceId: '7' } }, shortId: '7' });
});
