import { type Row, sql } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import { readId } from '../customer/input.ts';
import { Overtaken } from '../identifier/find.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { notFoundText } from '../identifier/listed.ts';
import { type AccountUserIdentifier, ambiguousText } from '../identifier/reference-data.ts';
import type { SourceKey } from '../source/records.ts';
import { readRequiredText, signInEmail } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { findBySource, readSource } from './source.ts';

/** An account user with its person. */
export interface AccountUserRows {
  readonly seat: Row<'AccountUser'>;
  readonly user: Row<'User'>;
}

interface FoundAccountUser {
  readonly current: AccountUserRows | undefined;
  /** The email of the identifier; a new account user gets it. */
  readonly email?: string | undefined;
  /** The source record of the identifier; a new account user gets it, too. */
  readonly source?: SourceKey | undefined;
}

interface Match {
  readonly id: string;
  readonly userId: string;
  readonly email: string;
}

/** The account users with the email, ignoring case; exact matches only, if there are any. */
export async function findByEmail({ run, accountId }: Write, email: string): Promise<readonly Match[]> {
  const rows = await run(sql`/* accountUsersByEmail */ select s.id, u.id, u.email from users u
    join account_users s on s.account_id = u.account_id and s.user_id = u.id
    where u.account_id = ${accountId}
      and lower(u.email collate "und-x-icu") = lower(${email}::text collate "und-x-icu") order by s.id`);
  const matches = rows.map(([id, userId, found]) => ({
    id: String(id),
    userId: String(userId),
    email: String(found),
  }));
  const exact = matches.filter((match) => match.email === email);
  return exact.length > 0 ? exact : matches;
}

/** Locks the account user and its person. */
async function lockAccountUser(write: Write, id: string): Promise<AccountUserRows | undefined> {
  await lockRows(write, 'AccountUser', [id], 'no key update');
  const [seat] = await write.rows('AccountUser', 'id', [id]);
  if (seat === undefined) return undefined;
  await lockRows(write, 'User', [seat.userId], 'no key update');
  const [user] = await write.rows('User', 'id', [seat.userId]);
  if (user === undefined) throw new Error('An account user refers to a user.');
  return { seat, user };
}

export async function lockById(write: Write, id: string, path: string): Promise<AccountUserRows | undefined> {
  if (readId(id, 'AccountUser', path, write.faults) === undefined) return undefined;
  const found = await lockAccountUser(write, id);
  if (found === undefined) write.faults.add('NOT_FOUND', path, notFoundText('AccountUser'));
  return found;
}

async function lockByEmail(write: Write, given: string): Promise<FoundAccountUser> {
  const email = readRequiredText(given, 'email', signInEmail, write.faults.at('by'));
  const [match, ...others] = email === undefined ? [] : await findByEmail(write, email);
  if (match === undefined) return { current: undefined, email };
  if (others.length > 0) {
    write.faults.add('AMBIGUOUS', 'by.email', ambiguousText('account user', given));
    return { current: undefined, email };
  }
  const current = await lockAccountUser(write, match.id);
  // The email was changed since the lookup.
  if (current?.user.email !== match.email) throw new Overtaken(match.email);
  return { current, email };
}

async function lockBySource(write: Write, given: SourceRecordKey): Promise<FoundAccountUser> {
  const source = readSource(given, write.faults.at('by.source'));
  const id = source && (await findBySource(write, source));
  return { source, current: id === undefined ? undefined : await lockAccountUser(write, id) };
}

/** Locks the account user that the identifier names; user errors if there cannot be one. */
export async function locateAccountUser(
  write: Write,
  { id, email, source }: AccountUserIdentifier,
): Promise<FoundAccountUser> {
  if (email != null) return lockByEmail(write, email);
  if (source != null) return lockBySource(write, source);
  return { current: await lockById(write, id ?? '', 'by.id') };
}
