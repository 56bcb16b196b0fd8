import { augnoLeftOutTypes, augnoTypes } from './augno/types.ts';
import { commerceLayerLeftOutTypes, commerceLayerTypes } from './commerce-layer/types.ts';
import { customer } from './inventory-pro/mapper.ts';
import type { ObjectType } from './mapping/map-object.ts';

/** A path of a source object, and its path in the record’s item, or the reason why it is left out. */
export type MappedPath = { readonly system: string; readonly type: string; readonly from: string } & (
  | { readonly to: string }
  | { readonly leftOut: string }
);

const pathsOf = (system: string, types: Readonly<Record<string, ObjectType>>): readonly MappedPath[] =>
  Object.entries(types).flatMap(([type, { table }]) =>
    table.fields.map((each) => ({
      ...{ system, type, from: each.from },
      ...('to' in each ? { to: each.to } : { leftOut: each.leftOut }),
    })),
  );

/** Types without records have one row, with an empty path. */
const leftOutTypes = (system: string, types: Readonly<Record<string, string>>): readonly MappedPath[] =>
  Object.entries(types).map(([type, leftOut]) => ({ system, type, from: '', leftOut }));

/**
 * All fields that the mappers know, by system and type. A path of `record` is a property of the record: `sourceId`,
 * `modifiedAt`, `createdAt` or `deletedAt`.
 */
export const fieldMap: readonly MappedPath[] = [
  ...pathsOf('AUGNO', augnoTypes),
  ...leftOutTypes('AUGNO', augnoLeftOutTypes),
  ...pathsOf('INVENTORY_PRO', { customer }),
  ...pathsOf('COMMERCE_LAYER', commerceLayerTypes),
  ...leftOutTypes('COMMERCE_LAYER', commerceLayerLeftOutTypes),
];
