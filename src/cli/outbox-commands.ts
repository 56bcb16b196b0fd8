import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { accountId } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { OutboxListArguments, OutboxRetryArguments } from './outbox.ts';

/** Adds `outbox …`. */
export function addOutbox(command: Command, config: () => Config): void {
  const outbox = command.command('outbox').description('Lists and retries messages that were not delivered.');
  outbox
    .command('list')
    .description('Lists the messages that were not delivered, without their content, newest first.')
    .option('--account <id>', 'Only messages of this account.', asArgument(accountId))
    .option('--failed', 'Only messages that are not sent any more, after the last attempt or their expiry.')
    .action(async (options: OutboxListArguments) => {
      const { listOutboxCommand } = await import('./outbox.ts');
      return listOutboxCommand(config(), options, { out: process.stdout, notes: process.stderr });
    });
  outbox
    .command('retry')
    .description('Makes a message due; one that failed gets all attempts again.')
    .argument('[id]', 'The id of the message.')
    .option('--all-failed', 'Retries all failed messages that have not expired.')
    .action(async (id: string | undefined, options: OutboxRetryArguments) => {
      const { retryOutboxCommand } = await import('./outbox.ts');
      return retryOutboxCommand(config(), id, options, process.stdout);
    });
}
