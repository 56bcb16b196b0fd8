import { GraphQLError } from 'graphql';

/** Every code that an error of the request itself can carry; `docs/errors.md` says what each means. */
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

/** The request is wrong in a way that its sender can put right: the message says what would be right. */
export function requestError(code: RequestErrorCode, message: string, more: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...more } });
}

/** A caller's text as an error may repeat it: short enough to read. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
