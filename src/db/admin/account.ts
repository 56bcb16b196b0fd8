import type { Db, DbTransaction } from '../client.ts';
import { newId, newKeyId } from '../model/id.ts';
import { type Administrator, addAdministrator } from './administrator.ts';

export const defaultNumberPrefix = 'GW-';

/** The same rule as the database's: unambiguous before the digits of a number. */
export const numberPrefixPattern = /^[A-Za-z]([A-Za-z0-9._/-]{0,8}[A-Za-z._/-])?$/;

export interface NewAccount {
  readonly name: string;
  readonly numberPrefix: string;
}

export interface AccountSummary extends NewAccount {
  readonly id: string;
  readonly createdAt: Date;
  /** Not null while the account is being deleted. */
  readonly closedAt: Date | null;
  readonly customers: number;
}

export interface FirstAccount {
  readonly account: NewAccount;
  readonly administrator: Administrator;
  /** The API key to store; undefined without a secret to hash it with. */
  readonly key:
    | { readonly name: string; readonly hash: string; readonly scopes: readonly string[] }
    | undefined;
}

export interface Created {
  readonly accountId: string;
  readonly accountUserId: string;
  readonly keyId: string | undefined;
}

export interface Existing {
  readonly existing: { readonly id: string; readonly name: string };
}

const oldestFirst = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];

async function insertAccount(
  tx: Pick<DbTransaction, 'account'>,
  { name, numberPrefix }: NewAccount,
): Promise<string> {
  const { id } = await tx.account.create({
    data: { id: newId('Account'), name, numberPrefix },
    select: { id: true },
  });
  return id;
}

export const createAccount = (db: Db, account: NewAccount): Promise<string> => insertAccount(db, account);

/** Creates the first account with its administrator, in one transaction; has no effect if there is an account. */
export function createFirstAccount(
  db: Db,
  { account, administrator, key }: FirstAccount,
): Promise<Created | Existing> {
  return db.$transaction(async (tx) => {
    // Of two concurrent calls, the second one sees the account of the first.
    await tx.$executeRaw`/* lockAccounts */ lock table accounts in share row exclusive mode`;
    const existing = await tx.account.findFirst({ orderBy: oldestFirst, select: { id: true, name: true } });
    if (existing !== null) return { existing };
    const accountId = await insertAccount(tx, account);
    const accountUserId = await addAdministrator(tx, accountId, administrator);
    const keyId = key && newKeyId();
    if (key !== undefined && keyId !== undefined)
      await tx.apiKey.create({ data: { ...key, id: keyId, accountId, scopes: [...key.scopes] } });
    return { accountId, accountUserId, keyId };
  });
}

const summary = {
  id: true,
  name: true,
  numberPrefix: true,
  createdAt: true,
  closedAt: true,
  _count: { select: { customers: true } },
} as const;

interface SummaryRow extends Omit<AccountSummary, 'customers'> {
  readonly _count: { readonly customers: number };
}

const toSummary = ({ _count, ...row }: SummaryRow): AccountSummary => ({
  ...row,
  customers: _count.customers,
});

/** All accounts, oldest first. */
export async function listAccounts(db: Db): Promise<readonly AccountSummary[]> {
  return (await db.account.findMany({ select: summary, orderBy: oldestFirst })).map(toSummary);
}

export async function findAccount(db: Db, id: string): Promise<AccountSummary | undefined> {
  const row = await db.account.findUnique({ where: { id }, select: summary });
  return row === null ? undefined : toSummary(row);
}

export async function renameAccount(db: Db, id: string, name: string): Promise<boolean> {
  const { count } = await db.account.updateMany({ where: { id }, data: { name, updatedAt: new Date() } });
  return count === 1;
}
