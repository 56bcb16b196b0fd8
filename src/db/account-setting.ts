import type { WorkClass } from '../waiting-requests.ts';
import type { TextStatement } from './text-batch.ts';

const account = "set_config('app.account_id', $1, true)";
/** The sessions of the serving pool use generic plans. */
const planForValues = "set_config('plan_cache_mode', 'force_custom_plan', true)";

/**
 * Selects the account whose rows the transaction sees, until its end: a connection belongs to no account. Long
 * and expensive statements are planned for their values; an expensive one has its own timeout.
 */
export function setAccount(accountId: string, work: WorkClass = 'short', expensiveMs = 0): TextStatement {
  if (work === 'long')
    return {
      name: 'account_long',
      text: `/* account */ select ${account}, ${planForValues}`,
      values: [accountId],
    };
  if (work === 'expensive')
    return {
      name: 'account_expensive',
      text: `/* account */ select ${account}, ${planForValues}, set_config('statement_timeout', $2, true)`,
      values: [accountId, expensiveMs],
    };
  return { name: 'account', text: `/* account */ select ${account}`, values: [accountId] };
}
