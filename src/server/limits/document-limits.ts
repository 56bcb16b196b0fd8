import {
  type DocumentNode,
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Limits } from '../../limits.ts';
import { type DocumentSize, sizeOf } from './document-size.ts';
import { tooMuch } from './refused.ts';

type Counted = Pick<Limits, 'depth' | 'aliases' | 'rootFields' | 'directives'>;

const says: Readonly<Record<keyof Counted, (found: number, max: number) => string>> = {
  depth: (found, max) => `is ${found} fields deep; it can be at most ${max} deep`,
  aliases: (found, max) =>
    `has ${found} aliases (\`__typename\` and repeated fields count as such); it can have at most ${max}`,
  rootFields: (found, max) => `has ${found} root fields in an operation; it can have at most ${max}`,
  directives: (found, max) => `has ${found} directives; it can have at most ${max}`,
};

function faults(size: DocumentSize, limits: Counted): readonly GraphQLError[] {
  return (['depth', 'aliases', 'rootFields', 'directives'] as const)
    .filter((what) => size[what] > limits[what])
    .map((what) => tooMuch(`The document ${says[what](size[what], limits[what])}.`));
}

const isTooLong = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('Parsing aborted');

function parseWithin(tokens: number): typeof parse {
  return (source, options) => {
    try {
      return parse(source, { ...options, maxTokens: tokens });
    } catch (error) {
      if (!isTooLong(error)) throw error;
      throw tooMuch(`The document has more than ${tokens} tokens; ask for less at a time.`);
    }
  };
}

/** graphql gives this one hint whatever it is told: it says that the field is there, and is an object. */
function withoutHint(error: GraphQLError): GraphQLError {
  const message = error.message.replace(/ Did you mean .*/s, '');
  return message === error.message ? error : new GraphQLError(message, { nodes: error.nodes ?? null });
}

export interface DocumentOptions {
  readonly limits: Limits;
  /** Whether the caller may see the schema: ask for it, or be told names that are near to a wrong one. */
  readonly showsSchema: boolean;
}

/** Refuses a document that is too large before it is held against the schema, which takes longer than linear time. */
export function useDocumentLimits({ limits, showsSchema }: DocumentOptions): Plugin {
  const options = { maxErrors: limits.errors, hideSuggestions: !showsSchema };
  // Documents are parsed once as long as they are kept.
  const checked = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  function check(document: DocumentNode): readonly GraphQLError[] {
    const known = checked.get(document) ?? faults(sizeOf(document), limits);
    checked.set(document, known);
    return known;
  }
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithin(limits.tokens));
    },
    onValidate({ params, setResult, setValidationFn, addValidationRule }) {
      if (!showsSchema) addValidationRule(NoSchemaIntrospectionCustomRule);
      setValidationFn((schema, document, rules) => {
        const errors = validate(schema, document, rules ?? specifiedRules, options);
        return showsSchema ? errors : errors.map(withoutHint);
      });
      const found = check(params.documentAST);
      if (found.length > 0) setResult(found);
    },
  };
}
