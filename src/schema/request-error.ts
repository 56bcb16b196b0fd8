import { GraphQLError } from 'graphql';

/** All codes of request errors; `docs/errors.md` explains each. */
export type RequestErrorCode =
  | 'BAD_USER_INPUT'
  | 'CURSOR_INVALID'
  | 'CURSOR_MISMATCH'
  | 'FORBIDDEN'
  | 'ID_INVALID'
  | 'LIMIT_EXCEEDED'
  | 'NOT_FOUND'
  | 'PAGE_SIZE_INVALID'
  | 'UNIT_DIMENSION_MISMATCH';

/** An error that the caller can fix; the message says what would be right. */
export function requestError(code: RequestErrorCode, message: string, more: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** A caller's text, short enough to repeat in an error message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
