import type { GraphQLError } from 'graphql';
import type { Viewer } from '../../context.ts';
import type { Refusal } from '../http/refusal.ts';
import { refused } from '../limits/refused.ts';

/** Who asks, by the same credentials as before; or why they are good for nothing now. */
export type Renew = () => Promise<Viewer | Refusal>;

const expired = (): GraphQLError =>
  refused({
    code: 'UNAUTHENTICATED',
    status: 401,
    message:
      'The token or API key is not valid any more; subscribe again with a new one, with `after` of the last change that you have.',
  });

/** Node's timers take no more. */
const longestTimeout = 2 ** 31 - 1;

/** Calls `end` as soon as the credentials end, which is looked at every so often; gives what stops it. */
export function watchCredentials(
  { expiresAt }: { readonly expiresAt: number | undefined },
  renew: Renew,
  { everyMs, end }: { readonly everyMs: number; readonly end: (why: GraphQLError) => void },
): () => void {
  const isRefused = async () => {
    const found = await renew();
    // Credentials that cannot be checked at the moment are good for as long.
    return 'status' in found && found.status === 401;
  };
  const check = () => void isRefused().then((refused) => refused && end(expired()));
  const clock = setInterval(check, everyMs).unref();
  const timer =
    expiresAt === undefined || expiresAt - Date.now() > longestTimeout
      ? undefined
      : setTimeout(() => end(expired()), expiresAt - Date.now()).unref();
  return () => {
    clearInterval(clock);
    clearTimeout(timer);
  };
}
