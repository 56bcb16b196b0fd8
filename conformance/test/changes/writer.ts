import { askUntilAnswered } from './ask.ts';

const upsert = `mutation ($input: CustomersUpsertInput!) {
  customersUpsert(input: $input) { results { outcome userErrors { code message } } } }`;

interface Result {
  readonly customersUpsert: {
    readonly results: readonly { readonly outcome: string | null; readonly userErrors: readonly object[] }[];
  };
}

export const customersOfWriter = 25;

/**
 * Changes each of its customers once per round. A call without a response is retried; if the first call was
 * committed, the retry changes nothing. So each round is exactly one change per customer.
 */
export async function write(name: string, rounds: number, url: () => string): Promise<void> {
  for (let round = 0; round < rounds; round += 1) {
    const items = Array.from({ length: customersOfWriter }, (_, at) => ({
      by: { shortId: `${name}-${at}` },
      name: `${name} ${at}`,
      note: String(round),
    }));
    const { customersUpsert } = await askUntilAnswered<Result>(url, upsert, { input: { items } });
    const refused = customersUpsert.results.flatMap(({ userErrors }) => userErrors);
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
  }
}
