import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../../drills/import/contents.mjs';
import { type FieldGroup, fieldGroups } from '../../../src/db/model/field-group.ts';
import { sourceSystems } from '../../../src/domain/source-system.ts';
import { maxSizes } from '../../../src/importers/run/window.ts';
import { asyncProperty } from '../../property.ts';
import { runs as runsFor } from '../../runs.ts';
import { openPasses } from './passes.ts';
import { fileOf, keyed, plans, type Run, runsOf, systems } from './plans.ts';
import { worlds } from './world.ts';

const { contentsAfter, importAll, importBroken, importOne, owner } = await openPasses();

const joined = ['AUGNO ac_', 'WAREHOUSE S', 'COMMERCE_LAYER c'] as const;

/** Customers that have a record of each system already. */
const joinedCustomers: Run = {
  ...{ of: sourceSystems.OTHER, sizes: maxSizes },
  async *records() {
    for (const at of [0, 1, 2]) {
      const addSources = joined.map((each) => {
        const [system, prefix] = each.split(' ');
        return { system, sourceId: `${prefix}${at}` };
      });
      yield keyed(sourceSystems.OTHER, `crm:${at}`, { name: `Joined ${at}`, addSources });
    }
  },
};

/** The field groups whose value is that of the most recent record. */
const mostRecent = fc.subarray([...fieldGroups]);

async function begin(accountId: string, groups: readonly FieldGroup[]): Promise<void> {
  const data = groups.map((fieldGroup) => ({ accountId, fieldGroup, kind: 'MOST_RECENT' }));
  await owner.survivorshipRule.createMany({ data });
  await importOne(accountId, joinedCustomers);
}

test('documents of customers of three systems give the same account in any order, by any rules, and after any crash', async () => {
  await fc.assert(
    asyncProperty(worlds, plans, mostRecent, async (world, plan, groups) => {
      const expected = await contentsAfter(async (id) => {
        await begin(id, groups);
        return importAll(
          id,
          systems.map((system) => fileOf(system, world[system], maxSizes)),
        );
      });

      const found = await contentsAfter(async (id) => {
        await begin(id, groups);
        const runs = runsOf(world, plan);
        await importBroken(id, runs, plan);
        return importAll(id, runs);
      });

      expect(differences(expected, found)).toEqual([]);
    }),
    runsFor(8, 40),
  );
});
