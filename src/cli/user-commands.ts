import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { accountId, emailAddress, label } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { InviteArguments } from './user.ts';

/** Adds `user …`. */
export function addUsers(command: Command, config: () => Config): void {
  const users = command.command('user').description('Invites and lists the people who use an account.');
  const ofAccount = (name: string) =>
    users.command(name).requiredOption('--account <id>', 'The id of the account.', asArgument(accountId));
  ofAccount('invite')
    .description(
      'Creates an active account user and writes an invitation to the outbox. The user signs in with a token that verifies this email.',
    )
    .requiredOption('--email <email>', 'The email address of the person.', asArgument(emailAddress))
    .option('--name <name>', 'The full name of the person.', asArgument(label))
    .option('--role <role>', 'The id or the name of a role.', asArgument(label))
    .action(async (options: InviteArguments) => {
      const { inviteUserCommand } = await import('./user.ts');
      return inviteUserCommand(config(), options, process.stdout);
    });
  ofAccount('list')
    .description('Lists the users of an account, oldest first.')
    .action(async (options: { readonly account: string }) => {
      const { listUsersCommand } = await import('./user.ts');
      return listUsersCommand(config(), options, process.stdout);
    });
}
