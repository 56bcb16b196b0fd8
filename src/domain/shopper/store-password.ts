import { sql } from '../../db/model/table.ts';
import { updateRows } from '../../db/write/rows.ts';
import { changeOf, recordEvents, type ValueChange } from '../customer/event.ts';
import type { CustomerRow } from '../customer/fields.ts';
import { changeTime } from '../customer/version.ts';
import type { Write } from '../write/writer.ts';
import { forgetAttempts } from './attempts.ts';
import { signInAttempts } from './sign-in.ts';

/** The event records that the password was set, without any value. */
const newPassword: ValueChange = { field: 'shopper.password', oldValue: null, newValue: null };

export async function storePassword(
  write: Write,
  customer: CustomerRow,
  passwordHash: string,
): Promise<void> {
  const { prisma, accountId } = write;
  const { id: customerId, version } = customer;
  const had = await prisma((tx) => tx.shopperCredential.count({ where: { accountId, customerId } }));
  await write.run(sql`/* shopperPasswordStore */
    insert into shopper_credentials (account_id, customer_id, password_hash)
    values (${accountId}, ${customerId}, ${passwordHash})
    on conflict (account_id, customer_id) do update
      set password_hash = excluded.password_hash, created_at = excluded.created_at`);
  // A shopper who forgot the password may have tried too often.
  await forgetAttempts(write, signInAttempts, customer.shopperEmail ?? '');
  await prisma((tx) => tx.passwordResetToken.deleteMany({ where: { accountId, customerId, usedAt: null } }));
  const updatedAt = changeTime(customer);
  await updateRows(
    write,
    'Customer',
    [{ id: customerId, version: version + 1, updatedAt }],
    ['version', 'updatedAt'],
  );
  const changes = [newPassword, ...changeOf('shopper.hasPassword', String(had > 0), 'true')];
  recordEvents(write, [{ customerId, action: 'UPDATE', changes, occurredAt: updatedAt }]);
}
