export const userErrorCodes = [
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'TAKEN',
  'NOT_FOUND',
  'AMBIGUOUS',
  'SYSTEM_OWNED',
  'IN_USE',
  'STALE_VERSION',
  'WRONG_GROUP_TYPE',
  'WRONG_CARRIER',
  'HIERARCHY_DEPTH',
  'HIERARCHY_CYCLE',
  'DISCONTINUED',
  'LIMIT_EXCEEDED',
  'IDEMPOTENCY_KEY_REUSED',
  'SIGN_IN_FAILED',
  'ERASED',
] as const;

export type UserErrorCode = (typeof userErrorCodes)[number];

/** A message for callers that can read objects of type `of`: with their ids, names or counts. */
export interface Detail {
  readonly of: 'AccountGroup' | 'AccountUser' | 'Customer' | 'ShippingTerm';
  readonly message: string;
}

export interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly detail?: Detail;
  readonly path: readonly string[];
}
