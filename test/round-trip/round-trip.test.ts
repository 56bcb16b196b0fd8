import fc from 'fast-check';
import { expect, test } from 'vitest';
import { augnoForm } from '../../src/exporters/augno.ts';
import { commerceLayerForm } from '../../src/exporters/commerce-layer.ts';
import type { Form } from '../../src/exporters/form.ts';
import { inventoryProForm } from '../../src/exporters/inventory-pro.ts';
import { ownForm } from '../../src/exporters/own-form.ts';
import { augno } from '../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../src/importers/commerce-layer/mapper.ts';
import { gateway } from '../../src/importers/gateway/mapper.ts';
import { inventoryPro } from '../../src/importers/inventory-pro/mapper.ts';
import type { Mapper } from '../../src/importers/record.ts';
import { isObject } from '../../src/is-object.ts';
import * as add from '../builders.ts';
import { carried, documents, exported } from '../exporters/exported.ts';
import { openGateway } from '../gateway.ts';
import { importText } from '../importers/run/import-text.ts';
import { asyncProperty } from '../property.ts';
import { runs } from '../runs.ts';
import { salesDocuments } from './augno.ts';
import { shopDocuments } from './commerce-layer.ts';
import { exportDifferences } from './differences.ts';
import { timeZone, warehouseDocuments } from './inventory-pro.ts';

const { db, serving, url } = await openGateway();
const own = ownForm({ withShopRecords: true });
const newAccount = async () => (await add.addAccount(db)).id;

interface System {
  readonly name: string;
  readonly mapper: Mapper;
  /** Writes a document on each line. */
  readonly lines: Form;
  /** Writes pages. */
  readonly pages: Form;
  readonly generated: fc.Arbitrary<readonly object[]>;
}

const systems: readonly System[] = [
  {
    ...{ name: 'AUGNO', mapper: augno, generated: salesDocuments },
    ...{ lines: augnoForm({ isLines: true }), pages: augnoForm({ isLines: false }) },
  },
  {
    ...{ name: 'INVENTORY_PRO', mapper: inventoryPro, generated: warehouseDocuments },
    lines: inventoryProForm({ timeZone, isLines: true }),
    pages: inventoryProForm({ timeZone, isLines: false }),
  },
  {
    ...{ name: 'COMMERCE_LAYER', mapper: commerceLayer, generated: shopDocuments },
    ...{ lines: commerceLayerForm({ isLines: true }), pages: commerceLayerForm({ isLines: false }) },
  },
];

/** The type of a part of a document: `object` at Augno, `type` of resources, or else that of the whole. */
function typeOf({ object, type, attributes, id }: Readonly<Record<string, unknown>>, outer: string): string {
  if (typeof object === 'string') return object;
  return typeof type === 'string' && typeof id === 'string' && attributes === undefined ? type : outer;
}

/** A document without the fields that exports have otherwise, and without the order of lists. */
function compared(system: string, value: unknown, outer = 'customer'): unknown {
  if (Array.isArray(value)) return value.map((each) => JSON.stringify(compared(system, each, outer))).sort();
  if (!isObject(value)) return value;
  const type = isObject(value.attributes) ? String(value.type) : typeOf(value, outer);
  const differs = (name: string) =>
    exportDifferences.some(
      (each) =>
        each.system === system && (each.object === '*' || each.object === type) && each.fields.includes(name),
    );
  const fields = Object.entries(value).filter(([name]) => !differs(name));
  return Object.fromEntries(
    fields.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, each]) => [name, compared(system, each, type)]),
  );
}

const linesOf = (all: readonly object[]): string => all.map((each) => `${JSON.stringify(each)}\n`).join('');

/** Imports a text, of which nothing is rejected or left out. Returns the numbers of records by their outcomes. */
async function importWhole(accountId: string, mapper: Mapper, text: string) {
  const { report, rejects, warnings } = await importText(serving, accountId, mapper, text, { timeZone });
  expect({ rejects, warnings, unknown: report.unknownFields }).toEqual({
    rejects: [],
    warnings: [],
    unknown: [],
  });
  return { created: report.total('created'), updated: report.total('updated') };
}

test.for(systems)(
  'the export of an import from $name is the same documents',
  async ({ name, mapper, lines, generated }) => {
    await fc.assert(
      asyncProperty(generated, async (given) => {
        const accountId = await newAccount();
        await importWhole(accountId, mapper, linesOf(given));

        const found = await documents(url, accountId, lines);

        expect(compared(name, found)).toEqual(compared(name, given));
      }),
      runs(10),
    );
  },
);

test.for(systems)(
  'the import of an export for $name changes nothing',
  async ({ mapper, lines, pages, generated }) => {
    await fc.assert(
      asyncProperty(generated, async (given) => {
        const accountId = await newAccount();
        await importWhole(accountId, mapper, linesOf(given));
        const before = await exported(url, accountId, own);

        for (const form of [pages, lines]) {
          const { created } = await importWhole(accountId, mapper, await exported(url, accountId, form));
          expect(created).toBe(0);
          expect(await exported(url, accountId, own)).toBe(before);
        }
      }),
      runs(5),
    );
  },
);

test.for(systems)('customers from $name are the same in another account', async ({ mapper, generated }) => {
  await fc.assert(
    asyncProperty(generated, async (given) => {
      const [first, second] = [await newAccount(), await newAccount()];
      await importWhole(first, mapper, linesOf(given));
      const text = await exported(url, first, own);

      await importWhole(second, gateway, text);
      expect(carried(await documents(url, second, own))).toEqual(carried(await documents(url, first, own)));
      expect(await importWhole(first, gateway, text)).toEqual({ created: 0, updated: 0 });
      expect(await exported(url, first, own)).toBe(text);
    }),
    runs(5),
  );
});
