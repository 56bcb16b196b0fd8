import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import { inviteAccountUser, type ListedUser, listAccountUsers } from '../db/admin/account-user.ts';
import { createDb } from '../db/client.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export interface InviteArguments {
  readonly account: string;
  readonly email: string;
  readonly name?: string;
  readonly role?: string;
}

const noAccount = (id: string) => new CommandError(`Account ${id} does not exist.`);

function refusalText(refusal: string, { account, email, role = '' }: InviteArguments): CommandError {
  if (refusal === 'no such account') return noAccount(account);
  return new CommandError(
    refusal === 'no such role'
      ? `Account ${account} has no role with the id or the name "${role}": \`roles\` lists all roles.`
      : `${email} is an active user of account ${account} already.`,
  );
}

/** `user invite`: prints the id of the account user. */
export function inviteUserCommand(config: Config, given: InviteArguments, out: Writable): Promise<void> {
  return withMigratedDatabase(config, async ({ pool }) => {
    const { account: accountId, email, name = null, role } = given;
    const invited = await inviteAccountUser(createDb(pool), { accountId, email, name, role });
    if (typeof invited === 'string') throw refusalText(invited, given);
    out.write(`Invited ${email} to account ${accountId}: ${invited.id}.\n`);
  });
}

const userLine = ({ id, status, email, name, role, lastUsedAt }: ListedUser): string =>
  [
    id,
    email ?? '-',
    name ?? '-',
    role ?? '-',
    status.toLowerCase(),
    lastUsedAt === null ? 'never used' : `used ${lastUsedAt.toISOString()}`,
  ].join('\t');

export function listUsersCommand(
  config: Config,
  { account }: { readonly account: string },
  out: Writable,
): Promise<void> {
  return withMigratedDatabase(config, async ({ pool }) => {
    const users = await listAccountUsers(createDb(pool), account);
    if (users === undefined) throw noAccount(account);
    out.write(users.length === 0 ? 'No users.\n' : users.map((user) => `${userLine(user)}\n`).join(''));
  });
}
