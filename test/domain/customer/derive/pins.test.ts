import { describe, expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { faultsOf, mutate } from '../../../mutation.ts';
import { augno, openCallers, shop } from './callers.ts';

const { service, person } = await openCallers();
const word = add.word;

const shown = `id version name number note metadata priceGroups { nodes { id } } tags { nodes { name } }
  contactInfo { email } reference events { nodes { action } }
  conflicts { fieldGroup metadataKey rule winner { system } values { value source { system sourceId } modifiedAt } }
  fieldOrigins { fieldGroup metadataKey kind modifiedAt sources { system } }`;

// biome-ignore lint/suspicious/noExplicitAny: each test knows what it reads
async function read(id: string): Promise<any> {
  const query = `query ($id: ID!) { customer(by: { id: $id }) { ${shown} } }`;
  const { data, errors } = await service.execute(query, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data.customer, tags: data.customer.tags.nodes.map((tag: { name: string }) => tag.name).sort() };
}

/** The origin of a field: its kind, and the systems that gave it; undefined if it is empty. */
async function originOf(id: string, group: string, key: string | null = null) {
  const { fieldOrigins } = await read(id);
  const found = fieldOrigins.find(
    (each: { fieldGroup: string; metadataKey: string }) =>
      each.fieldGroup === group && each.metadataKey === key,
  );
  return found && [found.kind, ...found.sources.map(({ system }: { system: string }) => system)];
}

const upsert = (by: object, input: object) => mutate(service, 'customerUpsert', { by, ...input });
const pin = (id: string, input: object, caller = service) =>
  mutate(caller, 'customerFieldPin', { by: { id }, ...input });
const release = (id: string, input: object) =>
  mutate(service, 'customerFieldRelease', { by: { id }, ...input });

/** A customer of which two systems have a record. */
async function twoSources(first: object, second: object) {
  const [one, two] = [augno(), shop()];
  const { customer } = await upsert({ source: one }, first);
  await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source: two });
  await upsert({ source: two }, second);
  return { id: customer.id as string, one, two };
}

const conflicting = () => twoSources({ name: 'Acme', note: 'a' }, { name: 'Shop', note: 'b' });

async function hasConflicts(id: string): Promise<boolean> {
  const query = `query ($id: ID!) {
    yes: customers(filter: { ids: [$id], hasConflicts: true }) { nodes { id } }
    no: customers(filter: { ids: [$id], hasConflicts: false }) { nodes { id } } }`;
  const { data } = await service.execute(query, { id });
  expect(data.yes.nodes.length + data.no.nodes.length).toBe(1);
  return data.yes.nodes.length === 1;
}

describe('conflicts', () => {
  test('show the values of all records, and the winner', async () => {
    const { id, one, two } = await conflicting();
    const { conflicts } = await read(id);
    expect(conflicts).toEqual([
      {
        ...{ fieldGroup: 'NAME', metadataKey: null, rule: 'SOURCE_SEQUENCE', winner: { system: 'AUGNO' } },
        values: [
          { value: 'Acme', source: one, modifiedAt: null },
          { value: 'Shop', source: two, modifiedAt: null },
        ],
      },
      expect.objectContaining({ fieldGroup: 'NOTE' }),
    ]);
    expect(await hasConflicts(id)).toBe(true);
    await upsert({ source: two }, { name: 'Acme', note: 'a' });
    expect((await read(id)).conflicts).toEqual([]);
    expect(await hasConflicts(id)).toBe(false);
  });

  test('of metadata are those of a key, and of a group those of all its fields', async () => {
    const freight = { status: 'FREE_FREIGHT' };
    const { id } = await twoSources(
      { name: 'N', metadata: { a: 1, b: { deep: [1] } }, freightPreferences: freight },
      {
        ...{ name: 'N', metadata: { a: 2, b: { deep: [1] } } },
        freightPreferences: { ...freight, billingType: 'SENDER' },
      },
    );
    const { conflicts } = await read(id);
    const seen = conflicts.map(
      ({ fieldGroup, metadataKey, values }: Record<string, { value: unknown }[]>) => [
        fieldGroup,
        metadataKey,
        values?.map(({ value }) => value),
      ],
    );
    const parts = { carrier: null, serviceLevel: null, billingAccount: null };
    expect(seen).toEqual([
      [
        ...['FREIGHT_PREFERENCES', null],
        [
          { ...parts, ...freight, billingType: null },
          { ...parts, ...freight, billingType: 'SENDER' },
        ],
      ],
      ['METADATA', 'a', [1, 2]],
    ]);
  });

  test('include a value that another customer has, which cannot win', async () => {
    const { id, one } = await twoSources({ name: 'N', number: word() }, { name: 'N' });
    const number = word();
    const two = shop();
    await mutate(service, 'customerSourceAdd', { by: { id }, source: two });
    await upsert({ source: two }, { number });
    expect((await read(id)).conflicts).toMatchObject([{ fieldGroup: 'NUMBER', winner: { system: 'AUGNO' } }]);
    await upsert({ source: augno() }, { number: word() });
    await mutate(service, 'customerSourceRemove', { by: { id }, source: one });
    expect(await read(id)).toMatchObject({ number, conflicts: [] });
  });
});

