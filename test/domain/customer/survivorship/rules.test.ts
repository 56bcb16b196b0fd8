import { beforeEach, describe, expect, test } from 'vitest';
import * as add from '../../../builders.ts';
import { faultsOf, mutate } from '../../../mutation.ts';
import { everythingWritten } from '../../everything-written.ts';
import { openRules } from './open.ts';

const rules = await openRules();
const { accountId, service, person, pool, upsert, twoSources, set, rederive, read, run, as, db } = rules;

const shopFirst = (fieldGroup: string) => ({
  ...{ fieldGroup, kind: 'SOURCE_SEQUENCE', systems: ['COMMERCE_LAYER'] },
});
const defaults = ['NAME', 'NOTE', 'TAGS', 'METADATA', 'NUMBER'].map((fieldGroup) => ({ fieldGroup }));

beforeEach(async () => {
  await set(defaults);
  await rederive();
});

const ofGroup = (all: readonly { readonly fieldGroup: string }[], group: string) =>
  all.find(({ fieldGroup }) => fieldGroup === group);

describe('the rules', () => {
  test('are the defaults until they are set, and again when they are reset', async () => {
    const name = { fieldGroup: 'NAME', kind: 'SOURCE_SEQUENCE', isDefault: true };
    const systems = ['AUGNO', 'INVENTORY_PRO', 'COMMERCE_LAYER', 'OTHER'];
    const { data } = await service.execute('{ survivorshipRules { fieldGroup kind systems isDefault } }');
    expect(data.survivorshipRules).toHaveLength(24);
    expect(ofGroup(data.survivorshipRules, 'NAME')).toEqual({ ...name, systems });
    expect(ofGroup(data.survivorshipRules, 'TAGS')).toMatchObject({ kind: 'UNION', isDefault: true });

    const changed = await set([
      { fieldGroup: 'NAME', kind: 'MOST_RECENT', systems: ['OTHER', 'INVENTORY_PRO'] },
      { fieldGroup: 'TAGS', kind: 'SOURCE_SEQUENCE' },
    ]);
    expect(ofGroup(changed.rules, 'NAME')).toEqual({
      ...{ fieldGroup: 'NAME', kind: 'MOST_RECENT', isDefault: false },
      systems: ['OTHER', 'INVENTORY_PRO', 'AUGNO', 'COMMERCE_LAYER'],
    });
    expect(ofGroup(changed.rules, 'TAGS')).toMatchObject({ kind: 'SOURCE_SEQUENCE', systems });

    const reset = await set([{ fieldGroup: 'NAME', kind: null }, { fieldGroup: 'TAGS' }]);
    expect(ofGroup(reset.rules, 'NAME')).toEqual({ ...name, systems });
    expect(ofGroup(reset.rules, 'TAGS')).toMatchObject({ kind: 'UNION', isDefault: true });
  });

  test('that are invalid are all reported, and nothing is saved', async () => {
    const before = await everythingWritten(pool);
    const result = await set([
      { fieldGroup: 'NAME', kind: 'UNION' },
      { fieldGroup: 'METADATA', kind: 'UNION' },
      { fieldGroup: 'NAME', kind: 'MOST_RECENT' },
      { fieldGroup: 'NOTE', kind: 'MOST_RECENT', systems: ['OTHER', 'AUGNO', 'OTHER'] },
      { fieldGroup: 'STATUS', systems: ['OTHER'] },
    ]);
    expect(result).toMatchObject({ rules: null, run: null });
    expect(faultsOf(result)).toEqual([
      'INVALID rules.0.kind',
      'INVALID rules.1.kind',
      'INVALID rules.2.fieldGroup',
      'INVALID rules.3.systems.2',
      'INVALID rules.4.systems',
    ]);
    expect(await everythingWritten(pool)).toBe(before);
  });

  test('that do not change start no run', async () => {
    await set([shopFirst('NAME')]);
    await rederive();
    const before = await everythingWritten(pool);
    expect((await set([shopFirst('NAME')])).run).toMatchObject({ state: 'DONE' });
    expect(await everythingWritten(pool)).toBe(before);
  });

  test('are those of their account', async () => {
    const { id: other } = await add.addAccount(db);
    await set([shopFirst('NAME')]);
    const { data } = await as(other).execute(
      '{ survivorshipRules { fieldGroup isDefault } survivorshipRun { state } }',
    );
    expect(ofGroup(data.survivorshipRules, 'NAME')).toMatchObject({ isDefault: true });
    expect(data.survivorshipRun).toBeNull();
  });
});

describe('writes after a change of the rules', () => {
  test('derive by the new rules, also before the run', async () => {
    await set([shopFirst('NAME')]);
    const { id, augno } = await twoSources({ name: 'Acme' }, { name: 'Shop' });
    expect(await read(id)).toMatchObject({ name: 'Shop' });
    await upsert({ source: augno }, { name: 'Acme 2' });
    expect(await read(id)).toMatchObject({ name: 'Shop' });
    await rederive();
  });

  test('take the value of the record that its source modified last', async () => {
    await set([{ fieldGroup: 'NOTE', kind: 'MOST_RECENT' }]);
    const { id, shop } = await twoSources({ note: 'Acme' }, { note: 'Shop' });
    const modified = (system: string, time: string) =>
      pool.query(
        'update customer_sources set source_modified_at = $3 where customer_id = $1 and system::text = $2',
        [...[id, system, time]],
      );
    await modified('AUGNO', '2026-01-01T00:00:00Z');
    await upsert({ source: shop }, { note: 'Without a time' });
    expect(await read(id)).toMatchObject({ note: 'Acme' });
    await modified('COMMERCE_LAYER', '2026-02-01T00:00:00Z');
    await upsert({ source: shop }, { note: 'Later' });
    expect(await read(id)).toMatchObject({ note: 'Later' });
  });

  test('that derive nothing read no rules', async () => {
    const seen = await service.statementsOf(
      'mutation { customerCreate(input: { name: "Plain", tags: ["a"] }) { customer { id } } }',
    );
    expect(seen).toContain('Customer insert');
    expect(seen.filter((name) => /survivorship/i.test(name))).toEqual([]);
  });
});

