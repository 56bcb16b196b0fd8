import { graphql, usePaginationFragment } from 'react-relay';
import { Card } from '../ui/card.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { day } from '../ui/words.ts';
import type { CustomerEventAction, events_customer$key } from './__generated__/events_customer.graphql.ts';
import type { eventsPageQuery } from './__generated__/eventsPageQuery.graphql.ts';

const fragment = graphql`
  fragment events_customer on Customer
  @refetchable(queryName: "eventsPageQuery")
  @argumentDefinitions(first: { type: "Int", defaultValue: 5 }, after: { type: "String" }) {
    events(first: $first, after: $after) @connection(key: "events_events") {
      totalCount
      edges {
        node {
          id
          action
          occurredAt
          changes {
            path
            oldValue
            newValue
          }
        }
      }
    }
  }
`;

const actions: Record<CustomerEventAction, string> = {
  CREATE: 'Created',
  UPDATE: 'Changed',
  IMPORT: 'Imported',
  MERGE: 'Merged',
  DISCONTINUE: 'Discontinued',
  REACTIVATE: 'Reactivated',
  DELETE: 'Deleted',
  LINK: 'Source record added',
  UNLINK: 'Source record removed',
  UNMERGE: 'Merge undone',
  ERASE: 'Personal data erased',
};

export function Events({ customer }: { readonly customer: events_customer$key }) {
  const { data, ...pages } = usePaginationFragment<eventsPageQuery, events_customer$key>(fragment, customer);
  const { totalCount, edges } = data.events;
  return (
    <Card title="History" total={totalCount} size="wide">
      <ol className="events" tabIndex={-1}>
        {edges.map(({ node }) => (
          <li key={node.id}>
            <p>
              <strong>{actions[node.action]}</strong>{' '}
              <time className="muted" dateTime={node.occurredAt}>
                {day(node.occurredAt)}
              </time>
            </p>
            {node.changes.map((change) => (
              <p key={change.path}>
                <code>{change.path}</code> {change.oldValue && <del>{change.oldValue}</del>}{' '}
                {change.newValue && <ins>{change.newValue}</ins>}
              </p>
            ))}
          </li>
        ))}
      </ol>
      {pages.hasNext && (
        <MoreButton label="More history" isLoading={pages.isLoadingNext} load={pages.loadNext} />
      )}
    </Card>
  );
}