describe('origins', () => {
  test('of a customer without sources are its baseline', async () => {
    const { customer } = await mutate(service, 'customerCreate', {
      ...{ name: 'N', tags: ['t'], metadata: { k: null, l: 1 }, note: 'n' },
    });
    const { fieldOrigins } = await read(customer.id);
    expect(new Set(fieldOrigins.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['BASELINE']));
    const groups = fieldOrigins.map((each: { fieldGroup: string }) => each.fieldGroup);
    expect(groups).toEqual(expect.arrayContaining(['NAME', 'NUMBER', 'STATUS', 'NOTE', 'TAGS', 'METADATA']));
    expect(groups).not.toContain('CREDIT_LIMIT');
    expect(groups).not.toContain('PRICE_GROUPS');
  });

  test('are records, of a list several', async () => {
    const { id } = await twoSources(
      { name: 'N', tags: ['a'], metadata: { k: 1 } },
      { note: 'b', tags: ['b'] },
    );
    expect(await originOf(id, 'NAME')).toEqual(['SOURCE', 'AUGNO']);
    expect(await originOf(id, 'NOTE')).toEqual(['SOURCE', 'COMMERCE_LAYER']);
    expect(await originOf(id, 'TAGS')).toEqual(['SOURCE', 'AUGNO', 'COMMERCE_LAYER']);
    expect(await originOf(id, 'METADATA', 'k')).toEqual(['SOURCE', 'AUGNO']);
    expect(await originOf(id, 'NUMBER')).toEqual(['BASELINE']);
    expect(await originOf(id, 'CONTACT_FAX')).toBeUndefined();
  });

  test('are pins of what an account user sets', async () => {
    const { id } = await conflicting();
    await mutate(person, 'customerUpdate', { by: { id }, name: 'By hand' });
    expect(await originOf(id, 'NAME')).toEqual(['PIN']);
    expect(await originOf(id, 'NOTE')).toEqual(['SOURCE', 'AUGNO']);
  });
});

