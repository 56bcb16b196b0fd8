#!/usr/bin/env -S node --max-old-space-size=1536
import { Command, CommanderError } from 'commander';
import { addAccounts } from './cli/account-commands.ts';
import type { NewKeyArguments } from './cli/api-key.ts';
import { accountId, customerCount, demoCustomers, label, scopeList } from './cli/arguments.ts';
import { asArgument } from './cli/as-argument.ts';
import type { BackupArguments } from './cli/backup.ts';
import { CommandError } from './cli/command-error.ts';
import { expiry, ttl } from './cli/duration.ts';
import { addExport } from './cli/export-commands.ts';
import { addImport } from './cli/import-commands.ts';
import { addOutbox } from './cli/outbox-commands.ts';
import type { SchemaArguments } from './cli/schema.ts';
import type { TokenArguments } from './cli/token.ts';
import { addUsers } from './cli/user-commands.ts';
import { packageVersion } from './cli/version.ts';
import { ConfigError, readConfig } from './config.ts';
import { optionLines } from './option-text.ts';

const usage = 2;

// A command loads its own modules when it runs, so that `serve` does not wait for those of the others.
const config = () => readConfig(process.env);

function addAccount(command: Command): Command {
  return command.requiredOption('--account <id>', 'The id of the account.', asArgument(accountId));
}

function addScope(command: Command): Command {
  return command.requiredOption(
    '--scope <scopes>',
    'The scopes, separated by spaces: "customers:read customers:write".',
    asArgument(scopeList),
  );
}

function addCredentials(command: Command): void {
  addScope(addAccount(command.command('token')))
    .description('Prints a short-lived token for GraphiQL and scripts, signed with AUTH_JWT_SECRET.')
    .option(
      '--sub <subject>',
      'The id of an account user, or the name of a service.',
      asArgument(label),
      'cli',
    )
    .option('--ttl <time>', 'The time until the token expires, such as 90s, 15m or 8h.', asArgument(ttl), 900)
    .action(async (options: TokenArguments) => {
      const { tokenCommand } = await import('./cli/token.ts');
      return tokenCommand(config(), options, process.stdout);
    });
  const keys = command.command('api-key').description('Creates, lists and revokes the API keys of services.');
  addScope(addAccount(keys.command('create')))
    .description('Creates a key and prints it. The key cannot be shown again.')
    .requiredOption(
      '--name <name>',
      'The name of the key. Two active keys can have the same name.',
      asArgument(label),
    )
    .option(
      '--expires <when>',
      'The expiry: a time from now, such as 90d or 12h, or a date. Without it, the key does not expire.',
      asArgument(expiry),
    )
    .action(async (options: NewKeyArguments) => {
      const { createKeyCommand } = await import('./cli/api-key.ts');
      return createKeyCommand(config(), options, { out: process.stdout, notes: process.stderr });
    });
  addAccount(keys.command('list'))
    .description('Lists the keys of an account, without their secrets.')
    .action(async (options: { readonly account: string }) => {
      const { listKeysCommand } = await import('./cli/api-key.ts');
      return listKeysCommand(config(), options, process.stdout);
    });
  keys
    .command('revoke <id>')
    .description('Revokes a key. It is rejected from the next request on.')
    .action(async (id: string) => {
      const { revokeKeyCommand } = await import('./cli/api-key.ts');
      return revokeKeyCommand(config(), id, process.stdout);
    });
}

function addBackups(command: Command): void {
  command
    .command('backup <file>')
    .description(
      'Backs up the database to a file while gateways run. With DATABASE_URL, requires pg_dump and pg_restore in PATH.',
    )
    .option('--overwrite', 'Replaces the file if it exists.')
    .action(async (file: string, options: BackupArguments) => {
      const { backupCommand } = await import('./cli/backup.ts');
      return backupCommand(config(), file, options, process.stdout);
    });
  command
    .command('restore <file>')
    .description('Restores a backup into an empty DATA_DIR or, with DATABASE_URL, into an empty database.')
    .action(async (file: string) => {
      const { restoreCommand } = await import('./cli/restore.ts');
      return restoreCommand(config(), file, process.stdout);
    });
}

const optionsHelp = (): string => {
  const lines = optionLines().map((line) => `  ${line}\n`);
  return `\nOptions are environment variables; docs/configuration.md describes them, and docs/limits.md the limits:\n${lines.join('')}`;
};

function program(): Command {
  const command = new Command('customer-gateway')
    // Options after a command are its own: those after `import remap` are not those of `import`.
    .enablePositionalOptions()
    .description('A GraphQL gateway for the customers of a sales ERP, a warehouse system and a shop.')
    .version(packageVersion(), '-V, --version', 'Prints the version.')
    .helpOption('-h, --help', 'Prints the help of the program or of a command.')
    .helpCommand('help [command]', 'Prints the help of a command.')
    .showHelpAfterError()
    .exitOverride();
  command
    .command('serve')
    .description(
      'Serves GraphQL on http://HOST:PORT/graphql (127.0.0.1:4000). Without DATABASE_URL, also runs PostgreSQL in DATA_DIR.',
    )
    .addHelpText('after', optionsHelp)
    .action(async () => {
      const { serveCommand } = await import('./cli/serve.ts');
      return serveCommand(readConfig(process.env, { serving: true }), process.stdout);
    });
  command
    .command('worker', { hidden: true })
    .action(async () => (await import('./cli/worker.ts')).workerCommand());
  command
    .command('migrate')
    .description('Applies the pending migrations to the database.')
    .action(async () => {
      const { migrateCommand } = await import('./cli/migrate.ts');
      return migrateCommand(config(), process.stdout);
    });
  command
    .command('seed')
    .description('Creates demo data in an empty database, or adds customers to the first demo account.')
    .option(
      '--customers <count>',
      'The number of customers of the first account.',
      asArgument(customerCount),
      demoCustomers,
    )
    .action(async (options: { readonly customers: number }) => {
      const { seedCommand } = await import('./cli/seed.ts');
      return seedCommand(config(), options, process.stdout);
    });
  command
    .command('schema')
    .description('Prints the sorted GraphQL schema (SDL).')
    .option('--out <file>', 'Writes to a file instead of stdout.')
    .option('--federation', 'Prints the schema as an Apollo Federation 2 subgraph.')
    .action(async (options: SchemaArguments) => {
      const { schemaCommand } = await import('./cli/schema.ts');
      return schemaCommand(options, process.stdout);
    });
  addAccounts(command, config);
  addBackups(command);
  addExport(command, config);
  addImport(command, config);
  addCredentials(command);
  addUsers(command, config);
  addOutbox(command, config);
  return command;
}

async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    // Commander has already printed the error and the usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
    const { failureText } = await import('./cli/explain.ts');
    process.stderr.write(`${await failureText(error, config)}\n`);
    if (error instanceof CommandError) return error.exitCode;
    return error instanceof ConfigError ? usage : 1;
  }
}

// The reader closed the stream (`schema | head`, a closed terminal); work in progress still ends normally.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });

process.exitCode = await run();
