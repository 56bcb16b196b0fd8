import { useOptimistic } from 'react';
import { graphql, useLazyLoadQuery } from 'react-relay';
import { useRouting } from '../app/router.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import type { customersPageQuery } from './__generated__/customersPageQuery.graphql.ts';
import { CustomerFacets } from './customer-facets.tsx';
import { CustomerList } from './customer-list.tsx';
import { ListHeading } from './list-heading.tsx';
import { type ListParams, readParams, toVariables, writeParams } from './list-params.ts';
import { ListTools } from './list-tools.tsx';

const query = graphql`
  query customersPageQuery(
    $query: String
    $filter: CustomerFilter
    $orderBy: [CustomerSort!]
    $first: Int
    $after: String
    $entry: String
  ) {
    # No rows: what the list pages through is the fragment's own.
    counted: customers(query: $query, filter: $filter, first: 0) {
      totalCount
      facets {
        ...customerFacets_facets
      }
    }
    ...customerList_query
      @arguments(query: $query, filter: $filter, orderBy: $orderBy, first: $first, after: $after, entry: $entry)
  }
`;

export function CustomersPage({ fetchKey }: { readonly fetchKey: number }) {
  const { place, navigate } = useRouting();
  const params = readParams(place.search);
  // Shows the user's choice immediately, while its list is loading.
  const [shown, show] = useOptimistic(params);
  const { counted, ...list } = useLazyLoadQuery<customersPageQuery>(query, toVariables(params), { fetchKey });

  const choose = (change: Partial<ListParams>, options: { readonly replace?: boolean } = {}) => {
    const next = { ...shown, ...change, after: null };
    navigate(`/${writeParams(next)}`, { ...options, meanwhile: () => show(next) });
  };

  return (
    <>
      <PageHeading title="Customers" />
      <div className="browse">
        <ListTools shown={shown} choose={choose} />
        <CustomerFacets facets={counted.facets} shown={shown} choose={choose} />
        <section aria-labelledby="results">
          <ListHeading shown={shown} total={counted.totalCount} choose={choose} />
          <CustomerList key={place.search} query={list} total={counted.totalCount} />
        </section>
      </div>
    </>
  );
}
