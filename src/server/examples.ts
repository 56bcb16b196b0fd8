import { filterAndFacets, firstPage, nextPage, oneCustomer, search } from './example-documents.ts';

const sampleQuery =
  '{ customers(first: 10) { nodes { id name } pageInfo { endCursor } } customer(by: { shortId: "ACME-CORP" }) { id name } }';

export interface Sample {
  readonly customers: {
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
  readonly customer: { readonly id: string; readonly name: string } | null;
}

/** Where there is no viewer yet, the examples have no values of anyone's. */
export const noSample = async (): Promise<null> => null;

interface Tab {
  readonly query: string;
  readonly variables?: string;
  readonly headers?: string;
}

const tab = (query: string, variables?: object): Tab => ({
  query,
  ...(variables && { variables: JSON.stringify(variables, null, 2) }),
});

/** One tab an example, with variables from the viewer's own data, so that each runs. `ask` runs a query as the viewer; null when the database cannot answer now. */
export async function exampleTabs(
  ask: (document: string) => Promise<Sample | null>,
  headers?: string,
): Promise<Tab[]> {
  const sample = await ask(sampleQuery);
  const customer = sample?.customer ?? sample?.customers.nodes[0];
  const tabs = [
    tab(firstPage),
    tab(nextPage, { after: sample?.customers.pageInfo.endCursor ?? null }),
    tab(filterAndFacets, { filter: { statuses: ['NORMAL', 'PREFERRED'], address: { country: 'US' } } }),
    tab(oneCustomer, { by: { id: customer?.id ?? '' } }),
    tab(search, { query: customer?.name.slice(0, 4).toLowerCase() ?? '' }),
  ];
  return headers === undefined ? tabs : tabs.map((each) => ({ ...each, headers }));
}
