/** The beginnings that spreadsheets read as formulas, also after blanks and in full width. */
const formula = /^'*(?:[\t\r\n]|[\s\0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/;

/**
 * A text that spreadsheets do not read as a formula: with an apostrophe in front if it begins like one. Texts that begin
 * with apostrophes and a formula get another one, so that removing one restores every text.
 */
export const neutralText = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** The text that `neutralText` was given. */
export const restoredText = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
