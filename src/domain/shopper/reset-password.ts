import { lockCustomers } from '../customer/lock.ts';
import { readRequiredText, signInEmail } from '../write/text.ts';
import type { Payload, Write, Writer } from '../write/writer.ts';
import { type AttemptLimit, isTooMany } from './attempts.ts';
import { checkPassword, hashPassword } from './password.ts';
import { findToken, issueToken, newToken, useToken } from './reset-token.ts';
import { storePassword } from './store-password.ts';

export const resetRequests: AttemptLimit = { kind: 'shopperPasswordReset', most: 5, minutes: 60 };

/** Both mutations have neither an idempotency key nor a dry run. */
interface Once {
  readonly idempotencyKey?: undefined;
}

interface RequestAnswer {
  /** The id of the outbox message; null if no shopper has the email. For logs only, never for callers. */
  readonly messageId: string | null;
}

/** Sends a reset token to a shopper. The work and the answer are the same for an unknown email. */
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

/** Hashes the password only if the token is valid, and outside of transactions. */
export async function resetPassword(writer: Writer, input: ResetInput): Promise<Payload<object>> {
  const name = 'shopperPasswordReset';
  const checked = await check(writer, name, input);
  if (checked.userErrors.length > 0) return checked;
  const hash = await hashPassword(input.newPassword, writer);
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
