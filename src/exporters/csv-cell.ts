/** The beginnings that spreadsheets read as formulas, also after blanks and in full width. */
const formula = /^'*(?:[\t\r\n]|[\s\0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫−])/;

/**
 * A text that spreadsheets do not read as a formula: with an apostrophe in front if it begins like one. Texts that begin
 * with apostrophes and a formula get another one, so that removing one restores every text.
 */
export const neutralText = (text: string): string => (formula.test(text) ? `'${text}` : text);

const special = /[",\r\n]/;

/** A field of RFC 4180: quoted if it contains a quote, comma or line break, or surrounding blanks. */
export const quoted = (text: string): string =>
  special.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;

/** A line of RFC 4180. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
