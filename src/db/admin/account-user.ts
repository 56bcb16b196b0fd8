import { randomUUID } from 'node:crypto';
import type { Db } from '../client.ts';
import { newId } from '../model/id.ts';

interface Invitation {
  readonly accountId: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string | null;
  /** The id or the name of a role of the account or the system. */
  readonly role: string | undefined;
}

type InvitationRefusal = 'no such account' | 'no such role' | 'already a user';

export interface ListedUser {
  readonly id: string;
  readonly status: 'ACTIVE' | 'DISABLED' | 'REMOVED';
  readonly email: string | null;
  readonly name: string | null;
  readonly role: string | null;
  readonly lastUsedAt: Date | null;
}

type Tx = Parameters<Parameters<Db['$transaction']>[0]>[0];

const invitationTopic = 'accountUser.invitation';

/** Prisma's own limits, 2 and 5 s, are for requests. */
const transactionLimits = { maxWait: 30_000, timeout: 30_000 };

/** The account's own role before the system's. */
async function findRole(tx: Tx, accountId: string, role: string): Promise<string | undefined> {
  const found = await tx.role.findMany({
    where: { AND: [{ OR: [{ id: role }, { name: role }] }, { OR: [{ accountId }, { accountId: null }] }] },
    orderBy: { accountId: { sort: 'asc', nulls: 'last' } },
  });
  return found[0]?.id;
}

interface Seat {
  readonly id: string;
  readonly userId: string;
  readonly status: ListedUser['status'];
  readonly hasSignedIn: boolean;
}

async function findSeat(tx: Tx, { accountId, email }: Invitation): Promise<Seat | undefined> {
  const [seat] = await tx.$queryRaw<readonly Seat[]>`/* invitedSeat */
    select s.id, s.user_id as "userId", s.status, exists (select from account_user_identities i
        where i.account_id = s.account_id and i.account_user_id = s.id) as "hasSignedIn"
    from users u join account_users s on s.account_id = u.account_id and s.user_id = u.id
    where u.account_id = ${accountId} and lower(u.email collate "und-x-icu") = ${email}
    order by u.email = ${email} desc, s.id limit 1`;
  return seat;
}

/** Returns the id of the account user; undefined if the person has signed in and is still active. */
async function haveAccountUser(tx: Tx, invitation: Invitation, roleId: string | undefined) {
  const { accountId, email, name } = invitation;
  const data = { status: 'ACTIVE' as const, ...(roleId !== undefined && { roleId }) };
  const seat = await findSeat(tx, invitation);
  if (seat === undefined) {
    const [id, userId] = [newId('AccountUser'), newId('User')];
    await tx.user.create({ data: { accountId, id: userId, email, name } });
    await tx.accountUser.create({ data: { accountId, id, userId, ...data } });
    return id;
  }
  if (seat.status === 'ACTIVE' && seat.hasSignedIn) return undefined;
  const updatedAt = new Date();
  const keyOf = (id: string) => ({ accountId_id: { accountId, id } });
  if (name !== null) await tx.user.update({ where: keyOf(seat.userId), data: { name, updatedAt } });
  await tx.accountUser.update({ where: keyOf(seat.id), data: { ...data, updatedAt } });
  return seat.id;
}

/** Creates an active account user, or reinstates one, and writes the message. Repeatable until the first sign-in. */
export function inviteAccountUser(
  db: Db,
  invitation: Invitation,
): Promise<{ readonly id: string } | InvitationRefusal> {
  const { accountId, email, name, role } = invitation;
  return db.$transaction(async (tx) => {
    // Locks the account's row, so that concurrent invitations create one user.
    const [account] = await tx.$queryRaw<readonly { name: string }[]>`/* invitingAccount */
      select name from accounts where id = ${accountId} for no key update`;
    if (account === undefined) return 'no such account';
    const roleId = role === undefined ? undefined : await findRole(tx, accountId, role);
    if (role !== undefined && roleId === undefined) return 'no such role';
    const accountUserId = await haveAccountUser(tx, invitation, roleId);
    if (accountUserId === undefined) return 'already a user';
    const payload = { accountUserId, accountName: account.name, name };
    const id = `msg_${randomUUID().replaceAll('-', '')}`;
    await tx.outboxMessage.create({
      data: { accountId, id, topic: invitationTopic, recipient: email, payload },
    });
    return { id: accountUserId };
  }, transactionLimits);
}

/** Lists an account's users, oldest first; undefined if the account does not exist. */
export async function listAccountUsers(
  db: Db,
  accountId: string,
): Promise<readonly ListedUser[] | undefined> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: {
      accountUsers: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        include: { user: { select: { email: true, name: true } }, role: { select: { name: true } } },
      },
    },
  });
  return account?.accountUsers.map(({ id, status, lastUsedAt, user, role }) => ({
    id,
    status,
    lastUsedAt,
    email: user.email,
    name: user.name,
    role: role?.name ?? null,
  }));
}
