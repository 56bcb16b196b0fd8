#!/usr/bin/env -S node --min-semi-space-size=32 --max-semi-space-size=32 --max-old-space-size=1536
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { createKeyCommand, listKeysCommand, type NewKeyArguments, revokeKeyCommand } from './cli/api-key.ts';
import { accountId, label, scopeList } from './cli/arguments.ts';
import { type BackupArguments, backupCommand } from './cli/backup.ts';
import { CommandError } from './cli/command-error.ts';
import { expiry, ttl } from './cli/duration.ts';
import { explainDatabase } from './cli/explain.ts';
import { migrateCommand } from './cli/migrate.ts';
import { restoreCommand } from './cli/restore.ts';
import { type SchemaArguments, schemaCommand } from './cli/schema.ts';
import { customerCount, demoCustomers, seedCommand } from './cli/seed.ts';
import { serveCommand } from './cli/serve.ts';
import { type TokenArguments, tokenCommand } from './cli/token.ts';
import { workerCommand } from './cli/worker.ts';
import { ConfigError, readConfig } from './config.ts';
import { MigrationError } from './db/migration-file.ts';
import { EmbeddedServerError } from './embedded/server.ts';

const usage = 2;

/** Reports an invalid value together with the command's usage. */
function asArgument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof CommandError ? new InvalidArgumentError(error.message) : error;
    }
  };
}

const config = () => readConfig(process.env);

function addAccount(command: Command): Command {
  return command.requiredOption('--account <id>', 'the account that it is for', asArgument(accountId));
}

function addScope(command: Command): Command {
  return command.requiredOption(
    '--scope <scopes>',
    'what it allows, such as "customers:read customers:write"',
    asArgument(scopeList),
  );
}

/** Adds the commands that create and revoke the credentials of callers. */
function addCredentials(command: Command): void {
  addScope(addAccount(command.command('token')))
    .description('Print a short-lived token, signed with AUTH_JWT_SECRET: for GraphiQL and scripts.')
    .option('--sub <subject>', 'an account user’s id, or the name of a service', asArgument(label), 'cli')
    .option('--ttl <time>', 'how long it is good for: 90s, 15m, 8h', asArgument(ttl), 900)
    .action((options: TokenArguments) => tokenCommand(config(), options, process.stdout));
  const keys = command.command('api-key').description('Make, list and revoke the API keys of services.');
  addScope(addAccount(keys.command('create')))
    .description('Make a key and show it, this once.')
    .requiredOption('--name <name>', 'what it is for; two of one name can be live', asArgument(label))
    .option('--expires <when>', '90d, 12h, or a date; never when not given', asArgument(expiry))
    .action((options: NewKeyArguments) =>
      createKeyCommand(config(), options, { out: process.stdout, notes: process.stderr }),
    );
  addAccount(keys.command('list'))
    .description('List an account’s keys, without the keys themselves.')
    .action((options: { readonly account: string }) => listKeysCommand(config(), options, process.stdout));
  keys
    .command('revoke <id>')
    .description('End a key, at once.')
    .action((id: string) => revokeKeyCommand(config(), id, process.stdout));
}

function addBackups(command: Command): void {
  command
    .command('backup <file>')
    .description(
      'Back up the database to a file, while gateways run. With DATABASE_URL it needs pg_dump and pg_restore in PATH.',
    )
    .option('--overwrite', 'replace the file if it exists')
    .action((file: string, options: BackupArguments) =>
      backupCommand(config(), file, options, process.stdout),
    );
  command
    .command('restore <file>')
    .description('Restore a backup into an empty DATA_DIR, or into an empty database with DATABASE_URL.')
    .action((file: string) => restoreCommand(config(), file, process.stdout));
}

function program(): Command {
  const command = new Command('customer-gateway')
    .description('One GraphQL schema over a sales ERP’s, a warehouse’s and a shop’s customers.')
    .showHelpAfterError()
    .exitOverride();
  command
    .command('serve')
    .description(
      'Serve GraphQL on http://HOST:PORT/graphql (127.0.0.1:4000). Without DATABASE_URL, run PostgreSQL in DATA_DIR too.',
    )
    .action(() => serveCommand(readConfig(process.env, { serving: true }), process.stdout));
  command.command('worker', { hidden: true }).action(workerCommand);
  command
    .command('migrate')
    .description('Bring the database up to this version of the gateway.')
    .action(() => migrateCommand(config(), process.stdout));
  command
    .command('seed')
    .description('Fill an empty database with demo data, or top the first demo account up.')
    .option(
      '--customers <count>',
      'how many customers the first account is to have',
      asArgument(customerCount),
      demoCustomers,
    )
    .action((options: { readonly customers: number }) => seedCommand(config(), options, process.stdout));
  command
    .command('schema')
    .description('Print the schema in GraphQL’s schema language, sorted.')
    .option('--out <file>', 'write it to a file instead')
    .option('--federation', 'as a subgraph of Apollo Federation 2, for composers')
    .action((options: SchemaArguments) => schemaCommand(options, process.stdout));
  addBackups(command);
  addCredentials(command);
  return command;
}

/** Returns one line for problems that the user can fix, and the stack for any other error. */
async function explain(error: unknown): Promise<string> {
  const isTheirs = [ConfigError, MigrationError, EmbeddedServerError, CommandError].some(
    (kind) => error instanceof kind,
  );
  if (!(error instanceof Error)) return String(error);
  if (isTheirs) return error.message;
  return (await explainDatabase(error, config())) ?? error.stack ?? error.message;
}

async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    // Commander has already printed the error and the usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
    process.stderr.write(`${await explain(error)}\n`);
    return error instanceof ConfigError ? usage : 1;
  }
}

// The reader closed the stream (`schema | head`, a closed terminal); work in progress still ends normally.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });

process.exitCode = await run();
