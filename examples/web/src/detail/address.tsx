import { graphql, useFragment } from 'react-relay';
import type { address_address$key } from './__generated__/address_address.graphql.ts';

const fragment = graphql`
  fragment address_address on Address {
    name
    geolocation {
      streetLine1
      streetLine2
      locality
      state
      postalCode
      country
    }
  }
`;

interface Props {
  readonly address: address_address$key;
  readonly isBillTo: boolean;
  readonly isShipTo: boolean;
}

export function Address({ address, isBillTo, isShipTo }: Props) {
  const { name, geolocation: geo } = useFragment(fragment, address);
  const lines = [
    geo?.streetLine1,
    geo?.streetLine2,
    [geo?.postalCode, geo?.locality, geo?.state].filter(Boolean).join(' '),
    geo?.country,
  ].filter(Boolean);
  return (
    <>
      <strong>{name}</strong>
      {isBillTo && <span className="tag">Billing</span>}
      {isShipTo && <span className="tag">Shipping</span>}
      <address>{lines.join('\n')}</address>
    </>
  );
}
