import { graphql, useFragment } from 'react-relay';
import { Card, Fact } from '../ui/card.tsx';
import type { PolicySource, policies_customer$key } from './__generated__/policies_customer.graphql.ts';

const fragment = graphql`
  fragment policies_customer on Customer {
    effectivePolicies {
      commission {
        value
        source
        via {
          name
        }
      }
      freight {
        value
        source
        via {
          name
        }
      }
    }
  }
`;

const words = {
  COMMISSION_APPLIED: 'Orders earn commission',
  COMMISSION_EXEMPT: 'No commission',
  BILLED_FREIGHT: 'Freight is billed',
  FREE_FREIGHT: 'Free freight',
};

const sources: Record<PolicySource, string> = {
  CUSTOMER: 'its own',
  TYPE_GROUP: 'by its type',
  PRICE_GROUP: 'by its price group',
};

interface Policy {
  readonly value: keyof typeof words;
  readonly source: PolicySource;
  readonly via: { readonly name: string } | null | undefined;
}

const Reason = ({ value, source, via }: Policy) => (
  <>
    {words[value]}
    <span className="muted">
      {' '}
      – {sources[source]}
      {via && `, ${via.name}`}
    </span>
  </>
);

export function Policies({ customer }: { readonly customer: policies_customer$key }) {
  const { commission, freight } = useFragment(fragment, customer).effectivePolicies;
  return (
    <Card title="Policies">
      <dl>
        <Fact name="Commission">
          <Reason {...commission} />
        </Fact>
        <Fact name="Freight">
          <Reason {...freight} />
        </Fact>
      </dl>
    </Card>
  );
}
