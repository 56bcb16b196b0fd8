import type { GraphQLNamedType } from 'graphql';
import type { Scope } from '../../auth/viewer.ts';
import type { ModelName } from '../../db/model/table.ts';
import type { ColumnSet } from '../../db/read/statement.ts';
import type { Reads } from '../../loaders/index.ts';
import { allows } from '../../schema/build/access-rules.ts';
import type { Rule } from '../../schema/build/rule.ts';
import { type FieldDefinition, type FieldFacts, isPartOf } from './field-facts.ts';
import type { ArgumentValues } from './request-plan.ts';

export interface PathStep {
  readonly key: string;
  readonly isList: boolean;
  readonly above: PathStep | null;
}

/** The path is that of the first selection, or of the list around it. */
export interface Requirement {
  readonly field: string;
  readonly scopes: Exclude<Rule, 'open'>;
  readonly path: PathStep;
}

/** Arguments whose input fields can require scopes. */
interface GuardedInput {
  readonly args: ArgumentValues;
  readonly path: PathStep;
}

export class Requirements {
  readonly inputs: GuardedInput[] = [];
  readonly #fields = new Map<FieldFacts, PathStep>();
  readonly #rules = new Set<Rule | undefined>();
  /** The scopes that were last found to allow all fields; those of a caller are the same list in each request. */
  #sufficient: readonly Scope[] | undefined;

  add(facts: FieldFacts, path: PathStep): void {
    if (facts.access === 'open' || this.#fields.has(facts)) return;
    this.#fields.set(facts, path);
    this.#rules.add(facts.access);
  }

  missing(scopes: readonly Scope[]): readonly Requirement[] {
    if (scopes === this.#sufficient) return [];
    for (const rule of this.#rules)
      if (rule === undefined || !allows(rule, scopes)) return this.#missing(scopes);
    this.#sufficient = scopes;
    return [];
  }

  #missing(scopes: readonly Scope[]): readonly Requirement[] {
    return [...this.#fields].flatMap(([{ coordinate, access }, path]) => {
      if (access === undefined) throw new Error(`The field ${coordinate} has no access rule.`);
      return access === 'open' || allows(access, scopes) ? [] : [{ field: coordinate, scopes: access, path }];
    });
  }
}

export type Origin = string | undefined;

const toRows = new Set(['edges', 'nodes', 'node']);

export function originOf(
  { model, role, coordinate }: FieldFacts,
  { name }: FieldDefinition,
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

  get selected(): ColumnSet {
    return this.#isAll ? undefined : this.names;
  }
}

class ModelColumns {
  readonly anywhere = new ColumnsOf();
  readonly byKey = new ColumnsOf();
  readonly unknown = new ColumnsOf();
  readonly lists = new Map<string, ColumnsOf>();

  of(origin: Origin): ColumnsOf {
    if (origin === undefined) return this.byKey;
    const columns = this.lists.get(origin) ?? new ColumnsOf();
    this.lists.set(origin, columns);
    return columns;
  }
}

export class ReadColumns implements Reads {
  readonly #models = new Map<ModelName, ModelColumns>();
  #isEverything = false;

  get isEverything(): boolean {
    return this.#isEverything;
  }

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

  /** Rows loaded by resolvers can have any origin, so every origin includes their columns. */
  finish(): void {
    for (const { anywhere, byKey, unknown, lists } of this.#models.values()) {
      byKey.addAll(unknown);
      for (const columns of [anywhere, ...lists.values()]) columns.addAll(byKey);
    }
  }

  byKey(model: ModelName): ColumnSet {
    return this.#isEverything ? undefined : this.#of(model).byKey.selected;
  }

  ofList(model: ModelName, list: string): ColumnSet {
    if (this.#isEverything) return undefined;
    const [field = list] = list.split('(');
    const { lists, anywhere } = this.#of(model);
    return (lists.get(field) ?? anywhere).selected;
  }

  anywhere(model: ModelName): ColumnSet {
    return this.#isEverything ? undefined : this.#of(model).anywhere.selected;
  }

  #of(model: ModelName): ModelColumns {
    const columns = this.#models.get(model) ?? new ModelColumns();
    this.#models.set(model, columns);
    return columns;
  }
}
