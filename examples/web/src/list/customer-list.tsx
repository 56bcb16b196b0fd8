import { type ReactNode, useEffect, useRef } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import { count } from '../ui/words.ts';
import type { customerList_query$key } from './__generated__/customerList_query.graphql.ts';
import type { customerListPageQuery } from './__generated__/customerListPageQuery.graphql.ts';
import { CustomerRow } from './customer-row.tsx';
import { pageSize } from './list-params.ts';
import { usePlaceInUrl } from './place-in-url.ts';

// `dynamicKey_UNSTABLE`: two lists of one filter that were entered at two cursors are two lists in the store, until
// Relay can join them.
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

  if (edges.length === 0 && !pages.hasPrevious) return <NoCustomers />;
  return (
    <>
      {pages.hasPrevious && (
        <More isLoading={pages.isLoadingPrevious} load={() => pages.loadPrevious(pageSize)}>
          Show earlier customers
        </More>
      )}
      <ul className="rows" aria-labelledby="results" ref={list}>
        {edges.map(({ node, cursor }) => (
          <CustomerRow key={node.id} customer={node} cursor={cursor} />
        ))}
      </ul>
      <p role="status" className="muted shown">
        {count(edges.length)} of {count(total)} shown
      </p>
      {pages.hasNext && (
        <More isLoading={pages.isLoadingNext} load={() => pages.loadNext(pageSize)} isAuto>
          Show more customers
        </More>
      )}
    </>
  );
}

const NoCustomers = () => (
  <div className="notice">
    <p>No customer is like that. Try fewer words, or take a filter back.</p>
  </div>
);

interface MoreProps {
  readonly isLoading: boolean;
  readonly load: () => void;
  /** Loads when it comes near, too. */
  readonly isAuto?: boolean;
  readonly children: ReactNode;
}

function More({ isLoading, load, isAuto = false, children }: MoreProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isAuto || isLoading || !button.current) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && load(), {
      rootMargin: '300px',
    });
    near.observe(button.current);
    return () => near.disconnect();
  }, [isAuto, isLoading, load]);
  return (
    <button ref={button} type="button" className="more" aria-disabled={isLoading} onClick={load}>
      {isLoading ? 'Loading …' : children}
    </button>
  );
}
