import { GraphQLError } from 'graphql';
import { coded, type ErrorCode } from '../error-codes.ts';

/** An error that the caller can fix; the message says what would be right. */
export function requestError(code: ErrorCode, message: string, more: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: coded(code, more) });
}

/** A caller's text, short enough to repeat in an error message. */
export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
