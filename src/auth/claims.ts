import type { JWTPayload } from 'jose';
import { knownScopes, type Viewer } from '../context.ts';
import { prefixOf, typeOfId } from '../db/id.ts';
import { CredentialError } from './credential.ts';

const longestSubject = 255;

function text(claims: JWTPayload, name: string): string {
  const value = claims[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new CredentialError(`a token without the string claim ${name}`);
}

/** The viewer that a token names; whether the account and the user exist is checked later. */
export function viewerOfClaims(claims: JWTPayload): Viewer {
  const accountId = text(claims, 'account');
  const subject = text(claims, 'sub');
  if (typeOfId(accountId) !== 'Account')
    throw new CredentialError(`a token whose account does not begin with ${prefixOf('Account')}`);
  if (subject.length > longestSubject) throw new CredentialError('a token with a subject that is too long');
  const isUser = subject.startsWith(prefixOf('AccountUser'));
  if (isUser && typeOfId(subject) !== 'AccountUser')
    throw new CredentialError('a token whose subject is not the id of an account user');
  const { scope = '' } = claims;
  if (typeof scope !== 'string') throw new CredentialError('a token whose scope is not a string');
  return {
    accountId,
    accountUserId: isUser ? subject : null,
    ...(!isUser && { service: subject }),
    scopes: knownScopes(scope.split(' ')),
    caller: `${accountId} ${subject}`,
    ...(claims.exp !== undefined && { expiresAt: claims.exp * 1_000 }),
  };
}
