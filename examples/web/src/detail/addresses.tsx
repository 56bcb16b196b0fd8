import { graphql, usePaginationFragment } from 'react-relay';
import { Card } from '../ui/card.tsx';
import { MoreButton } from '../ui/more-button.tsx';

import type { addresses_customer$key } from './__generated__/addresses_customer.graphql.ts';
import type { addressesPageQuery } from './__generated__/addressesPageQuery.graphql.ts';
import { Address } from './address.tsx';

const fragment = graphql`
  fragment addresses_customer on Customer
  @refetchable(queryName: "addressesPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 6 }, after: { type: "String" }) {
    billToAddress {
      id
    }
    shipToAddress {
      id
    }
    addresses(first: $first, after: $after) @connection(key: "addresses_addresses") {
      totalCount
      edges {
        node {
          id
          ...address_address
        }
      }
    }
  }
`;

export function Addresses({ customer }: { readonly customer: addresses_customer$key }) {
  const { data, ...pages } = usePaginationFragment<addressesPageQuery, addresses_customer$key>(
    fragment,
    customer,
  );
  const { addresses, billToAddress, shipToAddress } = data;
  return (
    <Card title="Addresses" total={addresses.totalCount} size="wide">
      <ul className="addresses" tabIndex={-1}>
        {addresses.edges.map(({ node }) => (
          <li key={node.id}>
            <Address
              address={node}
              isBillTo={node.id === billToAddress?.id}
              isShipTo={node.id === shipToAddress?.id}
            />
          </li>
        ))}
      </ul>
      {pages.hasNext && (
        <MoreButton label="More addresses" isLoading={pages.isLoadingNext} load={pages.loadNext} />
      )}
    </Card>
  );
}
