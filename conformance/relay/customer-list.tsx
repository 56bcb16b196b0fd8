import type { Ref } from 'react';
import { useImperativeHandle } from 'react';
import { graphql, useFragment, useLazyLoadQuery, usePaginationFragment } from 'react-relay';
import type { customerList_query$key } from './__generated__/customerList_query.graphql';
import type { customerListPageQuery } from './__generated__/customerListPageQuery.graphql';
import type { customerListQuery } from './__generated__/customerListQuery.graphql';
import type { customerListRow_customer$key } from './__generated__/customerListRow_customer.graphql';

const list = graphql`
  fragment customerList_query on Query
  @argumentDefinitions(
    first: { type: "Int" }
    after: { type: "String" }
    last: { type: "Int" }
    before: { type: "String" }
    filter: { type: "CustomerFilter" }
    orderBy: { type: "[CustomerSort!]" }
  )
  @refetchable(queryName: "customerListPageQuery") {
    customers(
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) @connection(key: "customerList_customers") {
      totalCount
      edges {
        node {
          id
          ...customerListRow_customer
        }
      }
    }
  }
`;

function Row({ customer }: { readonly customer: customerListRow_customer$key }) {
  const { id, name } = useFragment(
    graphql`
      fragment customerListRow_customer on Customer {
        id
        name
      }
    `,
    customer,
  );
  return <li id={id}>{name}</li>;
}

/** The actions of a test on a list, in place of a page's buttons. */
export type ListHandle = Pick<
  ReturnType<typeof usePaginationFragment<customerListPageQuery, customerList_query$key>>,
  'hasNext' | 'hasPrevious' | 'loadNext' | 'loadPrevious' | 'refetch'
>;

interface Handled {
  readonly handle: Ref<ListHandle>;
}

function List({ query, handle }: Handled & { readonly query: customerList_query$key }) {
  const { data, ...rest } = usePaginationFragment<customerListPageQuery, customerList_query$key>(list, query);
  useImperativeHandle(handle, () => rest);
  return (
    <ol aria-label={`${data.customers.totalCount} customers`}>
      {data.customers.edges.map(({ node }) => (
        <Row key={node.id} customer={node} />
      ))}
    </ol>
  );
}

export function CustomerList({
  handle,
  variables,
}: Handled & { readonly variables: customerListQuery['variables'] }) {
  const query = useLazyLoadQuery<customerListQuery>(
    graphql`
      query customerListQuery(
        $first: Int
        $after: String
        $last: Int
        $before: String
        $filter: CustomerFilter
        $orderBy: [CustomerSort!]
      ) {
        ...customerList_query
          @arguments(
            first: $first
            after: $after
            last: $last
            before: $before
            filter: $filter
            orderBy: $orderBy
          )
      }
    `,
    variables,
  );
  return <List query={query} handle={handle} />;
}
