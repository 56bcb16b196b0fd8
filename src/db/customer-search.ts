import { searchWords } from './search-words.ts';
import { raw, type Sql, sql } from './table.ts';

const phonePunctuation = /^[\d()+./-]+$/;

/**
 * The digits of a word that may be part of a phone number; empty if it has none or consists of digits only.
 */
function phoneDigits(word: string): string {
  const digits = phonePunctuation.test(word) ? word.replaceAll(/\D/g, '') : '';
  return digits === word ? '' : digits;
}

/**
 * One condition for all words. It calls a function, since row-level security
 * leaves the indexes of the search text to their owner. With `is true`, PostgreSQL
 * keeps the ids in one hash table, built once; a join would look up each id.
 */
export function searchConditions(query: string, alias: string): readonly Sql[] {
  const words = searchWords(query);
  if (words.length === 0) return [];
  const digits = words.map(phoneDigits);
  return [
    sql`(${raw(`${alias}.id`)} in (select search_customers(${words}::text[], ${digits}::text[]))) is true`,
  ];
}
