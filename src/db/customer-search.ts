import { searchWords } from './search-words.ts';
import { raw, type Sql, sql } from './table.ts';

const phonePunctuation = /^[\d()+./-]+$/;

/** The digits of a word that can be part of a phone number; empty where the word has none or is them. */
function phoneDigits(word: string): string {
  const digits = phonePunctuation.test(word) ? word.replaceAll(/\D/g, '') : '';
  return digits === word ? '' : digits;
}

/**
 * One condition for all words. Row-level security leaves the indexes of the search text to its owner, hence the function.
 * `is true` keeps the ids in one hash table, which is built once: as a join, PostgreSQL would look up each of them.
 */
export function searchConditions(query: string, alias: string): readonly Sql[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const digits = words.map(phoneDigits);
  return [
    sql`(${raw(`${alias}.id`)} in (select search_customers(${words}::text[], ${digits}::text[]))) is true`,
  ];
}
