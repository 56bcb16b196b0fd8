import { sql } from '../../db/model/table.ts';
import { QueueFullError } from '../../fair-queue.ts';
import { readRequiredText, signInEmail } from '../write/text.ts';
import type { UserError } from '../write/user-error.ts';
import type { Payload, Writer } from '../write/writer.ts';
import { type AttemptLimit, isTooMany, uncountAttempt } from './attempts.ts';
import { verifyPassword } from './password.ts';

/** Failed attempts for one email of an account. */
export const signInAttempts: AttemptLimit = { kind: 'shopperSignIn', most: 10, minutes: 15 };

interface SignInInput {
  readonly email: string;
  readonly password: string;
}

export interface SignInAnswer {
  readonly customerId: string;
}

interface Candidate {
  readonly email: string;
  readonly customerId: string | null;
  readonly passwordHash: string | null;
  readonly canSignIn: boolean;
}

const name = 'shopperSignIn';

/** One error for all causes, so that it does not show whether the email is registered. */
const failed: UserError = {
  code: 'SIGN_IN_FAILED',
  message:
    'The email or the password is wrong, or this customer cannot sign in; check both, or reset the password.',
  path: [],
};

/** Counts the attempt before the password is checked, so that concurrent attempts count too. */
function begin(writer: Writer, { email: given }: SignInInput): Promise<Payload<Candidate>> {
  return writer.run({ name, input: {} }, async (write) => {
    const { faults, run, accountId } = write;
    const email = readRequiredText(given, 'email', signInEmail, faults) ?? '';
    faults.settle();
    const { most, minutes } = signInAttempts;
    if (await isTooMany(write, signInAttempts, email))
      faults.add(
        'LIMIT_EXCEEDED',
        'email',
        `${most} sign-ins failed within ${minutes} minutes for this email; try again later.`,
      );
    faults.settle();
    const [row] = await run(sql`/* shopperSignInFind */
      select c.id, s.password_hash, c.discontinued_at is null
      from customers c left join shopper_credentials s on s.account_id = c.account_id and s.customer_id = c.id
      where c.account_id = ${accountId} and c.shopper_email = ${email}`);
    const [customerId = null, passwordHash = null, isActive = 'f'] = row ?? [];
    return { email, customerId, passwordHash, canSignIn: passwordHash !== null && isActive === 't' };
  });
}

async function uncount(writer: Writer, email: string): Promise<void> {
  await writer.run({ name, input: {} }, async (write) => {
    await uncountAttempt(write, signInAttempts, email);
    return {};
  });
}

/** Checks a shopper's password. The work is the same for all emails, except after a success. */
export async function signIn(writer: Writer, input: SignInInput): Promise<Payload<SignInAnswer>> {
  const { userErrors, email = '', customerId, passwordHash, canSignIn } = await begin(writer, input);
  if (userErrors.length > 0) return { userErrors };
  let isRight: boolean;
  try {
    isRight = await verifyPassword(input.password, passwordHash ?? null, writer);
  } catch (error) {
    // The password was not checked.
    if (error instanceof QueueFullError) await uncount(writer, email);
    throw error;
  }
  if (!isRight || !canSignIn || !customerId) return { userErrors: [failed] };
  await uncount(writer, email);
  return { customerId, userErrors: [] };
}
