/** The en-US format of a currency's amounts. */
export interface CurrencyFormat {
  /** The symbol, with a space where one belongs between symbol and amount: "$", "CHF ". */
  readonly prefix: string;
  readonly fractionDigits: number;
}

/**
 * ISO 4217's minor units where they are not 2. Intl has CLDR's digits instead, which drop minor units that
 * are not used in everyday payments (HUF, IDR, IQD…) but are used on invoices.
 */
const MINOR_UNITS = new Map<string, number>([
  ...codes('BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF', 0),
  ...codes('BHD IQD JOD KWD LYD OMR TND', 3),
]);

const isoCodes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Bounded: contains ISO codes only. */
const formats = new Map<string, CurrencyFormat>();

/** The format of an ISO 4217 code; undefined for any other text, such as an account's own "PTS". */
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
  // Replaces Intl's no-break spaces: the space before other units is a plain one, and one kind is easier to
  // search for.
  return symbol.map(({ value }) => value.replace(/\s/g, ' ')).join('');
}

function codes(list: string, digits: number): [string, number][] {
  return list.split(' ').map((code) => [code, digits]);
}
