import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '../../src/db/model/id.ts';
import type { StringFilter } from '../../src/db/read/filter/text.ts';
import { addAccount, addCustomer } from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { plain } from './oracle.ts';

const { db, as } = await openGateway();

const read = `query ($filter: CustomerFilter) {
  customers(first: 250, filter: $filter, orderBy: { field: NAME }) { nodes { name } } }`;

type Place = Readonly<Record<string, string | null>>;

/** Adds an address; without a place, it has no geolocation. */
async function addPlace(accountId: string, customerId: string, place: Place | null): Promise<void> {
  const geolocationId = place && newId('Geolocation');
  if (geolocationId)
    await db.geolocation.create({ data: { accountId, id: geolocationId, country: 'US', ...place } });
  await db.address.create({
    data: { accountId, id: newId('Address'), customerId, name: 'Door', geolocationId },
  });
}

/** An account with a customer for each name, and its places. Returns a function that filters its customers. */
async function addPlaces(places: Readonly<Record<string, readonly (Place | null)[]>>) {
  const account = await addAccount(db);
  for (const [name, list] of Object.entries(places)) {
    const { id } = await addCustomer(db, account.id, { name });
    for (const place of list) await addPlace(account.id, id, place);
  }
  return async (address: object) => {
    const { data, errors } = await as(account.id).execute(read, { filter: { address } });
    if (errors) throw new Error(JSON.stringify(errors));
    return data.customers.nodes.map(({ name }: { name: string }) => name);
  };
}

const found = await addPlaces({
  half: [
    { locality: 'Bath', state: 'ME' },
    { locality: 'Bath', state: null },
  ],
  lodz: [{ locality: 'Łódź', postalCode: '90-001', country: 'PL' }],
  none: [],
  odos: [{ locality: 'ΟΔΟΣ', postalCode: '50%_x\\y' }],
  split: [
    { locality: 'Bath', state: 'NH' },
    { locality: 'Stafford', state: 'ME' },
  ],
  unplaced: [null],
});

const ligature = 'Staﬀord';

test.each([
  [{ locality: { equals: 'ŁÓDŹ' } }, ['lodz']],
  [{ locality: { equals: 'lodz' } }, ['lodz']],
  [{ locality: { equals: 'lod' } }, []],
  [{ locality: { startsWith: 'LÓD' } }, ['lodz']],
  [{ locality: { contains: 'ód' } }, ['lodz']],
  [{ locality: { equals: 'οδος' } }, ['odos']],
  [{ locality: { startsWith: 'οδοσ' } }, ['odos']],
  [{ locality: { equals: ligature } }, ['split']],
  [{ locality: { in: ['nowhere', 'BATH', 'bath', 'lodz'] } }, ['half', 'lodz', 'split']],
  [{ locality: { in: [] } }, []],
  [{ locality: { equals: ' Bath' } }, []],
  [{ locality: { startsWith: 'b', contains: 'TH', in: ['bath'] } }, ['half', 'split']],
  [{ locality: { startsWith: 'b', contains: 'x' } }, []],
  // Only one of the addresses of `split` has both.
  [{ locality: { equals: 'bath' }, state: { equals: 'me' } }, ['half']],
  [{ locality: { equals: 'bath' }, state: { exists: false } }, ['half']],
  [{ state: { exists: true } }, ['half', 'split']],
  [{ state: { exists: false } }, ['half', 'lodz', 'odos', 'unplaced']],
  [{ country: { exists: false } }, ['unplaced']],
  [{ country: { exists: false }, state: { exists: false } }, ['unplaced']],
  [{ country: { exists: true }, state: { exists: false } }, ['half', 'lodz', 'odos']],
  [{ country: { equals: 'pl' } }, ['lodz']],
  [{ country: { in: ['Pl', 'XX'] } }, ['lodz']],
  [{ country: { startsWith: 'p' } }, ['lodz']],
  [{ country: { equals: 'Poland' } }, []],
  [{ locality: { equals: 'bath', exists: false } }, []],
  [{ postalCode: { contains: '%' } }, ['odos']],
  [{ postalCode: { startsWith: '50%_' } }, ['odos']],
  [{ postalCode: { startsWith: '50_' } }, []],
  [{ postalCode: { contains: '0_' } }, []],
  [{ postalCode: { contains: '\\Y' } }, ['odos']],
  [{ postalCode: { equals: '90-001' } }, ['lodz']],
  [{}, ['half', 'lodz', 'none', 'odos', 'split', 'unplaced']],
  [{ state: null }, ['half', 'lodz', 'none', 'odos', 'split', 'unplaced']],
])('%j matches %j', async (address, names) => {
  expect(await found(address)).toEqual(names);
});

