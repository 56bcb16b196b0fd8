import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationContext,
  validate,
} from 'graphql';
import { boundedCache } from '../../bounded-cache.ts';
import type { Limits } from '../../limits.ts';
import { type DocumentSize, sizeOf } from '../limits/document-size.ts';
import { tooMuch } from '../limits/refused.ts';
import { NoSubgraphRule } from './no-subgraph.ts';
import { noNul } from './nul.ts';

export interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  /** Whether callers may see the schema: ask for it, or be told names that are near to a wrong one. */
  readonly showsSchema: boolean;
}

/** A document that may be executed, or what is wrong with it. */
export type Checked =
  | { readonly document: DocumentNode; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] };

type Counted = Pick<Limits, 'depth' | 'aliases' | 'rootFields' | 'directives'>;

const says: Readonly<Record<keyof Counted, (found: number, max: number) => string>> = {
  depth: (found, max) => `is ${found} fields deep; it can be at most ${max} deep`,
  aliases: (found, max) => `has ${found} aliases (repeated fields count as such); it can have at most ${max}`,
  rootFields: (found, max) => `has ${found} root fields in an operation; it can have at most ${max}`,
  directives: (found, max) => `has ${found} directives; it can have at most ${max}`,
};

function tooLarge(size: DocumentSize, limits: Counted): readonly GraphQLError[] {
  return (['depth', 'aliases', 'rootFields', 'directives'] as const)
    .filter((what) => size[what] > limits[what])
    .map((what) => tooMuch(`The document ${says[what](size[what], limits[what])}.`));
}

/** PostgreSQL's text cannot hold it: nothing that is stored could ever match. */
function NoNulInLiterals(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (node.value.includes('\0')) context.reportError(noNul('The document', node));
    },
  };
}

export const noOperation = () =>
  new GraphQLError('Could not determine what operation to execute.', {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } },
  });

/** The same error, under a code unless it has one. */
function coded(error: GraphQLError, code: string, message = error.message): GraphQLError {
  const { nodes, source, positions, extensions } = error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    extensions: { code, ...extensions },
  });
}

/** graphql gives this one hint whatever it is told: it says that the field is there, and is an object. */
const withoutHint = (message: string): string => message.replace(/ Did you mean .*/s, '');

/** Reads documents and holds them against the schema; one that may be executed is kept, by its text. */
export function createDocuments({ schema, limits, showsSchema }: DocumentOptions) {
  const kept = boundedCache<Checked>();
  const rules = [
    ...specifiedRules,
    NoNulInLiterals,
    ...(showsSchema ? [] : [NoSchemaIntrospectionCustomRule, NoSubgraphRule]),
  ];

  function read(text: string): DocumentNode | GraphQLError {
    try {
      return parse(text, { maxTokens: limits.tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (error.message.includes('Parsing aborted'))
        return tooMuch(`The document has more than ${limits.tokens} tokens; ask for less at a time.`);
      return coded(error, 'GRAPHQL_PARSE_FAILED');
    }
  }

  // Size comes first: holding a document against the schema takes longer than linear time.
  function faults(document: DocumentNode): readonly GraphQLError[] {
    if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return [noOperation()];
    const large = tooLarge(sizeOf(document), limits);
    if (large.length > 0) return large;
    const options = { maxErrors: limits.errors, hideSuggestions: !showsSchema };
    return validate(schema, document, rules, options).map((error) =>
      coded(error, 'GRAPHQL_VALIDATION_FAILED', showsSchema ? error.message : withoutHint(error.message)),
    );
  }

  return (text: string): Checked => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const document = read(text);
    if (document instanceof GraphQLError) return { errors: [document] };
    const errors = faults(document);
    // Wrong ones are not kept: nobody sends one often but to fill the memory.
    if (errors.length > 0) return { errors };
    kept.set(text, { document });
    return { document };
  };
}