describe('a pin', () => {
  test('keeps the present value and settles the conflict, without an event', async () => {
    const { id, one } = await conflicting();
    const before = await read(id);
    for (const fieldGroup of ['NAME', 'NOTE']) expect((await pin(id, { fieldGroup })).userErrors).toEqual([]);
    const { version, events, conflicts } = await read(id);
    expect({ version, events }).toEqual({ version: before.version, events: before.events });
    expect(conflicts).toEqual([]);
    expect(await hasConflicts(id)).toBe(false);
    expect(await originOf(id, 'NAME')).toEqual(['PIN']);
    await upsert({ source: one }, { name: 'Renamed' });
    expect(await read(id)).toMatchObject({ name: 'Acme' });
  });

  test('takes the value of a record, with an event', async () => {
    const { id, two } = await conflicting();
    const { version } = await read(id);
    await pin(id, { fieldGroup: 'NOTE', source: two });
    expect(await read(id)).toMatchObject({ note: 'b', name: 'Acme', version: version + 1 });
    await upsert({ source: two }, { note: 'c' });
    expect(await read(id)).toMatchObject({ note: 'b' });
  });

  test('keeps an empty value', async () => {
    const { id, one } = await twoSources({ name: 'N' }, { name: 'N' });
    await pin(id, { fieldGroup: 'NOTE' });
    await upsert({ source: one }, { note: 'Later' });
    expect(await read(id)).toMatchObject({ note: null });
    expect(await originOf(id, 'NOTE')).toBeUndefined();
    await release(id, { fieldGroup: 'NOTE' });
    expect(await read(id)).toMatchObject({ note: 'Later' });
  });

  test('holds a key of the metadata, a missing one, or all', async () => {
    const { id, one, two } = await twoSources(
      { name: 'N', metadata: { a: 1, b: 1 } },
      { metadata: { a: 2, c: 2 } },
    );
    await pin(id, { fieldGroup: 'METADATA', metadataKey: 'a', source: two });
    await pin(id, { fieldGroup: 'METADATA', metadataKey: 'd' });
    expect(await read(id)).toMatchObject({ metadata: { a: 2, b: 1, c: 2 } });
    await upsert({ source: one }, { metadata: { a: 3, b: 3, d: 3 } });
    expect((await read(id)).metadata).toEqual({ a: 2, b: 3, c: 2 });
    await pin(id, { fieldGroup: 'METADATA' });
    await upsert({ source: one }, { metadata: {} });
    expect((await read(id)).metadata).toEqual({ a: 2, b: 3, c: 2 });
    await release(id, { fieldGroup: 'METADATA', metadataKey: 'b' });
    expect((await read(id)).metadata).toEqual({ a: 2, c: 2 });
    await release(id, { fieldGroup: 'METADATA' });
    expect((await read(id)).metadata).toEqual({ a: 2, c: 2 });
    expect(await originOf(id, 'METADATA', 'a')).toEqual(['SOURCE', 'COMMERCE_LAYER']);
  });

  test('holds a list', async () => {
    const { id, one, two } = await twoSources({ name: 'N', tags: ['a'] }, { tags: ['b'] });
    await pin(id, { fieldGroup: 'TAGS', source: two });
    expect(await read(id)).toMatchObject({ tags: ['b'] });
    expect(await originOf(id, 'TAGS')).toEqual(['PIN']);
    await upsert({ source: one }, { tags: ['a', 'c'] });
    expect(await read(id)).toMatchObject({ tags: ['b'] });
    await release(id, { fieldGroup: 'TAGS' });
    expect(await read(id)).toMatchObject({ tags: ['a', 'b', 'c'] });
  });

  test('of a record that is removed stays', async () => {
    const { id, two } = await conflicting();
    await pin(id, { fieldGroup: 'NOTE', source: two });
    await mutate(service, 'customerSourceRemove', { by: { id }, source: two });
    expect(await read(id)).toMatchObject({ note: 'b' });
  });
});

describe('a release', () => {
  test('returns the value of the source, or of the baseline', async () => {
    const { id } = await conflicting();
    await mutate(person, 'customerUpdate', {
      by: { id },
      name: 'By hand',
      contactInfo: { email: 'a@b.example' },
    });
    await mutate(service, 'customerUpdate', { by: { id }, contactInfo: { email: 'base@b.example' } });
    const { version } = await read(id);
    await release(id, { fieldGroup: 'NAME' });
    await release(id, { fieldGroup: 'CONTACT_EMAIL' });
    expect(await read(id)).toMatchObject({
      ...{ name: 'Acme', version: version + 2, contactInfo: { email: 'base@b.example' } },
    });
    expect(await originOf(id, 'CONTACT_EMAIL')).toEqual(['BASELINE']);
  });

  test('returns the values of a customer without sources', async () => {
    const { customer } = await mutate(service, 'customerCreate', { name: 'Ours', note: 'n' });
    await mutate(person, 'customerUpdate', { by: { id: customer.id }, note: 'By hand' });
    expect(await originOf(customer.id, 'NOTE')).toEqual(['PIN']);
    await release(customer.id, { fieldGroup: 'NOTE' });
    expect(await read(customer.id)).toMatchObject({ note: 'n', name: 'Ours' });
  });

  test('of a field that is not pinned has no effect', async () => {
    const { id } = await conflicting();
    const before = await read(id);
    expect((await release(id, { fieldGroup: 'NAME' })).userErrors).toEqual([]);
    expect(await read(id)).toEqual(before);
  });
});

