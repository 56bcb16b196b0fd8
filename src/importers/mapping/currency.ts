const names = new Intl.DisplayNames('en', { type: 'currency' });

let codes: ReadonlyMap<string, string> | undefined;

/** The ISO 4217 code of a currency's English name, ignoring case; undefined if it is unknown. */
export function currencyNamed(name: string): string | undefined {
  codes ??= new Map(
    Intl.supportedValuesOf('currency').map((code) => [(names.of(code) ?? code).toLowerCase(), code]),
  );
  return codes.get(name.toLowerCase());
}
