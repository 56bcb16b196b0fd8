/** What a caller can put right, by kind. The schema says what each means. */
export const userErrorCodes = [
  'REQUIRED',
  'INVALID',
  'TOO_LONG',
  'TAKEN',
  'NOT_FOUND',
  'IMMUTABLE',
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

/** The message for callers that can read objects of a type: with ids, names or counts of such objects. */
export interface Detail {
  readonly of: 'AccountGroup' | 'Customer' | 'ShippingTerm';
  readonly message: string;
}

export interface UserError {
  readonly code: UserErrorCode;
  /** What is wrong and what would be right, in a sentence or two, without data of other objects. */
  readonly message: string;
  readonly detail?: Detail;
  /** From the mutation's `input` down; empty for the input as a whole. */
  readonly path: readonly string[];
}
