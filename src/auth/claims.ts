import type { JWTPayload } from 'jose';
import { prefixOf, typeOfId } from '../db/model/id.ts';
import type { Person } from '../db/wire/credential.ts';
import { CredentialError } from './credential.ts';
import { knownScopes, type Viewer } from './viewer.ts';

const maxSubjectLength = 255;

function requiredClaim(claims: JWTPayload, name: string): string {
  const value = claims[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new CredentialError(`a token without the string claim ${name}`);
}

const maxEmailLength = 254;
const maxNameLength = 255;
const emailPattern = /^[^\s@]+@[^\s@]+$/;
/** Control characters and unpaired surrogates: the database rejects the former and cannot distinguish the latter. */
const unstorable = /[\p{Cc}\p{Cs}]/u;

function subjectOf(claims: JWTPayload): string {
  const subject = requiredClaim(claims, 'sub');
  if (subject.length > maxSubjectLength) throw new CredentialError('a token with a subject that is too long');
  if (unstorable.test(subject)) throw new CredentialError('a token with control characters in the subject');
  return subject;
}

/** Undefined for a service: its token has no email. */
function emailOf({ email }: JWTPayload): string | undefined {
  if (email === undefined || email === null || email === '') return undefined;
  if (typeof email !== 'string' || email.length > maxEmailLength || !emailPattern.test(email))
    throw new CredentialError('a token whose email is not an email address');
  if (unstorable.test(email)) throw new CredentialError('a token with control characters in the email');
  return email.toLowerCase();
}

function nameOf({ name }: JWTPayload): string | null {
  if (typeof name !== 'string') return null;
  const text = [...name.trim()].slice(0, maxNameLength).join('');
  return text === '' || unstorable.test(text) ? null : text;
}

export interface Claimed {
  /** A person's account user is found later. */
  readonly viewer: Viewer;
  /** Undefined for a service, and for an account user whose id is the subject. */
  readonly person: Person | undefined;
}

function personOf(claims: JWTPayload, accountId: string, subject: string): Person | undefined {
  const email = emailOf(claims);
  if (email === undefined) return undefined;
  return {
    accountId,
    issuer: claims.iss ?? '',
    subject,
    email,
    // Some issuers send booleans as text.
    isEmailVerified: claims.email_verified === true || claims.email_verified === 'true',
    name: nameOf(claims),
  };
}

/** The viewer that a token names; whether the account and the user exist is checked later. */
export function readClaims(claims: JWTPayload): Claimed {
  const accountId = requiredClaim(claims, 'account');
  const subject = subjectOf(claims);
  if (typeOfId(accountId) !== 'Account')
    throw new CredentialError(`a token whose account does not begin with ${prefixOf('Account')}`);
  const isUser = subject.startsWith(prefixOf('AccountUser'));
  if (isUser && typeOfId(subject) !== 'AccountUser')
    throw new CredentialError('a token whose subject is not the id of an account user');
  const { scope = '' } = claims;
  if (typeof scope !== 'string') throw new CredentialError('a token whose scope is not a string');
  const person = isUser ? undefined : personOf(claims, accountId, subject);
  const isService = !isUser && person === undefined;
  const viewer = {
    accountId,
    accountUserId: isUser ? subject : null,
    ...(isService && { service: subject }),
    scopes: knownScopes(scope.split(' ')),
    caller: `${accountId} ${subject}`,
    ...(claims.exp !== undefined && { expiresAt: claims.exp * 1_000 }),
  };
  return { viewer, person };
}
