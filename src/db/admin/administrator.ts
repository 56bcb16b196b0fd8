import type { DbTransaction } from '../client.ts';
import { newId } from '../model/id.ts';

export interface Administrator {
  readonly email: string;
  readonly name: string | null;
}

/** Adds a person to a new account with the system's role of administrators; returns the account user's id. */
export async function addAdministrator(
  tx: DbTransaction,
  accountId: string,
  { email, name }: Administrator,
): Promise<string> {
  const role = await tx.role.findFirst({
    where: { accountId: null, type: 'ADMIN' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  const [id, userId] = [newId('AccountUser'), newId('User')];
  await tx.user.create({ data: { accountId, id: userId, email, name } });
  await tx.accountUser.create({ data: { accountId, id, userId, roleId: role?.id ?? null } });
  return id;
}
