import { type Command, Option } from 'commander';
import type { Config } from '../config.ts';
import { matchKeys } from '../importers/run/match-keys.ts';
import { accountId } from './arguments.ts';
import { asArgument } from './as-argument.ts';
import { CommandError } from './command-error.ts';
import { type ImportArguments, type RemapArguments, systemNames } from './import-systems.ts';

function listOf<T extends string>(text: string, allowed: readonly T[]): readonly T[] {
  const given = text.split(',').map((each) => each.trim());
  const known = allowed.filter((each) => given.includes(each));
  if (known.length !== given.length)
    throw new CommandError(`It must be one or more of ${allowed.join(', ')}, separated by commas.`);
  // The order of the argument is the order of the attempts.
  return [...known].sort((a, b) => given.indexOf(a) - given.indexOf(b));
}

function count(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new CommandError('It must be a number, such as 100.');
}

const codes = `
Exit codes: 0 without rejects, 3 with rejects, 4 if the import stopped before its end, 1 if it failed, 2 for wrong arguments. docs/import.md describes documents, outcomes and limits.
`;

function addRemap(imports: Command, config: () => Config): void {
  imports
    .command('remap')
    .description(
      'Maps the stored records of a source system again, for example after an update that reads more fields.',
    )
    .argument(
      '<system>',
      `The source system: ${systemNames.filter((name) => name !== 'gateway').join(', ')}.`,
    )
    .requiredOption('--account <id>', 'The id of the account.', asArgument(accountId))
    .option('--all', 'Also maps records that the current version of the mapping has already read.')
    .option('--map <file>', 'The mapping file of a CSV table; required for csv.')
    .option('--dry-run', 'Reports the outcomes without saving records.')
    .option('--rejects <file>', 'Writes the rejected records to a file that `import` can read.')
    .option('--max-rejects <count>', 'Stops if more records than this are rejected.', asArgument(count))
    .option('--strict', 'Rejects records with a warning, such as a value that would be omitted.')
    .option('--time-zone <zone>', 'The time zone of times without offset, as for the import.')
    .option('--json', 'Prints the summary as JSON.')
    .addHelpText('after', codes)
    .action(async (system: string, options: RemapArguments) => {
      const { remapCommand } = await import('./import.ts');
      return remapCommand(config(), { system, options }, { out: process.stdout, notes: process.stderr });
    });
}

/** Adds `import`. */
export function addImport(command: Command, config: () => Config): void {
  const imports = command.command('import');
  imports
    .enablePositionalOptions()
    .description(`Imports the documents of a source system into an account: ${systemNames.join(', ')}.`)
    .argument('<system>', 'The source system.')
    .argument('<input>', 'A file, a folder with files, or - for standard input.')
    .option('--account <id>', 'The id of the account; required.', asArgument(accountId))
    .option('--map <file>', 'The mapping file of a CSV table; required for csv.')
    .option('--dry-run', 'Reports the outcomes of the import without saving records.')
    .option('--rejects <file>', 'Writes the rejected records to a file that `import` can read again.')
    .option('--max-rejects <count>', 'Stops if more records than this are rejected.', asArgument(count))
    .option('--strict', 'Rejects records with a warning, such as a value that would be omitted.')
    .option(
      '--match <keys>',
      `Links new records to the customers with the same key: ${matchKeys.join(', ')}, in the given order.`,
      asArgument((text) => listOf(text, matchKeys)),
    )
    .option('--complete', 'Marks records of the system as gone if the input does not contain them.')
    .addOption(
      new Option(
        '--on-new-field <action>',
        'Fields that the import does not know: `warn` reports them, `fail` stops at the first one.',
      )
        .choices(['ignore', 'warn', 'fail'])
        .default('warn'),
    )
    .option(
      '--time-zone <zone>',
      'The time zone of times without offset, such as America/Chicago; Commerce Layer and Augno do not need it.',
    )
    .option('--json', 'Prints the summary as JSON.')
    .addHelpText('after', codes)
    .action(async (system: string, input: string, options: Partial<ImportArguments>) => {
      const { account, onNewField = 'warn' } = options;
      // A required option would also be required for `import map init`.
      if (account === undefined)
        return imports.error("error: required option '--account <id>' not specified");
      const { importCommand } = await import('./import.ts');
      const { stdin, stdout: out, stderr: notes } = process;
      const given = { system, input, options: { ...options, account, onNewField } };
      return importCommand(config(), given, { stdin, out, notes });
    });
  addRemap(imports, config);
  const maps = imports.command('map').description('Creates mapping files of CSV tables.');
  maps
    .command('init')
    .description('Prints a mapping file for a CSV table, to be completed manually.')
    .argument('<input>', 'A file with a header row, a folder, or - for standard input.')
    .action(async (input: string) => {
      const { mapInitCommand } = await import('./import-map.ts');
      return mapInitCommand(input, process.stdin, process.stdout);
    });
}
