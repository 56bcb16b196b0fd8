#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError } from 'commander';
import { CommandError } from './cli/command-error.ts';
import { migrateCommand } from './cli/migrate.ts';
import { schemaCommand } from './cli/schema.ts';
import { customerCount, demoCustomers, seedCommand } from './cli/seed.ts';
import { serveCommand } from './cli/serve.ts';
import { ConfigError, readConfig } from './config.ts';
import { MigrationError } from './db/migrate.ts';
import { EmbeddedServerError } from './embedded/server.ts';

const usage = 2;

/** A value that is wrong is told with the command's usage. */
function asArgument<T>(parse: (text: string) => T): (text: string) => T {
  return (text) => {
    try {
      return parse(text);
    } catch (error) {
      throw error instanceof CommandError ? new InvalidArgumentError(error.message) : error;
    }
  };
}

function program(): Command {
  const config = () => readConfig(process.env);
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
    .action((options: { readonly out?: string }) => schemaCommand(options, process.stdout));
  return command;
}

/** What a person can put right is told in a line; anything else with all that is known of it. */
function explain(error: unknown): string {
  const isTheirs = [ConfigError, MigrationError, EmbeddedServerError, CommandError].some(
    (kind) => error instanceof kind,
  );
  if (error instanceof Error) return isTheirs ? error.message : (error.stack ?? error.message);
  return String(error);
}

async function run(): Promise<number> {
  try {
    await program().parseAsync();
    return 0;
  } catch (error) {
    // Commander has said what is wrong, with the usage.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage;
    process.stderr.write(`${explain(error)}\n`);
    return error instanceof ConfigError ? usage : 1;
  }
}

// Whoever read it reads no more (`schema | head`, a closed terminal); what is under way still ends in order.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
  });

process.exitCode = await run();
