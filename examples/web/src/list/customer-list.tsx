import { useRef } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import { MoreButton } from '../ui/more-button.tsx';
import { count } from '../ui/words.ts';
import type { customerList_query$key } from './__generated__/customerList_query.graphql.ts';
import type { customerListPageQuery } from './__generated__/customerListPageQuery.graphql.ts';
import { CustomerRow } from './customer-row.tsx';
import { pageSize } from './list-params.ts';
import { usePlaceInUrl } from './place-in-url.ts';
import { useSteadyRows } from './steady-rows.ts';

// `dynamicKey_UNSTABLE`: Relay cannot yet join two ranges of a list that start at different cursors, so each
// start is a separate list in the store.
const fragment = graphql`
  fragment customerList_query on Query
  @refetchable(queryName: "customerListPageQuery")
  @argumentDefinitions(
    query: { type: "String" }
    filter: { type: "CustomerFilter" }
    orderBy: { type: "[CustomerSort!]" }
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    entry: { type: "String" }
  ) {
    customers(
      query: $query
      filter: $filter
      orderBy: $orderBy
      first: $first
      after: $after
      last: $last
      before: $before
    ) @connection(key: "customerList_customers", filters: ["query", "filter", "orderBy"], dynamicKey_UNSTABLE: $entry) {
      edges {
        cursor
        node {
          id
          ...customerRow_customer
        }
      }
    }
  }
`;

interface Props {
  readonly query: customerList_query$key;
  readonly total: number;
}

export function CustomerList({ query, total }: Props) {
  const { data, ...pages } = usePaginationFragment<customerListPageQuery, customerList_query$key>(
    fragment,
    query,
  );
  const { edges } = data.customers;
  const list = useRef<HTMLUListElement>(null);
  usePlaceInUrl(list, pages.hasPrevious);
  useSteadyRows(list, edges[0]?.node.id);

  if (edges.length === 0 && !pages.hasPrevious) return <NoCustomers />;
  return (
    <>
      {pages.hasPrevious && (
        <MoreButton
          label="Show earlier customers"
          className="more"
          isLoading={pages.isLoadingPrevious}
          load={pages.loadPrevious}
          size={pageSize}
        />
      )}
      <ul className="rows" aria-labelledby="results" tabIndex={-1} ref={list}>
        {edges.map(({ node, cursor }) => (
          <CustomerRow key={node.id} customer={node} cursor={cursor} />
        ))}
      </ul>
      <p role="status" className="muted shown">
        {count(edges.length)} of {count(total)} shown
      </p>
      {pages.hasNext && (
        <MoreButton
          label="Show more customers"
          className="more"
          isLoading={pages.isLoadingNext}
          load={pages.loadNext}
          size={pageSize}
          isAuto
        />
      )}
    </>
  );
}

const NoCustomers = () => (
  <div className="notice">
    <p>No customer is like that. Try fewer words, or take a filter back.</p>
  </div>
);
