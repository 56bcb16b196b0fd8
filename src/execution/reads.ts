import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { Columns } from '../db/statement.ts';
import { type ModelName, modelNamed } from '../db/table.ts';
import type { Reads } from '../loaders/index.ts';
import type { DeclaredReads } from '../schema/reads.ts';
import type { Selection, Shape } from './plan.ts';
import type { SelectionCount } from './selection-count.ts';

type Field = GraphQLField<unknown, unknown>;

const partOf = (type: GraphQLNamedType) => type.extensions.partOf as string | undefined;

/**
 * The model whose rows are a type's objects: the one of
 * the same name, or the one that the type shows a part of.
 */
export const modelOf = (type: GraphQLNamedType): ModelName | undefined =>
  modelNamed(partOf(type) ?? type.name);

/** The parent's property that a field exposes unchanged; undefined if the field has a resolver. */
export function propertyOf(field: Field): string | undefined {
  if (field.resolve === undefined) return field.name;
  return field.extensions.pothosExposedField as string | undefined;
}

/** The connection field whose pages the rows come from; undefined for rows looked up by key. */
type Origin = string | undefined;

const isConnection = (type: GraphQLNamedType): boolean => type.name.endsWith('Connection');
const toRows = new Set(['edges', 'nodes', 'node']);

/** The origin of a field's objects, given its parent's origin. */
function originOf(parent: GraphQLNamedType, field: Field, type: GraphQLNamedType, origin: Origin): Origin {
  if (isConnection(type)) return `${parent.name}.${field.name}`;
  const model = modelOf(parent);
  // From a connection to its rows, or from a row to a part of it.
  const isSame = model === undefined ? toRows.has(field.name) : partOf(type) === model;
  return isSame ? origin : undefined;
}

function* selectionsOf(shape: Shape): Iterable<Selection> {
  if (shape.kind === 'list') yield* selectionsOf(shape.of);
  else if (shape.kind === 'object') yield shape.selection;
  else if (shape.kind === 'abstract') yield* shape.selections.values();
}

class ColumnsOf {
  readonly names = new Set<string>();
  #isAll = false;

  add(columns: readonly string[] | 'all'): void {
    if (columns === 'all') this.#isAll = true;
    else for (const column of columns) this.names.add(column);
  }

  addAll({ names, wanted }: ColumnsOf): void {
    this.add(wanted === undefined ? 'all' : [...names]);
  }

  get wanted(): Columns {
    return this.#isAll ? undefined : this.names;
  }
}

type Where = 'anywhere' | 'by key' | 'unseen' | `list ${string}`;

/** The columns that an operation reads of its rows, by origin. */
export class ReadColumns implements Reads {
  readonly #columns = new Map<string, ColumnsOf>();
  #everything = false;

  constructor(root: Selection, count: SelectionCount) {
    this.#walk(root, undefined, new Map(), count);
    // Rows loaded by resolvers can have any origin, and rows of a page are not
    // looked up again by key. So every origin includes the columns of both.
    for (const key of this.#columns.keys()) {
      const [model] = key.split(' ') as [ModelName];
      this.#of(model, 'anywhere');
      for (const where of ['unseen', 'by key'] as const)
        this.#columns.get(key)?.addAll(this.#of(model, where));
    }
  }

  byKey(model: ModelName): Columns {
    return this.#wanted(model, 'by key');
  }

  ofList(model: ModelName, list: string): Columns {
    const [field = list] = list.split('(');
    const isSeen = this.#columns.has(`${model} list ${field}`);
    return this.#wanted(model, isSeen ? `list ${field}` : 'anywhere');
  }

  anywhere(model: ModelName): Columns {
    return this.#wanted(model, 'anywhere');
  }

  #wanted(model: ModelName, where: Where): Columns {
    return this.#everything ? undefined : this.#of(model, where).wanted;
  }

  #of(model: ModelName, where: Where): ColumnsOf {
    const key = `${model} ${where}`;
    const known = this.#columns.get(key) ?? new ColumnsOf();
    this.#columns.set(key, known);
    return known;
  }

  #walk(
    selection: Selection,
    origin: Origin,
    seen: Map<Selection, Set<Origin>>,
    count: SelectionCount,
  ): void {
    const origins = seen.get(selection) ?? new Set();
    if (origins.has(origin)) return;
    const { type, fields } = selection;
    count.add(fields.length);
    seen.set(selection, origins.add(origin));
    for (const { constant, definition, shape } of fields) {
      if (constant !== undefined) continue;
      this.#field(type, definition, origin);
      for (const inner of selectionsOf(shape))
        this.#walk(inner, originOf(type, definition, inner.type, origin), seen, count);
    }
  }

  #field(parent: GraphQLNamedType, field: Field, origin: Origin): void {
    const model = modelOf(parent);
    const property = propertyOf(field);
    const declared = field.extensions.reads as DeclaredReads | undefined;
    // The resolver does not declare its reads, so all columns are read.
    if (property === undefined && declared === undefined) this.#everything = true;
    if (model) {
      const columns = property === undefined ? (declared?.parent ?? []) : [property];
      this.#of(model, origin === undefined ? 'by key' : `list ${origin}`).add(columns);
      this.#of(model, 'anywhere').add(columns);
    }
    for (const [other, columns] of Object.entries(property === undefined ? (declared?.others ?? {}) : {}))
      this.#of(other as ModelName, 'unseen').add(columns);
  }
}