test('states that differ only in case or accents are one facet value', async () => {
  const account = await addAccount(db);
  for (const state of ['il', 'IL', 'Îl', 'MA']) {
    const { id } = await addCustomer(db, account.id);
    await addPlace(account.id, id, { state });
    await addPlace(account.id, id, { state });
  }
  const facet = async (state: object | null) => {
    const { data } = await as(account.id).execute(
      'query ($filter: CustomerFilter) { customers(filter: $filter) { facets { states { value count } } } }',
      { filter: { address: { state } } },
    );
    return data.customers.facets.states;
  };
  const all = [
    { value: 'IL', count: 3 },
    { value: 'MA', count: 1 },
  ];

  expect(await facet(null)).toEqual(all);
  expect(await facet({ equals: 'îL' })).toEqual(all);
  expect(await facet({ in: ['tx', 'TX', 'ma'] })).toEqual([...all, { value: 'TX', count: 0 }]);
});

const long = 'x'.repeat(257);
const operators = '`equals`, `in`, `startsWith`, `contains` and `exists`';
const noText = (path: string) =>
  `\`filter.address.${path}\` is an empty string; give at least one character, or use \`exists\`.`;

test.each([
  [
    { locality: {} },
    'BAD_USER_INPUT',
    `\`filter.address.locality\` has no condition; give at least one of ${operators}.`,
  ],
  [
    { country: { equals: null, in: null } },
    'BAD_USER_INPUT',
    `\`filter.address.country\` has no condition; give at least one of ${operators}.`,
  ],
  [{ state: { equals: '' } }, 'BAD_USER_INPUT', noText('state.equals')],
  [{ state: { in: ['a', ''] } }, 'BAD_USER_INPUT', noText('state.in[1]')],
  [{ state: { startsWith: '' } }, 'BAD_USER_INPUT', noText('state.startsWith')],
  [{ postalCode: { contains: '' } }, 'BAD_USER_INPUT', noText('postalCode.contains')],
  [
    { postalCode: { contains: long } },
    'LIMIT_EXCEEDED',
    '`filter.address.postalCode.contains` has 257 characters; the maximum is 256.',
  ],
  [
    { postalCode: { in: [long] } },
    'LIMIT_EXCEEDED',
    '`filter.address.postalCode.in[0]` has 257 characters; the maximum is 256.',
  ],
])('%j is rejected', async (address, code, message) => {
  const account = await addAccount(db);

  const { errors } = await as(account.id).execute(read, { filter: { address } });

  expect(errors).toMatchObject([{ message, extensions: { code } }]);
});

const letters = [...'aÄbcéZ%_\\\'"{},0 (ß'];
const word = fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const values = fc.sample(word, { seed: 3, numRuns: 60 });
const foundWords = await addPlaces(
  Object.fromEntries(values.map((locality, at) => [`${100 + at}`, [{ locality }]])),
);

const matches = ({ equals, in: list, startsWith, contains }: StringFilter, value: string): boolean =>
  [equals ?? [], startsWith ?? [], contains ?? []]
    .flat()
    .every((each) => plain(value).includes(plain(each))) &&
  (equals == null || plain(value) === plain(equals)) &&
  (startsWith == null || plain(value).startsWith(plain(startsWith))) &&
  (list == null || list.map(plain).includes(plain(value)));

test('filters match the same texts as a plain comparison', async () => {
  const part = fc.oneof(word, fc.constantFrom(...values));
  const filters: fc.Arbitrary<StringFilter> = fc
    .record(
      { equals: part, in: fc.array(part, { maxLength: 4 }), startsWith: word, contains: word },
      { requiredKeys: [] },
    )
    .filter((filter) => Object.keys(filter).length > 0);
  await fc.assert(
    asyncProperty(filters, async (filter) => {
      const expected = values.flatMap((value, at) => (matches(filter, value) ? [`${100 + at}`] : []));
      expect(await foundWords({ locality: filter })).toEqual(expected);
    }),
    runs(60),
  );
});
