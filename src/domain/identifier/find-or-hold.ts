import type { Write } from '../write/writer.ts';
import { type Found, findByKeys } from './find.ts';
import { holdBeside, holdTokens } from './hold.ts';
import type { CustomerKey } from './key.ts';

/** Like `findByKeys`, but also locks the missing keys: no other write can create them until the commit. */
export async function findOrHold(
  write: Write,
  keys: readonly CustomerKey[],
  missingIn: (found: Found) => readonly CustomerKey[] = (found) =>
    keys.filter(({ token }) => !found.has(token)),
): Promise<Found> {
  const found = await findByKeys(write, keys);
  const missing = missingIn(found);
  if (missing.length === 0) return found;
  const tokens = missing.map(({ token }) => token);
  // Sent in one network write: the keys are looked up once they are held.
  // Imports into an account queue, and save batches beside each other that have no key in common.
  const hold = write.actorType === 'SOURCE' ? holdBeside : holdTokens;
  const [, held] = await Promise.all([hold(write, tokens), findByKeys(write, keys)]);
  return held;
}
