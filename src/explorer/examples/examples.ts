import { oneCustomer } from './customer.ts';
import { conflicts, filterAndFacets, firstPage, groups, nextPage, search } from './lists.ts';
import { followChanges } from './live.ts';
import { rejectedUpsert, staleVersion, upsert } from './writes.ts';

const sampleQuery =
  '{ customers(first: 10) { nodes { id name } pageInfo { endCursor } } customer(by: { shortId: "ACME-CORP" }) { id name } customerChanges(last: 2) { pageInfo { startCursor } } }';

export interface Sample {
  readonly customers: {
    readonly nodes: readonly { readonly id: string; readonly name: string }[];
    readonly pageInfo: { readonly endCursor: string | null };
  };
  readonly customer: { readonly id: string; readonly name: string } | null;
  readonly customerChanges: { readonly pageInfo: { readonly startCursor: string | null } };
}

/** Before sign-in the viewer is unknown, so the examples contain no account's data. */
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

const by = { shortId: 'GRAPHIQL' };

/** Examples that any visitor can run: a separate customer that does not concern other users, and rejected input. */
const writes = (customerId: string, dryRun: boolean): readonly Tab[] => [
  tab(upsert, {
    input: {
      by,
      name: 'Harbor Lane Books',
      contactInfo: { email: 'orders@harborlane.example.com' },
      billToAddress: { name: 'Shop', streetLine1: '4 Harbor Lane', locality: 'Portland', country: 'US' },
      tags: ['bookshop'],
      dryRun,
    },
  }),
  tab(rejectedUpsert, {
    input: {
      by,
      name: '',
      contactInfo: { email: 'orders(at)harborlane' },
      billToAddress: { name: 'Shop', country: 'XX' },
      tags: ['Book shop'],
    },
  }),
  tab(staleVersion, { input: { by: { id: customerId }, ifVersion: 0, note: 'Based on an old version.' } }),
];

/** Tabs with variables from the viewer's data. `ask` returns null if the database cannot answer now. */
export async function exampleTabs(
  ask: (document: string) => Promise<Sample | null>,
  headers?: string,
): Promise<Tab[]> {
  const sample = await ask(sampleQuery);
  const customer = sample?.customer ?? sample?.customers.nodes[0];
  const tabs = [
    tab(firstPage),
    tab(nextPage, { after: sample?.customers.pageInfo.endCursor ?? null }),
    tab(filterAndFacets, {
      filter: { statuses: ['NORMAL', 'PREFERRED'], address: { country: { equals: 'US' } } },
    }),
    tab(groups),
    tab(oneCustomer, { by: { id: customer?.id ?? '' } }),
    tab(conflicts),
    tab(search, { query: customer?.name.slice(0, 4).toLowerCase() ?? '' }),
    // The account of a signed-in caller may be a real one.
    ...writes(customer?.id ?? '', headers !== undefined),
    tab(followChanges, { after: sample?.customerChanges.pageInfo.startCursor ?? null }),
  ];
  return headers === undefined ? tabs : tabs.map((each) => ({ ...each, headers }));
}
