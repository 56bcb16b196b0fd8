import { GraphQLError } from 'graphql';
import { coded, type ErrorCode } from '../../error-codes.ts';

export function requestError(code: ErrorCode, message: string, more: object = {}): GraphQLError {
  return new GraphQLError(message, { extensions: coded(code, more) });
}

export function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
