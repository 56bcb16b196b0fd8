import type { Write } from '../write/writer.ts';
import type { Plan } from './plan.ts';

const endsLikeGenerated = /\d{6}$/;

const isGiven = ({ next, compared, key }: Plan): boolean =>
  endsLikeGenerated.test(next.number) &&
  next.number !== compared?.number &&
  !(key?.kind === 'number' && key.value === next.number);

/** Numbers of the generated form are the gateway's: one given by a caller would collide with a later one. */
export async function checkNumbers(write: Write, plans: readonly Plan[]): Promise<void> {
  const given = plans.filter(isGiven);
  if (given.length === 0) return;
  const [account] = await write.rows('Account', 'id', [write.accountId]);
  if (account === undefined) return;
  const { numberPrefix } = account;
  for (const { next, faults } of given)
    if (next.number.startsWith(numberPrefix) && /^\d{6,}$/.test(next.number.slice(numberPrefix.length)))
      faults.add(
        'INVALID',
        'number',
        `Numbers in the format ${numberPrefix}000001 are generated: omit the number, use another format, or identify the customer by this number in \`by\`.`,
      );
}
