import type { GraphQLField, GraphQLNamedType } from 'graphql';
import type { Columns } from '../db/statement.ts';
import { type ModelName, modelNamed } from '../db/table.ts';
import type { DeclaredReads } from '../schema/reads.ts';

type Field = GraphQLField<unknown, unknown>;

/** The model whose rows are a type's objects: of its own name, or the one that it shows a part of. */
export function modelOf(type: GraphQLNamedType): ModelName | undefined {
  return modelNamed((type.extensions.partOf as string | undefined) ?? type.name);
}

/** The property of the parent that a field shows as it is; undefined where it has a resolver of its own. */
export function propertyOf(field: Field): string | undefined {
  if (field.resolve === undefined) return field.name;
  return field.extensions.pothosExposedField as string | undefined;
}

/** Which columns an operation reads, of every model that it touches. */
export class ReadColumns {
  readonly #columns = new Map<ModelName, Set<string>>();
  readonly #whole = new Set<ModelName>();
  readonly #none: Columns = new Set();
  #everything = false;

  of(model: ModelName): Columns {
    return this.#everything || this.#whole.has(model) ? undefined : (this.#columns.get(model) ?? this.#none);
  }

  add(parent: GraphQLNamedType, field: Field): void {
    const model = modelOf(parent);
    const property = propertyOf(field);
    if (property !== undefined) {
      if (model) this.#add(model, [property]);
      return;
    }
    const declared = field.extensions.reads as DeclaredReads | undefined;
    // Nobody said what the resolver reads.
    if (declared === undefined) this.#everything = true;
    if (model) this.#add(model, declared?.parent ?? []);
    for (const [other, columns] of Object.entries(declared?.others ?? {}))
      this.#add(other as ModelName, columns);
  }

  #add(model: ModelName, columns: readonly string[] | 'all'): void {
    if (columns === 'all') {
      this.#whole.add(model);
      return;
    }
    const known = this.#columns.get(model) ?? new Set();
    this.#columns.set(model, known);
    for (const column of columns) known.add(column);
  }
}
