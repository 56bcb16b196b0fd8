import type { Ref } from 'react';
import { useImperativeHandle } from 'react';
import { graphql, useFragment, useLazyLoadQuery, useRefetchableFragment } from 'react-relay';
import type { customerDetail_customer$key } from './__generated__/customerDetail_customer.graphql';
import type { customerDetailAddresses_customer$key } from './__generated__/customerDetailAddresses_customer.graphql';
import type { customerDetailQuery } from './__generated__/customerDetailQuery.graphql';
import type { customerDetailRefetchQuery } from './__generated__/customerDetailRefetchQuery.graphql';
import { Children } from './customer-children';

/** The actions of a test on the page, in place of its buttons. */
export interface DetailHandle {
  refetch(): void;
}

interface Handled {
  readonly handle: Ref<DetailHandle>;
}

function Addresses({ customer }: { readonly customer: customerDetailAddresses_customer$key }) {
  const { addresses } = useFragment(
    graphql`
      fragment customerDetailAddresses_customer on Customer {
        addresses(first: 10) @connection(key: "customerDetail_addresses") {
          edges {
            node {
              id
              name
            }
          }
        }
      }
    `,
    customer,
  );
  return (
    <ul>
      {addresses.edges.map(({ node }) => (
        <li key={node.id}>{node.name}</li>
      ))}
    </ul>
  );
}

function Detail({ customer, handle }: Handled & { readonly customer: customerDetail_customer$key }) {
  const [data, refetch] = useRefetchableFragment<customerDetailRefetchQuery, customerDetail_customer$key>(
    graphql`
      fragment customerDetail_customer on Customer @refetchable(queryName: "customerDetailRefetchQuery") {
        name
        note
        version
        metadata
        creditLimit {
          value
        }
        ...customerDetailAddresses_customer
        ...customerChildren_customer
      }
    `,
    customer,
  );
  const { creditLimit, metadata, name, note, version } = data;
  useImperativeHandle(handle, () => ({
    refetch: () => refetch({}, { fetchPolicy: 'network-only' }),
  }));
  return (
    <article>
      <h1>{name}</h1>
      <p>{`version ${version}, ${note ?? 'no note'}, limit ${creditLimit?.value ?? 'none'}`}</p>
      <pre>{Object.keys(metadata).sort().join(' ')}</pre>
      <Addresses customer={data} />
      <Children customer={data} />
    </article>
  );
}

export function CustomerDetail({ handle, id }: Handled & { readonly id: string }) {
  const { node } = useLazyLoadQuery<customerDetailQuery>(
    graphql`
      query customerDetailQuery($id: ID!) {
        node(id: $id) {
          ...customerDetail_customer @alias(as: "customer")
        }
      }
    `,
    { id },
  );
  if (!node?.customer) return <p>There is no such customer.</p>;
  return <Detail customer={node.customer} handle={handle} />;
}
