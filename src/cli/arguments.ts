import { knownScopes, type Scope, scopes } from '../auth/viewer.ts';
import { numberPrefixPattern } from '../db/admin/account.ts';
import { prefixOf, typeOfId } from '../db/model/id.ts';
import { CommandError } from './command-error.ts';

/** Parses `--account`; the database checks later whether the account exists. */
export function accountId(text: string): string {
  if (typeOfId(text) === 'Account') return text;
  throw new CommandError(`It must be an account's id, which begins with "${prefixOf('Account')}".`);
}

export function scopeList(text: string): readonly Scope[] {
  const names = text.split(/\s+/).filter((name) => name !== '');
  const known = knownScopes(names);
  if (known.length > 0 && known.length === new Set(names).size) return known;
  throw new CommandError(`It must be one or more of ${scopes.join(', ')}, with spaces between.`);
}

/** A text without surrounding whitespace; no more characters than the same field of the API. */
function shortText(text: string, max: number): string {
  const trimmed = text.trim();
  if (trimmed !== '' && [...trimmed].length <= max && !/\p{Cc}/u.test(trimmed)) return trimmed;
  throw new CommandError(`It must be a text of 1 to ${max} characters, in one line.`);
}

const maxName = 255;
export const accountName = (text: string): string => shortText(text, maxName);
export const personName = accountName;

export function emailAddress(text: string): string {
  const email = shortText(text, 254).toLowerCase();
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return email;
  throw new CommandError('It must be an email address, such as ada@example.com.');
}

export function numberPrefix(text: string): string {
  if (numberPrefixPattern.test(text)) return text;
  throw new CommandError(
    'It must have 1 to 10 letters, digits and . _ / -, begin with a letter and not end with a digit, such as GW-.',
  );
}

export function label(text: string): string {
  if (/\S/.test(text) && text.length <= 100) return text;
  throw new CommandError('It must be a text of 1 to 100 characters.');
}

/** The number of customers of the first demo account. */
export const demoCustomers = 5_000;
const maxCustomers = 10_000_000;

export function customerCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= maxCustomers) return count;
  throw new CommandError(`It must be a number from 1 to ${maxCustomers}.`);
}
