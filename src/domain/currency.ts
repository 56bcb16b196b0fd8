/** How amounts of a currency are written in en-US. */
export interface CurrencyFormat {
  /** The symbol, and a space where one belongs between it and the amount: "$", "CHF ". */
  readonly prefix: string;
  readonly fractionDigits: number;
}

/**
 * ISO 4217's minor units where they are not 2. Intl's digits are CLDR's, which leave out what daily life
 * does without (HUF, IDR, IQD…) and an invoice does not.
 */
const MINOR_UNITS = new Map<string, number>([
  ...codes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 0),
  ...codes('BHD IQD JOD KWD LYD OMR TND', 3),
]);

const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Holds ISO codes only, so it cannot outgrow them. */
const formats = new Map<string, CurrencyFormat>();

/** Undefined when the text is no ISO 4217 code, such as an account's own "PTS". */
export function currencyFormat(code: string): CurrencyFormat | undefined {
  const known = formats.get(code);
  if (known !== undefined || !isoCodes.has(code)) return known;
  const format = { prefix: prefixOf(code), fractionDigits: MINOR_UNITS.get(code) ?? 2 };
  formats.set(code, format);
  return format;
}

function prefixOf(code: string): string {
  const parts = new Intl.NumberFormat('en-US', { style: 'currency', currency: code }).formatToParts(1);
  const symbol = parts.slice(
    0,
    parts.findIndex(({ type }) => type === 'integer'),
  );
  // Intl's spaces are no-break ones; the space before any other unit is plain, and one kind is easier to search for.
  return symbol.map(({ value }) => value.replace(/\s/g, ' ')).join('');
}

function codes(list: string, digits: number): [string, number][] {
  return list.split(' ').map((code) => [code, digits]);
}
