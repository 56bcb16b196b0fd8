import { AsyncLocalStorage } from 'node:async_hooks';

const accounts = new AsyncLocalStorage<string>();

/** Runs work for an account: every connection that it takes sees that account's rows, and no others. */
export function runAs<T>(accountId: string, work: () => T | Promise<T>): Promise<T> {
  // Awaited inside: Prisma's promises do nothing before someone waits for them.
  return accounts.run(accountId, async () => await work());
}

/** The account that work runs for; '' outside of `runAs`, which sees no rows. */
export const currentAccount = (): string => accounts.getStore() ?? '';
