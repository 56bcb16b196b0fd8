import { knownScopes, type Scope, scopes } from '../context.ts';
import { prefixOf, typeOfId } from '../db/id.ts';
import { CommandError } from './command-error.ts';

/** Parses `--account`; the database checks later whether the account exists. */
export function accountId(text: string): string {
  if (typeOfId(text) === 'Account') return text;
  throw new CommandError(`It must be an account's id, which begins with "${prefixOf('Account')}".`);
}

/** Parses `--scope`: one or more scopes, separated by spaces. */
export function scopeList(text: string): readonly Scope[] {
  const names = text.split(/\s+/).filter((name) => name !== '');
  const known = knownScopes(names);
  if (known.length > 0 && known.length === new Set(names).size) return known;
  throw new CommandError(`It must be one or more of ${scopes.join(', ')}, with spaces between.`);
}

/** Parses `--name` or `--sub`. */
export function label(text: string): string {
  if (/\S/.test(text) && text.length <= 100) return text;
  throw new CommandError('It must be a text of 1 to 100 characters.');
}
