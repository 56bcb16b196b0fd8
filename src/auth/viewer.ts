export const scopes = [
  'customers:read',
  'customers:write',
  'customers:import',
  'settings:write',
  'account:admin',
  'shoppers:authenticate',
] as const;
export type Scope = (typeof scopes)[number];

export interface Viewer {
  readonly accountId: string;
  /** Null for a service, and without sign-in. */
  readonly accountUserId: string | null;
  readonly service?: string;
  readonly scopes: readonly Scope[];
  /** A short name for the holder of the credentials. Limits are counted by it, and it may be logged. */
  readonly caller: string;
  /** The expiry time of the credentials, in milliseconds; absent if they do not expire. */
  readonly expiresAt?: number;
}

/** The known scopes among these names, in the order above; unknown names are ignored. */
export function knownScopes(names: readonly string[]): readonly Scope[] {
  return scopes.filter((scope) => names.includes(scope));
}
