import { graphql, useFragment } from 'react-relay';
import { Link } from '../app/link.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { customerRow_customer$key } from './__generated__/customerRow_customer.graphql.ts';

const fragment = graphql`
  fragment customerRow_customer on Customer {
    id
    number
    name
    status
    active
    type {
      name
    }
    billToAddress {
      geolocation {
        locality
        state
        country
      }
    }
    creditLimit {
      displayValue
    }
  }
`;

interface Props {
  readonly customer: customerRow_customer$key;
  readonly cursor: string;
}

export function CustomerRow({ customer, cursor }: Props) {
  const { id, number, name, status, active, type, billToAddress, creditLimit } = useFragment(
    fragment,
    customer,
  );
  const geo = billToAddress?.geolocation;
  const town = [geo?.locality, geo?.state, geo?.country].filter(Boolean).join(', ');
  return (
    <li data-cursor={cursor}>
      <div className="who">
        <Link id={id} href={`/customers/${id}`}>
          {name}
        </Link>
        <span className="muted">{[number, town].filter(Boolean).join(' · ')}</span>
      </div>
      <span className="kind">{type?.name}</span>
      <span className="state">
        <StatusBadge status={status} />
        {!active && <span className="badge gone">Discontinued</span>}
      </span>
      <span className="credit">
        {creditLimit && (
          <>
            <span className="unseen">Credit limit </span>
            {creditLimit.displayValue}
          </>
        )}
      </span>
    </li>
  );
}
