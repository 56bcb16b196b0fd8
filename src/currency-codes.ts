/** The codes of ISO 4217. */
export const currencyCodes: readonly string[] = Intl.supportedValuesOf('currency');
