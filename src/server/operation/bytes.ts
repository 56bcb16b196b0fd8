/**
 * What cached objects take in memory, as measured (docs/adr/0019-one-cache.md). Estimates are made of counts that are
 * known without looking at the objects.
 */
export const bytes = {
  /** A document, besides its text and tokens. */
  document: 2_000,
  /** A token of a document, with its part of the syntax tree. */
  token: 180,
  operation: 1_500,
} as const;
