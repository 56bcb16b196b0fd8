/** Measured (docs/adr/0019-one-cache.md); estimates use counts known without visiting the objects. */
export const bytes = {
  /** A document, without its text and tokens. */
  document: 2_000,
  /** A token of a document, with its part of the syntax tree. */
  token: 180,
  operation: 1_500,
} as const;
