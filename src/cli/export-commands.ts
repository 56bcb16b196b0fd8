import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { accountId } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { ExportArguments } from './export.ts';

/** Adds `export`. */
export function addExport(command: Command, config: () => Config): void {
  command
    .command('export')
    .description('Writes the customers of an account as they are at one instant, ordered by id.')
    .requiredOption('--account <id>', 'The id of the account.', asArgument(accountId))
    .option('--format <name>', 'ndjson (default), csv, augno, inventory-pro or commerce-layer.')
    .option('--filter <json>', 'Only customers that match this CustomerFilter of the GraphQL schema.')
    .option('--query <words>', 'Only customers that match these words, as the argument `query` in GraphQL.')
    .option('--fields <names>', 'Only these fields or columns, separated by commas.')
    .option('--shop-records', 'Adds orders, returns and other records of the shop.')
    .option('--bom', 'Begins CSV with a byte order mark, for Excel.')
    .option('--ndjson', 'Writes each record of a source system on a line, instead of pages as of its API.')
    .option('--time-zone <name>', 'The time zone of InventoryPro, such as America/Chicago.')
    .option('--out <file>', 'Writes to a file instead of stdout.')
    .action(async (options: ExportArguments) => {
      const { exportCommand } = await import('./export.ts');
      return exportCommand(config(), options, { out: process.stdout, notes: process.stderr });
    });
}
