import type { Renew } from '../live/credentials.ts';
import type { Reception, Visit } from '../reception.ts';

/** Signs in again with the same credentials; keeps nothing else of the request. */
export function renewal({ signIn }: Reception, authorization: string | null, visit: Visit): Renew {
  const { requestId, address } = visit;
  return () => signIn(authorization, { requestId, address });
}
