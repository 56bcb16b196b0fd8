import { graphql, useLazyLoadQuery } from 'react-relay';
import { Link } from '../app/link.tsx';
import { PageHeading } from '../ui/page-heading.tsx';
import type { customerPageQuery } from './__generated__/customerPageQuery.graphql.ts';
import { Addresses } from './addresses.tsx';
import { Children } from './children.tsx';
import { Contact } from './contact.tsx';
import { CustomerHeader } from './customer-header.tsx';
import { Events } from './events.tsx';
import { Policies } from './policies.tsx';
import { PriceGroups } from './price-groups.tsx';
import { Terms } from './terms.tsx';

const query = graphql`
  query customerPageQuery($id: ID!) {
    customer(by: { id: $id }) {
      ...customerHeader_customer
      ...contact_customer
      ...terms_customer
      ...policies_customer
      ...addresses_customer
      ...children_customer
      ...priceGroups_customer
      ...events_customer
    }
  }
`;

interface Props {
  readonly id: string;
  readonly fetchKey: number;
}

export function CustomerPage({ id, fetchKey }: Props) {
  const { customer } = useLazyLoadQuery<customerPageQuery>(query, { id }, { fetchKey });
  if (!customer) return <NoCustomer />;
  return (
    <article className="customer">
      <CustomerHeader customer={customer} />
      <div className="cards">
        <Contact customer={customer} />
        <Terms customer={customer} />
        <Policies customer={customer} />
        <Addresses customer={customer} />
        <Children customer={customer} />
        <PriceGroups customer={customer} />
        <Events customer={customer} />
      </div>
    </article>
  );
}

const NoCustomer = () => (
  <div className="notice">
    <PageHeading title="There is no such customer" />
    <p>It was removed or merged into another, or the link is not whole.</p>
    <p>
      <Link href="/">All customers</Link>
    </p>
  </div>
);
