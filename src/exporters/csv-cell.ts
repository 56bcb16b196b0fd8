const special = /[",\r\n]/;

/** A field of RFC 4180: quoted if it contains a quote, comma or line break, or surrounding blanks. */
export const quoted = (text: string): string =>
  special.test(text) || text.trim() !== text ? `"${text.replaceAll('"', '""')}"` : text;

/** A line of RFC 4180. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
