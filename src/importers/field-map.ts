import { augnoTypes } from './augno/types.ts';
import { commerceLayerTypes } from './commerce-layer/types.ts';
import { customer } from './inventory-pro/mapper.ts';
import type { ObjectType } from './mapping/map-object.ts';

/** A path of a source object, and its path in the record’s item; null if it is left out. */
export interface MappedPath {
  readonly system: string;
  readonly type: string;
  readonly from: string;
  readonly to: string | null;
}

const pathsOf = (system: string, types: Readonly<Record<string, ObjectType>>): readonly MappedPath[] =>
  Object.entries(types).flatMap(([type, { table }]) =>
    table.fields.map((each) => ({ system, type, from: each.from, to: 'to' in each ? each.to : null })),
  );

/**
 * All fields that the mappers know, by system and type. A path of `record` is a property of the record: `sourceId`,
 * `modifiedAt`, `createdAt` or `deletedAt`.
 */
export const fieldMap: readonly MappedPath[] = [
  ...pathsOf('AUGNO', augnoTypes),
  ...pathsOf('INVENTORY_PRO', { customer }),
  ...pathsOf('COMMERCE_LAYER', commerceLayerTypes),
];
