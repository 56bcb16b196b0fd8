/** Characters that a query can have. */
export const maxQueryLength = 256;

/** The words of a query, each once. */
export const searchWords = (query: string): readonly string[] => [
  ...new Set(query.split(/\s+/).filter((word) => word !== '')),
];

/** Words that normalising leaves as they are: nearly all. */
const isPlainLong = (word: string): boolean => /^[!-~]{3,}$/.test(word);

// Some letters normalise to two, such as ß.
const isShort = (word: string): boolean =>
  !isPlainLong(word) && [...word.normalize('NFKD').replaceAll(/\p{M}/gu, '')].length <= 2;

/** How many words of either kind a query has: its price depends on nothing else. */
export function searchShape(query: string): { readonly long: number; readonly short: number } {
  const words = searchWords(query);
  const short = words.filter(isShort).length;
  return { long: words.length - short, short };
}
