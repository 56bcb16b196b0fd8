import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { defaultNumberPrefix } from '../db/admin/account.ts';
import type { DeletionArguments, NewAccountArguments } from './account.ts';
import { accountId, accountName, emailAddress, numberPrefix, personName } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { InitArguments } from './init.ts';

const streams = () => ({ out: process.stdout, notes: process.stderr });

function addNewAccount(command: Command): Command {
  return command
    .requiredOption('--name <name>', 'The name of the account.', asArgument(accountName))
    .option(
      '--number-prefix <prefix>',
      'The beginning of generated customer numbers, such as GW-000001. It cannot be changed later.',
      asArgument(numberPrefix),
      defaultNumberPrefix,
    );
}

function addInit(command: Command, config: () => Config): void {
  addNewAccount(command.command('init'))
    .description('Creates the first account, its administrator and, with AUTH_API_KEY_SECRET, an API key.')
    .requiredOption('--email <email>', 'The email of the administrator.', asArgument(emailAddress))
    .option('--admin-name <name>', 'The name of the administrator.', asArgument(personName))
    .action(async (options: InitArguments) => {
      const { initCommand } = await import('./init.ts');
      return initCommand(config(), options, streams());
    });
}

/** Adds `init` and `account …`. */
export function addAccounts(command: Command, config: () => Config): void {
  addInit(command, config);
  const accounts = command.command('account').description('Creates, lists, renames and deletes accounts.');
  addNewAccount(accounts.command('create'))
    .description('Creates an account and prints its id.')
    .action(async (options: NewAccountArguments) => {
      const { createAccountCommand } = await import('./account.ts');
      return createAccountCommand(config(), options, streams());
    });
  accounts
    .command('list')
    .description(
      'Lists the accounts with id, name, number prefix, number of customers and state, oldest first.',
    )
    .action(async () => {
      const { listAccountsCommand } = await import('./account.ts');
      return listAccountsCommand(config(), process.stdout);
    });
  accounts
    .command('rename')
    .description('Renames an account.')
    .argument('<id>', 'The id of the account.', asArgument(accountId))
    .argument('<name>', 'The new name.', asArgument(accountName))
    .action(async (id: string, name: string) => {
      const { renameAccountCommand } = await import('./account.ts');
      return renameAccountCommand(config(), id, name, process.stdout);
    });
  accounts
    .command('delete')
    .description('Deletes an account and its settings, after a confirmation in the terminal.')
    .argument('<id>', 'The id of the account.', asArgument(accountId))
    .option('--with-data', 'Also deletes the customers. If the command is interrupted, run it again.')
    .option('--yes', 'Does not ask for a confirmation.')
    .action(async (id: string, options: DeletionArguments) => {
      const { deleteAccountCommand } = await import('./account.ts');
      return deleteAccountCommand(config(), id, options, { input: process.stdin, ...streams() });
    });
}
