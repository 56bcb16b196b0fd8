import * as add from '../../../builders.ts';
import { openGateway } from '../../../gateway.ts';

/** A gateway with an account, as a service and as an account user. */
export async function openCallers() {
  const gateway = await openGateway();
  const { db, as } = gateway;
  const { id: accountId } = await add.addAccount(db);
  await add.havePriority(db);
  const { id: userId } = await add.addAccountUser(db, accountId);
  return { ...gateway, accountId, service: as(accountId), person: as(accountId, userId) };
}

export const augno = () => ({ system: 'AUGNO', sourceId: add.word() });
export const shop = () => ({ system: 'COMMERCE_LAYER', sourceId: add.word() });
