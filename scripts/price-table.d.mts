export function withPrices(text: string, prices: object): string;
