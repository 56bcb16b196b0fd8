import { GraphQLError, type GraphQLField, type GraphQLNamedType } from 'graphql';
import type { Scope } from '../context.ts';
import { coded, errorCodes } from '../error-codes.ts';
import { allows, scopesExtension, scopesText } from '../schema/access.ts';
import { ruleOf } from '../schema/field-rules.ts';

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
interface Requirement {
  /** `Customer.name` */
  readonly field: string;
  readonly scopes: readonly [Scope, ...Scope[]];
  readonly path: PathStep;
}

/** The fields of an operation that require a scope, each once: at most as many as the schema has. */
export class Requirements {
  readonly #fields = new Map<string, Requirement>();
  /** The few distinct rules, which are checked first. */
  readonly #rules = new Set<Requirement['scopes']>();

  add(type: GraphQLNamedType, definition: GraphQLField<unknown, unknown>, path: PathStep): void {
    const scopes = ruleOf(definition);
    if (scopes === 'open') return;
    const field = `${type.name}.${definition.name}`;
    if (this.#fields.has(field)) return;
    this.#fields.set(field, { field, scopes, path });
    this.#rules.add(scopes);
  }

  /** The fields that these scopes do not allow. */
  missing(scopes: readonly Scope[]): readonly Requirement[] {
    for (const rule of this.#rules)
      if (!allows(rule, scopes))
        return [...this.#fields.values()].filter((each) => !allows(each.scopes, scopes));
    return [];
  }
}

const keysOf = (step: PathStep | null): readonly string[] =>
  step === null ? [] : [...keysOf(step.above), step.key];

/** The operation was not executed, so clients that accept GraphQL's media type get the status 403. */
function forbidden({ field, scopes, path }: Requirement): GraphQLError {
  return new GraphQLError(`\`${field}\` requires the scope ${scopesText(scopes)}.`, {
    path: keysOf(path),
    extensions: coded('FORBIDDEN', {
      ...scopesExtension(scopes),
      http: { status: errorCodes.FORBIDDEN.status },
    }),
  });
}

/** Errors for the fields of an operation that the caller's scopes do not allow, one per field. */
export const forbiddenFields = (
  requirements: Requirements,
  scopes: readonly Scope[],
): readonly GraphQLError[] => requirements.missing(scopes).map(forbidden);