describe('the run', () => {
  test('derives all customers again, with an event by the one who set the rules', async () => {
    const { id } = await twoSources({ name: 'Acme', note: 'a' }, { name: 'Shop', note: 's' });
    const pinned = await twoSources({ name: 'Acme' }, { name: 'Shop' });
    await mutate(person, 'customerUpdate', { by: { id: pinned.id }, name: 'Pinned' });
    const single = await upsert({ source: { system: 'AUGNO', sourceId: add.word() } }, { name: 'Single' });
    const before = await read(id);
    const stay = [await read(pinned.id), await read(single.customer.id)];

    const { run: started } = await set([shopFirst('NAME')], {}, person);
    expect(started).toMatchObject({ state: 'RUNNING', derived: 0, changed: 0 });
    expect(await read(id)).toEqual(before);
    await rederive();

    const after = await read(id);
    expect(after).toMatchObject({ name: 'Shop', note: 'a', version: before.version + 1 });
    expect(after.events.nodes[0]).toEqual({
      ...{ action: 'UPDATE', actor: { type: 'ACCOUNT_USER' }, changes: [{ field: 'NAME' }] },
    });
    expect([await read(pinned.id), await read(single.customer.id)]).toEqual(stay);
    const { state, total, derived, changed, endedAt } = await run();
    expect({ state, isEnded: endedAt !== null, isAll: derived === total }).toEqual({
      ...{ state: 'DONE', isEnded: true, isAll: true },
    });
    expect(changed).toBeGreaterThan(0);
  });

  test('removes the items of lists that are not united any more, and adds them again', async () => {
    const { id } = await twoSources({ tags: ['a', 'b'] }, { tags: ['b', 'c'] });
    expect((await read(id)).tags).toEqual(['a', 'b', 'c']);
    await set([shopFirst('TAGS')]);
    await rederive();
    expect((await read(id)).tags).toEqual(['b', 'c']);
    await set([{ fieldGroup: 'TAGS' }]);
    await rederive();
    expect((await read(id)).tags).toEqual(['a', 'b', 'c']);
  });

  test('gives a number that two customers want to the first one', async () => {
    const [first, second, number] = [add.word(), add.word(), add.word()];
    const one = await twoSources({ number: first }, {});
    const two = await twoSources({ number: second }, {});
    await db.customerSource.updateMany({
      where: { customerId: { in: [one.id, two.id] }, system: 'COMMERCE_LAYER' },
      data: { values: { number } },
    });
    await set([shopFirst('NUMBER')]);
    await rederive();
    expect([(await read(one.id)).number, (await read(two.id)).number]).toEqual([number, second]);
  });
});

describe('a dry run', () => {
  test('counts what would change, shows a sample, and writes nothing', async () => {
    const { id } = await twoSources(
      { name: 'Acme', metadata: { a: 1 } },
      { name: 'Shop', metadata: { a: 2 } },
    );
    const before = await everythingWritten(pool);
    const given = [shopFirst('NAME'), shopFirst('METADATA')];
    const { customersChanged, sample, rules: shown } = await set(given, { dryRun: true });
    expect(ofGroup(shown, 'NAME')).toMatchObject({ isDefault: false });
    const all = await db.customer.count({ where: { accountId } });
    expect(customersChanged).toBeLessThanOrEqual(all);
    expect(sample.filter(({ customer }: { customer: { id: string } }) => customer.id === id)).toEqual([
      { customer: { id }, fieldGroup: 'NAME', metadataKey: null, oldValue: 'Acme', newValue: 'Shop' },
      { customer: { id }, fieldGroup: 'METADATA', metadataKey: 'a', oldValue: 1, newValue: 2 },
    ]);
    expect(await everythingWritten(pool)).toBe(before);

    await set(given);
    await rederive();
    expect((await run()).changed).toBe(customersChanged);
  });

  test('has a sample of at most 20 values', async () => {
    for (let at = 0; at < 21; at += 1) await twoSources({ note: `a${at}` }, { note: `s${at}` });
    const { customersChanged, sample } = await set([shopFirst('NOTE')], { dryRun: true });
    expect(customersChanged).toBeGreaterThanOrEqual(21);
    expect(sample).toHaveLength(20);
  });

  test('finds that a list loses its baseline', async () => {
    const { customer } = await mutate(service, 'customerCreate', { name: 'Ours', tags: ['ours'] });
    const source = { system: 'AUGNO', sourceId: add.word() };
    await mutate(service, 'customerSourceAdd', { by: { id: customer.id }, source });
    await upsert({ source }, { tags: ['theirs'] });
    const { sample } = await set([shopFirst('TAGS')], { dryRun: true });
    expect(sample).toContainEqual({
      ...{ customer: { id: customer.id }, fieldGroup: 'TAGS', metadataKey: null },
      ...{ oldValue: ['ours', 'theirs'], newValue: ['theirs'] },
    });
  });
});
