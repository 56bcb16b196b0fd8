import { hashApiKey, newApiKey } from '../auth/api-key.ts';
import type { TokenOptions } from '../auth/token.ts';
import { scopes } from '../auth/viewer.ts';
import type { Config } from '../config.ts';
import { type Created, createFirstAccount } from '../db/admin/account.ts';
import { createDb } from '../db/client.ts';
import type { NewAccountArguments, Streams } from './account.ts';
import { CommandError } from './command-error.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export interface InitArguments extends NewAccountArguments {
  readonly email: string;
  readonly adminName?: string;
}

const allScopes = scopes.join(' ');
const keyName = 'administrator';

type Tokens = Pick<TokenOptions, 'issuer' | 'audience'>;

function keyNote(keyId: string): string {
  return `API key ${keyId}, "${keyName}", with all scopes; it does not expire. It is not stored and cannot be shown again. Send it as \`Authorization: Bearer …\`:`;
}

const tokenNote =
  'AUTH_API_KEY_SECRET is not set, so no API key was created. With AUTH_JWT_SECRET, AUTH_ISSUER and AUTH_AUDIENCE, this command prints a token of the administrator for 15 minutes:';

function claimsNote({ issuer, audience }: Tokens): string {
  return `The administrator signs in with a token of ${issuer} for the audience ${audience}, with these claims and a \`sub\`:`;
}

function tokenCommandLine({ accountId, accountUserId }: Created): string {
  return `customer-gateway token --account ${accountId} --sub ${accountUserId} --scope "${allScopes}"`;
}

/** The claims of a token with which an identity provider signs in the administrator. */
function claimsLine({ accountId }: Created, email: string): string {
  return JSON.stringify({ account: accountId, scope: allScopes, email, email_verified: true });
}

/** The text and the result: the API key if there is one, else the way to a token. */
function credentialOf(
  config: Config,
  created: Created,
  email: string,
  key?: string,
): readonly [string, string] {
  const tokens = config.signIn?.tokens;
  if (key !== undefined && created.keyId !== undefined) return [keyNote(created.keyId), key];
  if (tokens !== undefined && 'jwksUrl' in tokens.key)
    return [claimsNote(tokens), claimsLine(created, email)];
  return [tokenNote, tokenCommandLine(created)];
}

function nextCommands({ accountId }: Created): string {
  const commands = [
    ['customer-gateway serve', 'starts the gateway'],
    [
      `customer-gateway api-key create --account ${accountId} --name import --scope "customers:read customers:write customers:import settings:write"`,
      'creates the key of a service that loads customers',
    ],
    [`customer-gateway user invite --account ${accountId} --email EMAIL`, 'adds another person'],
  ];
  return commands.map(([command, effect]) => `  ${command}\n    ${effect}\n`).join('');
}

/** `init`: writes only the API key, or the claims of a token or the command for one, to `out`, all else to `notes`. */
export function initCommand(config: Config, given: InitArguments, { out, notes }: Streams): Promise<void> {
  const { name, numberPrefix, email, adminName = null } = given;
  const secret = config.signIn?.apiKeySecret;
  const key = secret === undefined ? undefined : newApiKey();
  return withMigratedDatabase(config, async ({ pool }) => {
    const created = await createFirstAccount(createDb(pool), {
      account: { name, numberPrefix },
      administrator: { email, name: adminName },
      key:
        key === undefined || secret === undefined
          ? undefined
          : { name: keyName, hash: hashApiKey(key, secret), scopes },
    });
    if ('existing' in created)
      throw new CommandError(
        `The account ${created.existing.id}, "${created.existing.name}", already exists. \`customer-gateway account create\` adds another one.`,
      );
    const { accountId, accountUserId } = created;
    const who = adminName === null ? email : `${adminName} <${email}>`;
    notes.write(
      `Account ${accountId}, "${name}", with customer numbers from ${numberPrefix}000001.\nAdministrator ${accountUserId}: ${who}.\n`,
    );
    const [note, credential] = credentialOf(config, created, email, key);
    notes.write(`${note}\n`);
    out.write(`${credential}\n`);
    notes.write(`Next:\n${nextCommands(created)}`);
  });
}
