import { graphql, useFragment } from 'react-relay';
import { Card, Fact } from '../ui/card.tsx';
import type { terms_customer$key } from './__generated__/terms_customer.graphql.ts';

const fragment = graphql`
  fragment terms_customer on Customer {
    creditLimit {
      displayValue
      unit {
        name
      }
    }
    defaults {
      paymentTerm {
        name
      }
      salesRep {
        name
        username
      }
      shippingTerm {
        name
        flatRate {
          displayValue
        }
        minimumOrderValue {
          displayValue
        }
      }
    }
  }
`;

export function Terms({ customer }: { readonly customer: terms_customer$key }) {
  const { creditLimit, defaults } = useFragment(fragment, customer);
  const shipping = defaults?.shippingTerm;
  return (
    <Card title="Terms">
      <dl>
        <Fact name="Credit limit">
          {creditLimit && (
            <>
              <strong>{creditLimit.displayValue}</strong>{' '}
              <span className="muted">{creditLimit.unit?.name}</span>
            </>
          )}
        </Fact>
        <Fact name="Payment">{defaults?.paymentTerm?.name}</Fact>
        <Fact name="Shipping">{shipping?.name}</Fact>
        {shipping?.flatRate && <Fact name="Flat rate">{shipping.flatRate.displayValue}</Fact>}
        {shipping?.minimumOrderValue && (
          <Fact name="Least order">{shipping.minimumOrderValue.displayValue}</Fact>
        )}
        <Fact name="Sales rep">{defaults?.salesRep?.name ?? defaults?.salesRep?.username}</Fact>
      </dl>
    </Card>
  );
}
