import { expect, test } from 'vitest';
import { augno } from '../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import * as add from '../builders.ts';
import { openGateway } from '../gateway.ts';
import { importText } from '../importers/run/import-text.ts';
import { samples, type Variant, variantsWith } from './bad-values.ts';

const { db, serving } = await openGateway();

const systems = { AUGNO: augno, INVENTORY_PRO: inventoryPro, COMMERCE_LAYER: commerceLayer };

const values = {
  'an object': {},
  'a list': [[]],
  'a Boolean': true,
  'a negative number': -1.5,
  'a long text': 'x'.repeat(10_001),
  'an unknown text': '?!',
  null: null,
  'an empty text': ' ',
};

/** Fields without which an object cannot be added, by its type. */
const required: Readonly<Record<string, readonly string[]>> = {
  unit: ['name', 'abbreviation', 'type', 'ratio_numerator', 'ratio_denominator'],
  account_group: ['name', 'type'],
  carrier: ['name'],
  service_level: ['name', 'service_level_token', 'carrier'],
  payment_term: ['name'],
  shipping_term: ['name', 'type'],
  role: ['name'],
  department: ['name'],
  address: ['customer'],
  customer_groups: ['attributes.name'],
  order_subscriptions: ['attributes.frequency'],
  sku_lists: ['attributes.name', 'attributes.slug', 'relationships.customer.data'],
  customer_payment_sources: ['relationships.payment_source.data.type', 'relationships.customer.data'],
  attachments: ['attributes.name', 'relationships.attachable.data'],
};

const isRequired = ({ type, path }: Variant): boolean =>
  ['id', 'shortID', ...(required[type] ?? [])].includes(path);

const linesOf = (documents: readonly object[]): string =>
  documents.map((each) => `${JSON.stringify(each)}\n`).join('');

const cases = Object.keys(systems).flatMap((system) =>
  Object.keys(values).map((name) => [system as keyof typeof systems, name as keyof typeof values] as const),
);

test.for(cases)('%s: a field with %s leaves out that field only', async ([system, name]) => {
  const mapper = systems[system];
  const { id: accountId } = await add.addAccount(db);
  const whole = (samples[system] ?? []).map(({ object, document }) => document(object));
  const base = await importText(serving, accountId, mapper, linesOf(whole));
  expect([base.rejects, base.warnings]).toEqual([[], []]);
  const variants = variantsWith(system, values[name]);

  const { rejects, warnings } = await importText(
    serving,
    accountId,
    mapper,
    linesOf(variants.map(({ document }) => document)),
  );

  const rejected = rejects.flatMap((each) => {
    const { position, errors } = each as { position: string; errors: readonly object[] };
    const variant = variants[Number(/:(\d+)/.exec(position)?.[1]) - 1];
    return variant !== undefined && isRequired(variant) ? [] : [[variant?.type, variant?.path, errors]];
  });
  expect(rejected).toEqual([]);
  if (name !== 'an object') return;
  const isNamed = ({ path }: Variant) => warnings.some((each) => each.endsWith(` ${path}`));
  const silent = variants.filter((each) => !isNamed(each) && !isRequired(each));
  // An object is a value of it.
  expect(silent.map(({ path }) => path).filter((path) => path !== 'attributes.metadata')).toEqual([]);
});
