import type { GraphQLNamedType } from 'graphql';
import type { Columns } from '../../db/statement.ts';
import type { ModelName } from '../../db/table.ts';
import type { Reads } from '../../loaders/index.ts';
import { type Field, type FieldFacts, isPartOf } from './field-facts.ts';

/** The connection field whose pages the rows come from; undefined for rows looked up by key. */
export type Origin = string | undefined;

const toRows = new Set(['edges', 'nodes', 'node']);

/** The origin of a field's objects, given their type and their parent's origin. */
export function originOf(
  { model, role, coordinate }: FieldFacts,
  { name }: Field,
  type: GraphQLNamedType,
  origin: Origin,
): Origin {
  if (role === 'connection') return coordinate;
  // From a connection to its rows, or from a row to a part of it.
  const isSame = model === undefined ? toRows.has(name) : isPartOf(type, model);
  return isSame ? origin : undefined;
}

class ColumnsOf {
  readonly names = new Set<string>();
  #isAll = false;

  add(columns: readonly string[] | 'all'): void {
    if (columns === 'all') this.#isAll = true;
    else for (const column of columns) this.names.add(column);
  }

  addAll({ names, selected }: ColumnsOf): void {
    if (selected === undefined) this.#isAll = true;
    else for (const name of names) this.names.add(name);
  }

  get selected(): Columns {
    return this.#isAll ? undefined : this.names;
  }
}

/** The columns of one model. */
class ModelColumns {
  readonly anywhere = new ColumnsOf();
  readonly byKey = new ColumnsOf();
  /** The columns of rows that resolvers load, whose origin is unknown. */
  readonly unknown = new ColumnsOf();
  readonly lists = new Map<string, ColumnsOf>();

  of(origin: Origin): ColumnsOf {
    if (origin === undefined) return this.byKey;
    const columns = this.lists.get(origin) ?? new ColumnsOf();
    this.lists.set(origin, columns);
    return columns;
  }
}

/** The columns that an operation reads of its rows, by origin. */
export class ReadColumns implements Reads {
  readonly #models = new Map<ModelName, ModelColumns>();
  #isEverything = false;

  /** Whether all columns are read, since a resolver does not declare its columns. */
  get isEverything(): boolean {
    return this.#isEverything;
  }

  /** Adds the columns that a field reads, for parents of this origin. */
  add({ model, reads }: FieldFacts, origin: Origin): void {
    if (reads === 'undeclared') {
      this.#isEverything = true;
      return;
    }
    const { parent, others } = reads;
    if (model !== undefined && parent !== undefined) {
      const columns = this.#of(model);
      columns.of(origin).add(parent);
      columns.anywhere.add(parent);
    }
    for (const other in others) {
      const columns = others[other as ModelName];
      if (columns !== undefined) this.#of(other as ModelName).unknown.add(columns);
    }
  }

  /**
   * Completes the columns. Rows loaded by resolvers can have any origin, and rows of a page are not looked up
   * again by key. So every origin includes the columns of both.
   */
  finish(): void {
    for (const { anywhere, byKey, unknown, lists } of this.#models.values()) {
      byKey.addAll(unknown);
      for (const columns of [anywhere, ...lists.values()]) columns.addAll(byKey);
    }
  }

  byKey(model: ModelName): Columns {
    return this.#isEverything ? undefined : this.#of(model).byKey.selected;
  }

  ofList(model: ModelName, list: string): Columns {
    if (this.#isEverything) return undefined;
    const [field = list] = list.split('(');
    const { lists, anywhere } = this.#of(model);
    return (lists.get(field) ?? anywhere).selected;
  }

  anywhere(model: ModelName): Columns {
    return this.#isEverything ? undefined : this.#of(model).anywhere.selected;
  }

  #of(model: ModelName): ModelColumns {
    const columns = this.#models.get(model) ?? new ModelColumns();
    this.#models.set(model, columns);
    return columns;
  }
}