describe('errors', () => {
  test('name the wrong record, key and version', async () => {
    const { id, two } = await twoSources({ name: 'N', note: 'a' }, { name: 'M' });
    const before = await read(id);
    const faults = async (input: object) => faultsOf(await pin(id, input));
    expect(await faults({ fieldGroup: 'NOTE', source: augno() })).toEqual(['NOT_FOUND source']);
    for (const fieldGroup of ['NOTE', 'NUMBER', 'REFERENCE'])
      expect(await faults({ fieldGroup, source: two })).toEqual(['INVALID source']);
    expect(await faults({ fieldGroup: 'NOTE', source: { system: 'AUGNO', sourceId: ' ' } })).toEqual([
      'REQUIRED source.sourceId',
    ]);
    expect(await faults({ fieldGroup: 'NOTE', metadataKey: 'a' })).toEqual(['INVALID metadataKey']);
    expect(await faults({ fieldGroup: 'NAME', ifVersion: before.version + 1 })).toEqual([
      'STALE_VERSION ifVersion',
    ]);
    expect(faultsOf(await release(id, { fieldGroup: 'NAME', metadataKey: 'a' }))).toEqual([
      'INVALID metadataKey',
    ]);
    expect(faultsOf(await pin('cus_0', { fieldGroup: 'NAME' }))).toEqual(['NOT_FOUND by']);
    expect(await read(id)).toEqual(before);
  });

  test('name a record without values', async () => {
    const sourceId = word();
    const { customer } = await mutate(service, 'customerCreate', { name: 'Plain', shortId: sourceId });
    const source = { system: 'INVENTORY_PRO', sourceId };
    expect(faultsOf(await pin(customer.id, { fieldGroup: 'NOTE', source }))).toEqual(['INVALID source']);
    expect(faultsOf(await pin(customer.id, { fieldGroup: 'NOTE', source: augno() }))).toEqual([
      'NOT_FOUND source',
    ]);
  });

  test('name a record whose value another customer has', async () => {
    const { id, two } = await conflicting();
    const reference = word();
    await upsert({ source: two }, { reference });
    await mutate(service, 'customerUpdate', { by: { id }, reference: word() });
    await mutate(person, 'customerUpdate', { by: { id }, reference: null });
    const { customer: other } = await mutate(service, 'customerCreate', { name: 'Other', reference });
    expect(faultsOf(await pin(id, { fieldGroup: 'REFERENCE', source: two }))).toEqual(['TAKEN source']);
    await mutate(service, 'customerUpdate', { by: { id: other.id }, reference: null });
    await pin(id, { fieldGroup: 'REFERENCE', source: two });
    expect(await read(id)).toMatchObject({ reference });
  });
});

describe('requests', () => {
  test('can be dry runs', async () => {
    const { id, two } = await conflicting();
    const before = await read(id);
    const { customer } = await mutate(
      service,
      'customerFieldPin',
      { by: { id }, fieldGroup: 'NOTE', source: two, dryRun: true },
      'customer { note fieldOrigins { fieldGroup kind } }',
    );
    expect(customer).toMatchObject({ note: 'b' });
    expect(customer.fieldOrigins).toContainEqual({ fieldGroup: 'NOTE', kind: 'PIN' });
    expect(await read(id)).toEqual(before);
  });

  test('can be repeated by their key', async () => {
    const { id, two } = await conflicting();
    const input = { fieldGroup: 'NOTE', source: two, idempotencyKey: word() };
    await pin(id, input);
    const { version } = await read(id);
    await release(id, { fieldGroup: 'NOTE' });
    expect((await pin(id, input)).userErrors).toEqual([]);
    expect(await read(id)).toMatchObject({ note: 'a', version: version + 1 });
    expect(faultsOf(await pin(id, { ...input, source: null }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    ]);
  });
});
