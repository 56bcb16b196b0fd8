import { graphql, usePaginationFragment } from 'react-relay';
import { Card } from '../ui/card.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import type { priceGroups_customer$key } from './__generated__/priceGroups_customer.graphql.ts';
import type { priceGroupsPageQuery } from './__generated__/priceGroupsPageQuery.graphql.ts';

const fragment = graphql`
  fragment priceGroups_customer on Customer
  @refetchable(queryName: "priceGroupsPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 3 }, after: { type: "String" }) {
    priceGroups(first: $first, after: $after) @connection(key: "priceGroups_priceGroups") {
      totalCount
      edges {
        node {
          id
          name
          description
        }
      }
    }
  }
`;

export function PriceGroups({ customer }: { readonly customer: priceGroups_customer$key }) {
  const { data, ...pages } = usePaginationFragment<priceGroupsPageQuery, priceGroups_customer$key>(
    fragment,
    customer,
  );
  const { totalCount, edges } = data.priceGroups;
  return (
    <Card title="Price groups" total={totalCount} size="half">
      <ul className="lines" tabIndex={-1}>
        {edges.map(({ node: { id, name, description } }) => (
          <li key={id}>
            <span>
              {name}
              <span className="muted block">{description}</span>
            </span>
          </li>
        ))}
      </ul>
      {pages.hasNext && (
        <MoreButton label="More price groups" isLoading={pages.isLoadingNext} load={pages.loadNext} />
      )}
    </Card>
  );
}
