import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../../drills/import/contents.mjs';
import { type SourceSystem, sourceSystems } from '../../../src/domain/source-system.ts';
import { matchKeys } from '../../../src/importers/run/match-keys.ts';
import { maxSizes } from '../../../src/importers/run/window.ts';
import * as add from '../../builders.ts';
import { asyncProperty } from '../../property.ts';
import { runs as runsFor } from '../../runs.ts';
import { openPasses } from './passes.ts';
import { fileOf, inOrderOf, keyed, placed, plans, type Run, runsOf, systems } from './plans.ts';
import { worlds } from './world.ts';

const { contentsAfter, importAll, importBroken, importOne, owner } = await openPasses();

test('the same documents in any order, batches and files, repeated, and after any crash, give the same account', async () => {
  await fc.assert(
    asyncProperty(worlds, plans, async (world, plan) => {
      const expected = await contentsAfter((id) =>
        importAll(
          id,
          systems.map((system) => fileOf(system, world[system], maxSizes)),
        ),
      );

      const found = await contentsAfter(async (id) => {
        const runs = runsOf(world, plan);
        await importBroken(id, runs, plan);
        return importAll(id, runs);
      });

      expect(differences(expected, found)).toEqual([]);
    }),
    runsFor(8, 40),
  );
});

const key = (name: string) =>
  fc.option(
    fc.nat(2).map((at) => `${name}${at}`),
    { nil: undefined },
  );
const keyedItems = fc.record({
  ...{ number: key('N-'), shortId: key('S'), reference: key('R'), referenceOrigin: key('O') },
  shopper: key('c').map((each) => (each === undefined ? undefined : { email: `${each}@x.example` })),
});

const itemsOf = fc.array(keyedItems, { minLength: 1, maxLength: 6 });

test('with --match and keys of several records, no record is lost, and a customer has one of each system', async () => {
  const given = fc.record({ AUGNO: itemsOf, COMMERCE_LAYER: itemsOf, OTHER: itemsOf });
  const matches = fc.shuffledSubarray([...matchKeys]);
  await fc.assert(
    asyncProperty(given, matches, plans, async (items, match, plan) => {
      const { id } = await add.addAccount(owner);
      const records = Object.entries(items).flatMap(([system, list]) =>
        list.map((item, at) => keyed(system as SourceSystem, `${system}:${at}`, item)),
      );
      const runs = Object.values(sourceSystems).flatMap((of) =>
        placed(
          records.filter(({ system }) => system === of),
          plan,
        ).map(
          (file): Run => ({
            ...{ of, match, sizes: plan },
            async *records() {
              yield* file;
            },
          }),
        ),
      );
      const ordered = inOrderOf(plan, runs);

      await importBroken(id, ordered, plan);
      const rejected: string[] = [];
      for (const run of [...ordered, ...ordered]) rejected.push(...(await importOne(id, run)).rejected);

      const stored = await owner.customerSource.findMany({ where: { accountId: id } });
      const own = stored.filter(({ raw }) => raw !== null);
      expect(rejected).toEqual([]);
      expect(own.map(({ sourceId }) => sourceId).sort()).toEqual(
        records.map(({ sourceId }) => sourceId).sort(),
      );
      const linked = own.map(({ customerId, system }) => `${customerId} ${system}`);
      expect(new Set(linked).size).toBe(linked.length);
    }),
    runsFor(8, 40),
  );
});
