import { type DocumentNode, GraphQLError, type GraphQLSchema, Kind } from 'graphql';
import { coded, type ErrorCode, errorCodes, isErrorCode } from '../../error-codes.ts';
import { itemHint } from './item-hint.ts';
import { placeOf } from './place.ts';
import { valueHint } from './value-hint.ts';

export interface PlacedOptions {
  /** The code of errors that have none. */
  readonly code: ErrorCode;
  /** Whether the message can name fields and types that the document does not contain. */
  readonly showsSchema: boolean;
}

/** graphql adds this hint despite `hideSuggestions`; it reveals that the field exists and is an object. */
const withoutHint = (message: string): string => message.replace(/ Did you mean .*/s, '');

/** The status of an operation rejected as a whole, although the error has a path. */
function statusOf(extensions: GraphQLError['extensions']) {
  const { code } = extensions;
  return isErrorCode(code) ? { http: { status: errorCodes[code].status } } : {};
}

/**
 * An error of a document or its variables, with a code. An error in an argument has the path of its field; that of a
 * variable is the first field that uses it. The message names the argument and input field of a literal.
 */
export function placed(
  schema: GraphQLSchema,
  document: DocumentNode,
  error: GraphQLError,
  { code, showsSchema }: PlacedOptions,
): GraphQLError {
  const { nodes, source, positions } = error;
  const extensions = error.extensions.code === undefined ? coded(code, error.extensions) : error.extensions;
  const [node] = nodes ?? [];
  const place = node && placeOf(schema, document, node);
  const hint = node && place && showsSchema ? itemHint(error, node, place) || valueHint(schema, error) : '';
  const isInArgument = place !== undefined && place.input !== '';
  const message = `${showsSchema ? error.message : withoutHint(error.message)}${hint}`;
  const isVariable = node?.kind === Kind.VARIABLE_DEFINITION;
  return new GraphQLError(isInArgument && !isVariable ? `\`${place.input}\`: ${message}` : message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: isInArgument ? place.path : null,
    extensions: { ...extensions, ...(isInArgument && statusOf(extensions)) },
  });
}

/** Whether another error than one of the caller caused it, such as a full stack. */
const isForeign = (error: unknown): boolean =>
  !(error instanceof GraphQLError) || (error.originalError != null && isForeign(error.originalError));

export const placedVariables = (
  schema: GraphQLSchema,
  document: DocumentNode,
  errors: readonly GraphQLError[],
  showsSchema: boolean,
): readonly GraphQLError[] =>
  errors.map((error) =>
    isForeign(error) ? error : placed(schema, document, error, { code: 'BAD_USER_INPUT', showsSchema }),
  );
