import { graphql, usePaginationFragment } from 'react-relay';
import type { customerChildren_customer$key } from './__generated__/customerChildren_customer.graphql';
import type { customerChildrenAddresses_customer$key } from './__generated__/customerChildrenAddresses_customer.graphql';
import type { customerChildrenAddressesQuery } from './__generated__/customerChildrenAddressesQuery.graphql';
import type { customerChildrenQuery } from './__generated__/customerChildrenQuery.graphql';
import { More } from './more';

function Addresses({ customer }: { readonly customer: customerChildrenAddresses_customer$key }) {
  const { data, hasNext, loadNext } = usePaginationFragment<
    customerChildrenAddressesQuery,
    customerChildrenAddresses_customer$key
  >(
    graphql`
      fragment customerChildrenAddresses_customer on Customer
      @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "String" })
      @refetchable(queryName: "customerChildrenAddressesQuery") {
        addresses(first: $count, after: $cursor) @connection(key: "customerChildren_addresses") {
          edges {
            node {
              id
            }
          }
        }
      }
    `,
    customer,
  );
  return (
    <ul>
      {data.addresses.edges.map(({ node }) => (
        <li key={node.id} className="address" id={node.id} />
      ))}
      <More shown={hasNext} load={loadNext} />
    </ul>
  );
}

/** A nested list: each row pages independently. */
export function Children({ customer }: { readonly customer: customerChildren_customer$key }) {
  const { data, hasNext, loadNext } = usePaginationFragment<
    customerChildrenQuery,
    customerChildren_customer$key
  >(
    graphql`
      fragment customerChildren_customer on Customer
      @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
      @refetchable(queryName: "customerChildrenQuery") {
        childAccounts(first: $count, after: $cursor, orderBy: [{ field: NAME }])
        @connection(key: "customerChildren_childAccounts") {
          edges {
            node {
              id
              ...customerChildrenAddresses_customer
            }
          }
        }
      }
    `,
    customer,
  );
  return (
    <ol>
      {data.childAccounts.edges.map(({ node }) => (
        <li key={node.id} className="child" id={node.id}>
          <Addresses customer={node} />
        </li>
      ))}
      <More shown={hasNext} load={loadNext} />
    </ol>
  );
}
