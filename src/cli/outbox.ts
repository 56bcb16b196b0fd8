import type { Writable } from 'node:stream';
import type { Config } from '../config.ts';
import {
  listMessages,
  maxListed,
  type RetryRefusal,
  retryFailed,
  retryMessage,
  type UnsentMessage,
} from '../db/admin/outbox.ts';
import { createDb } from '../db/client.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';

function stateOf({ failedAt, nextAttemptAt }: UnsentMessage): string {
  if (failedAt !== null) return `failed ${failedAt.toISOString()}`;
  return nextAttemptAt.getTime() > Date.now() ? `next attempt ${nextAttemptAt.toISOString()}` : 'due';
}

/** Control characters could forge other lines of the list. */
const printable = (text: string): string => text.replaceAll(/\p{Cc}/gu, '�');

function messageLine(message: UnsentMessage): string {
  const { id, accountId, topic, recipient, createdAt, attempts, lastError } = message;
  const tries = `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;
  const facts = [
    id,
    accountId,
    topic,
    recipient,
    `created ${createdAt.toISOString()}`,
    stateOf(message),
    tries,
  ];
  return [...facts, lastError ?? ''].map(printable).join('\t').trimEnd();
}

export interface OutboxListArguments {
  readonly account?: string;
  readonly failed?: boolean;
}

/** `outbox list`: does not print payloads, which contain tokens. */
export function listOutboxCommand(
  config: Config,
  { account: accountId, failed: onlyFailed }: OutboxListArguments,
  { out, notes }: { readonly out: Writable; readonly notes: Writable },
): Promise<void> {
  return withMigratedDatabase(config, async ({ pool }) => {
    const messages = await listMessages(createDb(pool), { accountId, onlyFailed });
    out.write(
      messages.length === 0 ? 'No messages.\n' : messages.map((each) => `${messageLine(each)}\n`).join(''),
    );
    if (messages.length === maxListed) notes.write(`These are the newest ${maxListed} messages.\n`);
  });
}

const refusals: Readonly<Record<RetryRefusal, string>> = {
  'no such message': 'This message does not exist: pass an id that `outbox list` shows.',
  sent: 'This message was delivered.',
  expired: 'This message has expired, and its content was deleted: create a new one.',
};

export interface OutboxRetryArguments {
  readonly allFailed?: boolean;
}

export function retryOutboxCommand(
  config: Config,
  id: string | undefined,
  { allFailed = false }: OutboxRetryArguments,
  out: Writable,
): Promise<void> {
  if ((id === undefined) !== allFailed)
    throw new CommandError('Pass either the id of a message or --all-failed.');
  return withMigratedDatabase(config, async ({ pool }) => {
    const db = createDb(pool);
    if (id === undefined) {
      out.write(`${await retryFailed(db)} failed messages are due again.\n`);
      return;
    }
    const refusal = await retryMessage(db, id);
    if (refusal !== undefined) throw new CommandError(refusals[refusal]);
    out.write(`${id} is due.\n`);
  });
}
