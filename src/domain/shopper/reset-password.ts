import { lockCustomers } from '../customer/lock.ts';
import { readRequiredText, signInEmail } from '../write/text.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type AttemptLimit, isTooMany } from './attempts.ts';
import { checkPassword, hashPassword } from './password.ts';
import { findToken, issueToken, newToken, useToken } from './reset-token.ts';
import { storePassword } from './store-password.ts';

export const resetRequests: AttemptLimit = { kind: 'shopperPasswordReset', most: 5, minutes: 60 };

/** Neither mutation takes a key or a dry run: their contract has none. */
interface Once {
  readonly idempotencyKey?: undefined;
}

export interface RequestAnswer {
  /** The message that was put out for a mailer; null where nobody has the email. For logs, not for callers. */
  readonly messageId: string | null;
}

/** Has a token sent to a shopper. What is done, and answered, is the same for an email that nobody has. */
export function requestPasswordReset(
  writer: Writer,
  input: Once & { readonly email: string },
): Promise<Payload<RequestAnswer>> {
  return writer.run({ name: 'shopperPasswordResetRequest', input }, async (write) => {
    const { faults } = write;
    const email = readRequiredText(input.email, 'email', signInEmail, faults) ?? '';
    faults.settle();
    const { most, minutes } = resetRequests;
    if (await isTooMany(write, resetRequests, email))
      faults.add(
        'LIMIT_EXCEEDED',
        'email',
        `A reset was requested ${most} times within ${minutes} minutes for this email; try again later.`,
      );
    faults.settle();
    return { messageId: await issueToken(write, email, newToken()) };
  });
}

interface ResetInput extends Once {
  readonly token: string;
  readonly newPassword: string;
}

function refuseToken({ faults }: Write): void {
  faults.add('INVALID', 'token', 'This token is unknown, used or expired; request a new one.');
}

function check(writer: Writer, name: string, input: ResetInput): Promise<Payload<object>> {
  return writer.run({ name, input }, async (write) => {
    checkPassword(input.newPassword, 'newPassword', write.faults);
    if ((await findToken(write, input.token)) === undefined) refuseToken(write);
    write.faults.settle();
    return {};
  });
}

/** Sets a new password by a token. It is hashed only for a token that is good, and in no transaction. */
export async function resetPassword(writer: Writer, input: ResetInput): Promise<Payload<object>> {
  const name = 'shopperPasswordReset';
  const checked = await check(writer, name, input);
  if (checked.userErrors.length > 0) return checked;
  const hash = await hashPassword(input.newPassword, writer.requester);
  return writer.run({ name, input }, async (write) => {
    const id = (await findToken(write, input.token)) ?? '';
    const customer = (await lockCustomers(write, [id])).get(id);
    const isGood = await useToken(write, input.token);
    if (!isGood) refuseToken(write);
    write.faults.settle();
    if (customer === undefined) throw new Error('A token is that of a customer.');
    await storePassword(write, customer, hash);
    return {};
  });
}
