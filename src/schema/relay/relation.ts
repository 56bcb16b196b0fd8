import type { ObjectRef } from '@pothos/core';
import type { Context } from '../../context.ts';
import type { ModelName, Row } from '../../db/model/table.ts';
import type { List } from '../../db/read/list.ts';
import type { Sort } from '../../db/read/order.ts';
import { prices } from '../../prices.ts';
import { nestedFilter } from '../filter/nested-list.ts';
import { builder, type Types } from './builder.ts';
import { pageOf } from './connection.ts';
import type { PageArgs } from './page-request.ts';
import { reads } from './reads.ts';

export type RowRef<M extends ModelName> = ObjectRef<Types, Row<M>> & { readonly name: string };

/** The type of a model's rows. It has the model's name, by which relations find their loader. */
export function rowRef<M extends ModelName>(model: M): RowRef<M> {
  return builder.objectRef<Row<M>>(model);
}

export const modelOf = <M extends ModelName>(ref: RowRef<M>): M => ref.name as M;

export function node<M extends ModelName>(model: M) {
  return {
    id: { resolve: (row: Row<M>) => (row as { readonly id: string }).id },
    loadOne: (id: string, { loaders }: Context) => loaders.row(model).defer(id),
  };
}

type ForeignKey<Parent> = { [K in keyof Parent]: Parent[K] extends string | null ? K : never }[keyof Parent];

/** A field for the row that a column refers to; null if the column is null. */
export function one<M extends ModelName, Parent>(
  type: RowRef<M>,
  key: ForeignKey<Parent>,
  description: string,
) {
  const model = modelOf(type);
  return {
    type,
    nullable: true as const,
    description,
    extensions: reads([String(key)]),
    resolve: (parent: Parent, _args: object, { loaders }: Context) => {
      const id = parent[key] as string | null;
      return id === null ? null : loaders.row(model).defer(id);
    },
  };
}

/** Like `one`, where the database guarantees that the row exists. */
export function theOne<M extends ModelName, Parent>(
  type: RowRef<M>,
  key: ForeignKey<Parent>,
  description: string,
) {
  const { resolve, ...options } = one<M, Parent>(type, key, description);
  function found(row: Row<M> | null): Row<M> {
    if (row === null) throw new Error(`${String(key)} names no ${type.name}.`);
    return row;
  }
  return {
    ...options,
    nullable: false as const,
    resolve: (parent: Parent, args: object, context: Context) =>
      resolve(parent, args, context)?.map(found) ?? found(null),
  };
}

export const newestFirst: readonly Sort[] = [{ field: 'createdAt', descending: true }];

export function many<M extends ModelName, Parent extends { readonly id: string }>(
  type: RowRef<M>,
  list: Omit<List<M>, 'model' | 'order'> & { readonly order?: readonly Sort[] },
  description: string,
) {
  const declared: List<M> = { order: newestFirst, ...list, model: modelOf(type) };
  const { args: filter, choose, cost } = nestedFilter(declared);
  return {
    type,
    description,
    args: filter,
    extensions: { ...reads(), ...cost },
    resolve: (parent: Parent, args: PageArgs, { loaders }: Context) =>
      pageOf(declared, parent.id, args, loaders, choose),
  };
}

export function connectionOf<M extends ModelName>(type: RowRef<M>) {
  const name = modelOf(type);
  return builder.connectionObject(
    {
      type,
      name: `${name}Connection`,
      description: `A page of a list of ${name} objects.`,
      fields: (t) => ({
        totalCount: t.int({
          description:
            'The number of items in the list under its filter, across all pages. Exact; counted only when selected.',
          extensions: {
            cost: {
              base: (name === 'CustomerEvent' ? prices.totalCount : prices.nestedTotalCount).units,
              passes: 1,
            },
            ...reads(),
          },
          resolve: (connection) => connection.totalCount(),
        }),
      }),
    },
    { name: `${name}Edge`, description: `An item of a page of ${name} objects, with its cursor.` },
  );
}
