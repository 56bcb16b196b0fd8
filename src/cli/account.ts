import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.ts';
import {
  type AccountSummary,
  createAccount,
  findAccount,
  listAccounts,
  type NewAccount,
  renameAccount,
} from '../db/admin/account.ts';
import { deleteAccount } from '../db/admin/account-deletion.ts';
import { createDb } from '../db/client.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export type NewAccountArguments = NewAccount;

export interface Streams {
  readonly out: Writable;
  readonly notes: Writable;
}

const noAccount = (id: string) =>
  new CommandError(`Account ${id} does not exist; \`customer-gateway account list\` lists all accounts.`);

/** `account create`: writes only the id to `out`, for use in scripts. */
export function createAccountCommand(config: Config, given: NewAccountArguments, { out, notes }: Streams) {
  const { name, numberPrefix } = given;
  return withMigratedDatabase(config, async ({ pool }) => {
    const id = await createAccount(createDb(pool), { name, numberPrefix });
    notes.write(`Created "${name}", with customer numbers from ${numberPrefix}000001.\n`);
    out.write(`${id}\n`);
  });
}

const stateOf = ({ closedAt }: AccountSummary): string =>
  closedAt === null ? 'open' : `being deleted since ${closedAt.toISOString()}`;

const countText = (count: number): string => (count === 1 ? '1 customer' : `${count} customers`);

const lineOf = (account: AccountSummary): string =>
  [account.id, account.name, account.numberPrefix, countText(account.customers), stateOf(account)].join('\t');

export function listAccountsCommand(config: Config, out: Writable): Promise<void> {
  return withMigratedDatabase(config, async ({ pool }) => {
    const accounts = await listAccounts(createDb(pool));
    out.write(
      accounts.length === 0
        ? 'No accounts: `customer-gateway init` creates the first one.\n'
        : accounts.map((account) => `${lineOf(account)}\n`).join(''),
    );
  });
}

export function renameAccountCommand(config: Config, id: string, name: string, out: Writable): Promise<void> {
  return withMigratedDatabase(config, async ({ pool }) => {
    if (!(await renameAccount(createDb(pool), id, name))) throw noAccount(id);
    out.write(`Renamed ${id} to "${name}".\n`);
  });
}

export interface DeletionArguments {
  readonly withData?: boolean;
  readonly yes?: boolean;
}

export interface Terminal extends Streams {
  readonly input: Readable & { readonly isTTY?: boolean };
}

async function confirm(question: string, { input, notes }: Terminal): Promise<void> {
  if (input.isTTY !== true)
    throw new CommandError(
      'A deletion cannot be undone: add --yes to confirm it, or run the command in a terminal.',
    );
  const lines = createInterface({ input, output: notes });
  // Without an answer, as after Ctrl-D, nothing is deleted.
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  const answer = await Promise.race([lines.question(`${question} Type "yes" to continue: `), ended]);
  lines.close();
  if (answer.trim().toLowerCase() !== 'yes') throw new CommandError('Nothing was deleted.');
}

const hasCustomers = ({ id, name, customers }: AccountSummary) =>
  new CommandError(
    `Account ${id}, "${name}", has ${countText(customers)}: add --with-data to delete them with the account.`,
  );

export function deleteAccountCommand(
  config: Config,
  id: string,
  { withData = false, yes = false }: DeletionArguments,
  terminal: Terminal,
): Promise<void> {
  const { out, notes } = terminal;
  return withMigratedDatabase(config, async ({ pool }) => {
    const account = await findAccount(createDb(pool), id);
    if (account === undefined) throw noAccount(id);
    const { name, customers } = account;
    if (customers > 0 && !withData) throw hasCustomers(account);
    const what = customers === 0 ? `"${name}"` : `"${name}" with ${countText(customers)}`;
    if (!yes) await confirm(`Delete account ${id}, ${what}? This cannot be undone.`, terminal);
    if (withData && account.closedAt === null)
      notes.write(
        'The account is closed; credentials and subscriptions end within 5 s. Deleting its rows …\n',
      );
    const refusal = await deleteAccount(pool, id, { withData });
    if (refusal === 'no such account') throw noAccount(id);
    if (refusal === 'another deletion')
      throw new CommandError(
        `Another process is deleting account ${id}: run the command again when it has ended.`,
      );
    if (refusal === 'has customers') throw hasCustomers({ ...account, customers: Math.max(customers, 1) });
    out.write(`Deleted ${id}, ${what}.\n`);
  });
}
