import type { Scope } from '../../context.ts';
import { allows, type Rule } from '../../schema/access.ts';
import type { FieldFacts } from './field-facts.ts';

/** A response key and the keys above it. */
export interface PathStep {
  readonly key: string;
  readonly isList: boolean;
  readonly above: PathStep | null;
}

/**
 * A field of an operation that requires one of these scopes,
 * with the path of its first selection or of the list around it.
 */
export interface Requirement {
  /** `Customer.name` */
  readonly field: string;
  readonly scopes: Exclude<Rule, 'open'>;
  readonly path: PathStep;
}

/** The fields of an operation that require a scope, each once: at most as many as the schema has. */
export class Requirements {
  readonly #fields = new Map<FieldFacts, PathStep>();
  /** The few distinct rules, which are checked first. */
  readonly #rules = new Set<Rule | undefined>();

  add(facts: FieldFacts, path: PathStep): void {
    if (facts.access === 'open' || this.#fields.has(facts)) return;
    this.#fields.set(facts, path);
    this.#rules.add(facts.access);
  }

  /** The fields that these scopes do not allow; throws if a field has no rule. */
  missing(scopes: readonly Scope[]): readonly Requirement[] {
    for (const rule of this.#rules)
      if (rule === undefined || !allows(rule, scopes)) return this.#missing(scopes);
    return [];
  }

  #missing(scopes: readonly Scope[]): readonly Requirement[] {
    return [...this.#fields].flatMap(([{ coordinate, access }, path]) => {
      if (access === undefined) throw new Error(`The field ${coordinate} has no access rule.`);
      return access === 'open' || allows(access, scopes) ? [] : [{ field: coordinate, scopes: access, path }];
    });
  }
}
