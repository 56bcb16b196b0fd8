import { lockCustomer, settleFor } from '../customer/lock-customer.ts';
import type { CustomerAnswer } from '../customer/mutations.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import { Faults } from '../write/faults.ts';
import type { Request } from '../write/idempotency.ts';
import type { Payload, Writer } from '../write/writer.ts';
import { checkPassword, hashPassword } from './password.ts';
import { storePassword } from './store-password.ts';

interface PasswordInput {
  readonly by: CustomerIdentifier;
  readonly password: string;
}

/** Sets a shopper's password. Hashes it before the transaction, so that no lock is held meanwhile. */
export async function setPassword(
  writer: Writer,
  input: PasswordInput & Request['input'],
): Promise<Payload<CustomerAnswer>> {
  const { by, password } = input;
  const hash = checkPassword(password, 'password', new Faults()) ? await hashPassword(password, writer) : '';
  return writer.run({ name: 'shopperPasswordSet', input, secrets: ['password'] }, async (write) => {
    const { faults } = write;
    checkPassword(password, 'password', faults);
    const customer = await lockCustomer(write, { by });
    if (customer?.shopperEmail === null)
      faults.add('INVALID', 'by', 'The customer has no shopper; set its `shopper`, with an email, first.');
    settleFor(customer, write);
    await storePassword(write, customer, hash);
    return { id: customer.id };
  });
}
