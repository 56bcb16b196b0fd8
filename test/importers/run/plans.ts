import fc from 'fast-check';
import type { SourceSystem } from '../../../src/domain/source-system.ts';
import { augno } from '../../../src/importers/augno/mapper.ts';
import { commerceLayer } from '../../../src/importers/commerce-layer/mapper.ts';
import { inventoryPro } from '../../../src/importers/inventory-pro/mapper.ts';
import { readRecords } from '../../../src/importers/read-records.ts';
import type { Rejection, SourceRecord } from '../../../src/importers/record.ts';
import type { MatchKey } from '../../../src/importers/run/match-keys.ts';
import type { Sizes } from '../../../src/importers/run/window.ts';
import { streamOf } from '../read.ts';
import type { World } from './world.ts';

/** An import of one file. */
export interface Run {
  readonly records: () => AsyncIterable<SourceRecord | Rejection>;
  readonly of: SourceSystem;
  readonly match?: readonly MatchKey[];
  readonly sizes: Sizes;
}

const mappers = { augno, 'inventory-pro': inventoryPro, 'commerce-layer': commerceLayer } as const;

type System = keyof World;
export const systems = Object.keys(mappers) as readonly System[];

export const fileOf = (system: System, documents: readonly object[], sizes: Sizes): Run => ({
  ...{ sizes, of: mappers[system].system },
  records: () => {
    const lines = documents.map((each) => JSON.stringify(each)).join('\n');
    return readRecords(streamOf(lines), mappers[system], { timeZone: 'UTC' });
  },
});

/** A record of a customer whose item has these fields. */
export function keyed(system: SourceSystem, sourceId: string, item: object): SourceRecord {
  const by = { source: { system, sourceId } };
  const made = {
    ...{ kind: 'customer', system, sourceId, position: sourceId, raw: { sourceId, ...item } },
    ...{ modifiedAt: null, createdAt: null, deletedAt: null, warnings: [], unknownPaths: [] },
    item: { by, ...item },
  };
  // The item has fields of customers.
  return made as unknown as SourceRecord;
}

/** How documents are divided into files and batches, in which order, and at which statements imports break. */
export const plans = fc.record({
  keys: fc.array(fc.nat(1_000), { minLength: 30, maxLength: 30 }),
  files: fc.integer({ min: 1, max: 2 }),
  repeated: fc.array(fc.nat(30), { maxLength: 5 }),
  window: fc.integer({ min: 2, max: 20 }),
  batch: fc.integer({ min: 1, max: 5 }),
  breaksAt: fc.array(fc.integer({ min: 1, max: 80 }), { maxLength: 3 }),
});

export type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

const keyAt = ({ keys }: Plan, at: number): number => keys[at % keys.length] ?? 0;

/** The values in another order, with repetitions, in several files. */
export function placed<T>(values: readonly T[], plan: Plan): readonly (readonly T[])[] {
  const all = [...values, ...plan.repeated.flatMap((at) => values[at % values.length] ?? [])]
    .map((value, at) => ({ value, key: keyAt(plan, at), file: keyAt(plan, at + 7) % plan.files }))
    .sort((a, b) => a.key - b.key);
  return Array.from({ length: plan.files }, (_, file) =>
    all.filter((each) => each.file === file).map(({ value }) => value),
  );
}

export const inOrderOf = (plan: Plan, runs: readonly Run[]): readonly Run[] =>
  runs
    .map((run, at) => ({ run, key: keyAt(plan, at + 13) }))
    .sort((a, b) => a.key - b.key)
    .map(({ run }) => run);

export const runsOf = (world: World, plan: Plan): readonly Run[] =>
  inOrderOf(
    plan,
    systems.flatMap((system) =>
      placed(world[system], plan).map((documents) => fileOf(system, documents, plan)),
    ),
  );
