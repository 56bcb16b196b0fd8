import type { Row } from '../../../db/model/table.ts';
import { maxSourceRecords } from '../../source/key.ts';
import type { Faults } from '../../write/faults.ts';
import type { Write } from '../../write/writer.ts';
import type { CustomerLists } from '../derive/values.ts';
import { maxPriceGroups } from '../plan.ts';
import { loadPriceGroups } from '../price-groups.ts';
import { loadTags, maxTags } from '../tags.ts';
import type { MergeSet } from './merge-set.ts';

export interface Union {
  readonly priceGroupIds: readonly string[];
  readonly tags: readonly string[];
  readonly listsOf: (id: string) => CustomerLists;
  readonly records: readonly Row<'CustomerSource'>[];
}

export async function loadUnion(write: Write, { target, duplicates }: MergeSet): Promise<Union> {
  const ids = [target.id, ...duplicates.map(({ id }) => id)];
  const groups = await loadPriceGroups(write, ids);
  const tags = await loadTags(write, ids);
  const all = (lists: ReadonlyMap<string, readonly string[]>) => [...new Set([...lists.values()].flat())];
  return {
    priceGroupIds: all(groups),
    tags: all(tags),
    listsOf: (id) => ({ priceGroups: groups.get(id) ?? [], tags: tags.get(id) ?? [] }),
    records: await write.rows('CustomerSource', 'customerId', ids),
  };
}

export function checkUnion({ priceGroupIds, tags, records }: Union, faults: Faults): void {
  const check = (count: number, most: number, what: string) => {
    if (count > most)
      faults.add(
        'LIMIT_EXCEEDED',
        'duplicates',
        `The target would have more than ${most} ${what}, the maximum; remove some first.`,
        {
          of: 'Customer',
          message: `The target would have ${count} ${what}; the maximum is ${most}. Remove some first.`,
        },
      );
  };
  check(tags.length, maxTags, 'tags');
  check(priceGroupIds.length, maxPriceGroups, 'price groups');
  check(records.length, maxSourceRecords, 'records in source systems');
}

export function checkMergeSet({ target, duplicates, children, paths }: MergeSet, faults: Faults): void {
  const merged = new Set(duplicates.map(({ id }) => id));
  const staysChild = target.parentId !== null && !merged.has(target.parentId);
  const parents = new Set(children.map(({ parentId }) => parentId));
  for (const { id } of duplicates)
    if (staysChild && parents.has(id))
      faults.add(
        'HIERARCHY_DEPTH',
        paths.get(id) ?? 'duplicates',
        'The duplicate has children and the target has a parent, and the hierarchy has two levels; make the target standalone first.',
      );
  if (target.discontinuedAt !== null && duplicates.some(({ discontinuedAt }) => discontinuedAt === null))
    faults.add(
      'DISCONTINUED',
      'target',
      'The target is discontinued and a duplicate is active; reactivate the target first, or merge into that duplicate.',
    );
}
