import { createHash } from 'node:crypto';
import {
  type ASTVisitor,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  type ValidationContext,
} from 'graphql';
import { coded } from '../../error-codes.ts';
import { SelectionCount } from '../../execution/plan/selection-count.ts';
import type { Limits } from '../../limits.ts';
import type { Tracer } from '../../observe/observer.ts';
import type { CacheOwner, SharedCache } from '../../shared-cache.ts';
import { type DocumentSize, sizeOf } from '../limits/document-size.ts';
import { countValidation } from '../limits/validation-work.ts';
import { limitExceeded, rejected } from '../rejection.ts';
import { bytes } from './bytes.ts';
import { releaseTokens } from './locations.ts';
import { NoSubgraphRule } from './no-subgraph.ts';
import { noNul } from './nul.ts';
import { Operation, type OperationOptions } from './operation.ts';
import { placed } from './placed.ts';
import { validateQuickly } from './validate.ts';

export interface DocumentOptions {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly showsSchema: boolean;
  readonly cache: SharedCache;
}

/** A document that can be executed, or its errors; and its number of tokens, if they were counted. */
export type ReadResult = { readonly tokens?: number | undefined } & (
  | { readonly document: ReadDocument; readonly errors?: undefined }
  | { readonly document?: undefined; readonly errors: readonly GraphQLError[] }
);

interface ReadOptions {
  readonly text?: string;
  readonly textBytes?: number;
}

export class ReadDocument {
  readonly document: DocumentNode;
  readonly #schema: GraphQLSchema;
  readonly #options: OperationOptions;
  readonly #ownBytes: number;
  readonly #operations = new Map<string, Operation>();

  constructor(
    schema: GraphQLSchema,
    document: DocumentNode,
    options: Partial<Omit<OperationOptions, 'hash'>> & ReadOptions = {},
  ) {
    const { maxSelections = Number.POSITIVE_INFINITY, textBytes = 0, onResize = () => undefined } = options;
    const { text = '' } = options;
    this.document = document;
    this.#schema = schema;
    let hash: string | undefined;
    const hashed = () => {
      hash ??= createHash('sha256').update(text).digest('hex');
      return hash;
    };
    this.#options = { hash: hashed, maxSelections, onResize };
    this.#ownBytes = bytes.document + textBytes + (document.tokenCount ?? 0) * bytes.token;
  }

  get bytes(): number {
    let total = this.#ownBytes;
    for (const operation of this.#operations.values()) total += operation.bytes;
    return total;
  }

  /** The operation with that name, or the only one; null if there is none. */
  operation(name: string | null | undefined): Operation | null {
    // An unnamed operation, or the only operation of a document, is requested without a name.
    const known = this.#operations.get(name ?? '');
    if (known !== undefined) return known;
    const found = getOperationAST(this.document, name);
    if (!found) return null;
    const operation = new Operation(this.#schema, this.document, found, this.#options);
    this.#operations.set(name ?? '', operation);
    this.#options.onResize();
    return operation;
  }
}

type Counted = Pick<Limits, 'depth' | 'aliases' | 'rootFields' | 'directives'>;

const limitMessages: Readonly<Record<keyof Counted, (found: number, max: number) => string>> = {
  depth: (found, max) => `is ${found} fields deep; the maximum is ${max}`,
  aliases: (found, max) => `has ${found} aliases (repeated fields count as such); the maximum is ${max}`,
  rootFields: (found, max) => `has ${found} root fields in an operation; the maximum is ${max}`,
  directives: (found, max) => `has ${found} directives; the maximum is ${max}`,
};

function sizeErrors(size: DocumentSize, limits: Counted): readonly GraphQLError[] {
  return (['depth', 'aliases', 'rootFields', 'directives'] as const)
    .filter((what) => size[what] > limits[what])
    .map((what) => limitExceeded(`The document ${limitMessages[what](size[what], limits[what])}.`));
}

/** PostgreSQL's text cannot contain NUL, so no stored value could match. */
function NoNulInLiterals(context: ValidationContext): ASTVisitor {
  return {
    StringValue(node) {
      if (node.value.includes('\0')) context.reportError(noNul(undefined, node));
    },
  };
}

export const noOperation = () =>
  rejected({
    code: 'BAD_REQUEST',
    message:
      'The operation to execute cannot be determined; `operationName` must be the name of an operation in the document, and can be omitted if there is only one.',
  });

function invalidSyntax({ message, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(message, {
    source: source ?? null,
    positions: positions ?? null,
    extensions: coded('GRAPHQL_PARSE_FAILED'),
  });
}

/** Whitespace and comments take time, too: this many characters count as a token. */
const charactersPerToken = 100;

/** The memory of a text: one non-Latin-1 character makes each character take two bytes. */
const textBytesOf = (text: string): number => text.length * (/^[\0-\xff]*$/.test(text) ? 1 : 2);

/** Parses and validates documents. Valid ones are cached by their text. */
export class Documents {
  readonly #options: DocumentOptions;
  readonly #rules: readonly ((context: ValidationContext) => ASTVisitor)[];

  constructor(options: DocumentOptions) {
    this.#options = options;
    this.#rules = [
      ...specifiedRules,
      NoNulInLiterals,
      ...(options.showsSchema ? [] : [NoSchemaIntrospectionCustomRule, NoSubgraphRule]),
    ];
  }

  cached(text: string, owner: CacheOwner): ReadDocument | undefined {
    // No document begins with U+0000, as the keys of other cached values do.
    return this.#options.cache.get(text, owner) as ReadDocument | undefined;
  }

  read(text: string, owner: CacheOwner, tracer?: Tracer): ReadResult {
    const { schema, limits, cache } = this.#options;
    const parsing = tracer?.start('parse');
    const document = this.#parse(text);
    parsing?.end();
    if (document instanceof GraphQLError) return { errors: [document] };
    const tokens = Math.max(document.tokenCount ?? 0, Math.ceil(text.length / charactersPerToken));
    const validating = tracer?.start('validate');
    const errors = this.#errorsIn(document);
    validating?.end();
    if (errors.length > 0) return { tokens, errors };
    releaseTokens(document);
    const read: ReadDocument = new ReadDocument(schema, document, {
      maxSelections: limits.selections,
      text,
      textBytes: textBytesOf(text),
      onResize: () => cache.resize(text, read, read.bytes),
    });
    cache.set(text, read, read.bytes, owner);
    return { tokens, document: read };
  }

  #parse(text: string): DocumentNode | GraphQLError {
    const { tokens } = this.#options.limits;
    try {
      return parse(text, { maxTokens: tokens });
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      if (error.message.includes('Parsing aborted'))
        return limitExceeded(
          `The document has more than ${tokens} tokens, the maximum; send a smaller document.`,
        );
      return invalidSyntax(error);
    }
  }

  // Checks the size first: validating a document takes longer than linear time.
  #errorsIn(document: DocumentNode): readonly GraphQLError[] {
    const { schema, limits, showsSchema } = this.#options;
    if (!document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION)) return [noOperation()];
    const large = sizeErrors(sizeOf(document), limits);
    if (large.length > 0) return large;
    countValidation(document, new SelectionCount(limits.selections));
    const options = { maxErrors: limits.errors, hideSuggestions: !showsSchema };
    const code = 'GRAPHQL_VALIDATION_FAILED';
    return validateQuickly(schema, document, this.#rules, options).map((error) =>
      placed(schema, document, error, { code, showsSchema }),
    );
  }
}
