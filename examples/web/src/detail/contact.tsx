import { graphql, useFragment } from 'react-relay';
import { Card, Fact } from '../ui/card.tsx';
import type { contact_customer$key } from './__generated__/contact_customer.graphql.ts';

const fragment = graphql`
  fragment contact_customer on Customer {
    contactInfo {
      name
      email
      phone
      url
    }
    note
  }
`;

export function Contact({ customer }: { readonly customer: contact_customer$key }) {
  const { contactInfo: contact, note } = useFragment(fragment, customer);
  return (
    <Card title="Contact">
      <dl>
        <Fact name="Person">{contact?.name}</Fact>
        <Fact name="Email">{contact?.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}</Fact>
        <Fact name="Phone">{contact?.phone}</Fact>
        <Fact name="Website">
          {contact?.url && (
            <a href={contact.url} rel="noreferrer">
              {contact.url}
            </a>
          )}
        </Fact>
        <Fact name="Note">{note}</Fact>
      </dl>
    </Card>
  );
}
