import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { accountId } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { OutboxListArguments, OutboxRetryArguments } from './outbox.ts';

/** Adds `outbox …`. */
export function addOutbox(command: Command, config: () => Config): void {
  const outbox = command.command('outbox').description('Lists and retries undelivered messages.');
  outbox
    .command('list')
    .description('Lists undelivered messages without their content, newest first.')
    .option('--account <id>', 'Lists only messages of this account.', asArgument(accountId))
    .option('--failed', 'Lists only messages that have failed: after the last attempt or their expiry.')
    .action(async (options: OutboxListArguments) => {
      const { listOutboxCommand } = await import('./outbox.ts');
      return listOutboxCommand(config(), options, { out: process.stdout, notes: process.stderr });
    });
  outbox
    .command('retry')
    .description('Schedules a message for immediate delivery; a failed message gets all attempts again.')
    .argument('[id]', 'The id of the message.')
    .option('--all-failed', 'Retries all failed messages that have not expired.')
    .action(async (id: string | undefined, options: OutboxRetryArguments) => {
      const { retryOutboxCommand } = await import('./outbox.ts');
      return retryOutboxCommand(config(), id, options, process.stdout);
    });
}
