import type { Command } from 'commander';
import type { Config } from '../config.ts';
import { accountId } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import type { ExportArguments } from './export.ts';

/** Adds `export`. */
export function addExport(command: Command, config: () => Config): void {
  command
    .command('export')
    .description('Writes the customers of an account as of the start of the export, ordered by id.')
    .requiredOption('--account <id>', 'The id of the account.', asArgument(accountId))
    .option('--format <name>', 'ndjson (default), csv, augno, inventory-pro or commerce-layer.')
    .option('--filter <json>', 'Exports only customers that match this CustomerFilter of the GraphQL schema.')
    .option(
      '--query <words>',
      'Exports only customers that match these words, like the argument `query` in GraphQL.',
    )
    .option('--fields <names>', 'Exports only these fields or columns, separated by commas.')
    .option('--shop-records', 'Adds orders, returns and other records of the shop.')
    .option('--bom', 'Starts CSV with a byte order mark, for Excel.')
    .option(
      '--ndjson',
      'Writes one record of a source system per line, instead of pages like those of its API.',
    )
    .option('--time-zone <name>', 'The time zone of InventoryPro, such as America/Chicago.')
    .option('--out <file>', 'Writes to a file instead of stdout.')
    .action(async (options: ExportArguments) => {
      const { exportCommand } = await import('./export.ts');
      return exportCommand(config(), options, { out: process.stdout, notes: process.stderr });
    });
}
