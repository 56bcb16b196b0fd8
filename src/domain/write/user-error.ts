/** Codes of errors that a caller can correct. The schema describes each. */
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
] as const;

export type UserErrorCode = (typeof userErrorCodes)[number];

/** A message for callers that can read objects of type `of`: with their ids, names or counts. */
export interface Detail {
  readonly of: 'AccountGroup' | 'Customer' | 'ShippingTerm';
  readonly message: string;
}

export interface UserError {
  readonly code: UserErrorCode;
  /** The problem and its correction, in one or two sentences, without data of other objects. */
  readonly message: string;
  readonly detail?: Detail;
  /** The path below the mutation's `input`; empty for the input as a whole. */
  readonly path: readonly string[];
}
