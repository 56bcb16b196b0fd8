import type { Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import { readId } from '../customer/input.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { notFoundText } from '../identifier/listed.ts';
import type { AccountUserIdentifier } from '../identifier/reference-data.ts';
import type { Keys } from '../setting/mutation.ts';
import { readChoice } from '../setting/read.ts';
import { maxLengths, readOptionalText, signInEmail, url } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { findByEmail } from './find-account-user.ts';

export interface AccountUserInput extends Keys {
  readonly by: AccountUserIdentifier;
  readonly addSources?: Maybe<readonly SourceRecordKey[]>;
  readonly email?: Maybe<string>;
  readonly name?: Maybe<string>;
  readonly username?: Maybe<string>;
  readonly imageUrl?: Maybe<string>;
  readonly status?: Maybe<Row<'AccountUser'>['status']>;
  readonly roleId?: Maybe<string>;
  readonly departmentId?: Maybe<string>;
}

type User = Row<'User'>;

async function checkEmail(write: Write, email: string, current: User | undefined): Promise<void> {
  const matches = await findByEmail(write, email);
  if (matches.some(({ userId }) => userId !== current?.id))
    write.faults.add('TAKEN', 'email', 'Another account user has this email; choose another.');
}

async function checkUsername(write: Write, username: string, current: User | undefined): Promise<void> {
  const users = await write.rows('User', 'username', [username]);
  if (users.some(({ id }) => id !== current?.id))
    write.faults.add('TAKEN', 'username', 'Another account user has this username; choose another.');
}

/** Undefined keeps the email. An upsert by email must not change it: a repeated upsert would not find the user. */
function readEmail(
  { faults }: Write,
  { by, email: given }: AccountUserInput,
  current: User | undefined,
  key: string | undefined,
): string | null | undefined {
  const email = readOptionalText(given, 'email', signInEmail, faults);
  if (by.email == null) return email;
  if (given !== undefined && (given === null || (email !== undefined && email !== key)))
    faults.add(
      'INVALID',
      'email',
      'The email differs from the one in `by`: use the same, or another key in `by` to change the email.',
    );
  return current === undefined ? key : undefined;
}

/** The columns of the person to set; undefined ones keep their values. */
export async function readUser(
  write: Write,
  input: AccountUserInput,
  current: User | undefined,
  key: string | undefined,
) {
  const { faults } = write;
  const email = readEmail(write, input, current, key);
  const username = readOptionalText(input.username, 'username', { max: maxLengths.email }, faults);
  const isNewEmail = email !== undefined && email !== current?.email;
  // An email that is the key was looked up before; if it is taken since then, the transaction is retried.
  if (isNewEmail && email !== null && input.by.email == null) await checkEmail(write, email, current);
  if (username != null) await checkUsername(write, username, current);
  return {
    email,
    username,
    name: readOptionalText(input.name, 'name', { max: maxLengths.name }, faults),
    imageUrl: readOptionalText(input.imageUrl, 'imageUrl', url, faults),
    // The former address was verified, not this one.
    emailVerifiedAt: isNewEmail && current !== undefined ? null : undefined,
  };
}

async function readReference(
  write: Write,
  given: Maybe<string>,
  model: 'Department' | 'Role',
  path: string,
): Promise<string | null | undefined> {
  if (given == null) return given;
  const id = readId(given, model, path, write.faults);
  const found = id === undefined ? [] : await write.rows(model, 'id', [id]);
  if (id !== undefined && found.length === 0) write.faults.add('NOT_FOUND', path, notFoundText(model));
  return id;
}

/** The columns of the account user to set; undefined ones keep their values. */
export async function readSeat(
  write: Write,
  { status, roleId, departmentId }: AccountUserInput,
  current: Row<'AccountUser'> | undefined,
) {
  const { faults } = write;
  if (status === 'REMOVED')
    faults.add('INVALID', 'status', 'An upsert cannot remove a user: use `accountUserRemove`.');
  return {
    status: readChoice(status, 'status', faults, current === undefined),
    roleId: await readReference(write, roleId, 'Role', 'roleId'),
    departmentId: await readReference(write, departmentId, 'Department', 'departmentId'),
  };
}
