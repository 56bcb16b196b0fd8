import { graphql, usePaginationFragment } from 'react-relay';
import { Link } from '../app/link.tsx';
import { Card } from '../ui/card.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { StatusBadge } from '../ui/status-badge.tsx';
import type { children_customer$key } from './__generated__/children_customer.graphql.ts';
import type { childrenPageQuery } from './__generated__/childrenPageQuery.graphql.ts';

const fragment = graphql`
  fragment children_customer on Customer
  @refetchable(queryName: "childrenPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" }) {
    childAccounts(first: $first, after: $after, orderBy: [{ field: NAME }])
      @connection(key: "children_childAccounts") {
      totalCount
      edges {
        node {
          id
          name
          number
          status
        }
      }
    }
  }
`;

export function Children({ customer }: { readonly customer: children_customer$key }) {
  const { data, ...pages } = usePaginationFragment<childrenPageQuery, children_customer$key>(
    fragment,
    customer,
  );
  const { totalCount, edges } = data.childAccounts;
  return (
    <Card title="Child accounts" total={totalCount} size="half">
      <ul className="lines" tabIndex={-1}>
        {edges.map(({ node: { id, name, number, status } }) => (
          <li key={id}>
            <span>
              <Link id={id} href={`/customers/${id}`}>
                {name}
              </Link>{' '}
              <span className="muted number">{number}</span>
            </span>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
      {pages.hasNext && (
        <MoreButton label="More child accounts" isLoading={pages.isLoadingNext} load={pages.loadNext} />
      )}
    </Card>
  );
}
