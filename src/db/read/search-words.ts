export const maxQueryLength = 256;

export const searchWords = (query: string): readonly string[] => [
  ...new Set(query.split(/\s+/).filter((word) => word !== '')),
];

/** Whether normalization certainly leaves the word unchanged, as with most words. */
const isPlainLong = (word: string): boolean => /^[!-~]{3,}$/.test(word);

// Some characters normalize to two letters, such as the ligature `ﬀ`.
const isShort = (word: string): boolean =>
  !isPlainLong(word) && [...word.normalize('NFKD').replaceAll(/\p{M}/gu, '')].length <= 2;

/** The number of long and of short words in a query; its price depends on nothing else. */
export function searchShape(query: string): { readonly long: number; readonly short: number } {
  const words = searchWords(query);
  const short = words.filter(isShort).length;
  return { long: words.length - short, short };
}
