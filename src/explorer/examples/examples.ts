import { oneCustomer } from './customer.ts';
import type { FromSample, SampleValues } from './fill.ts';
import { conflicts, filterAndFacets, firstPage, groups, nextPage, search } from './lists.ts';
import { followChanges, recentChanges } from './live.ts';
import { ordersByMonth, recentOrders } from './orders.ts';
import { rejectedUpsert, staleVersion, upsert } from './writes.ts';

export interface Example {
  readonly title: string;
  readonly query: string;
  /** Variables, some of which are `FromSample`. */
  readonly variables?: object;
}

export interface Task {
  readonly task: string;
  readonly examples: readonly Example[];
}

const from = (sample: keyof SampleValues): FromSample => ({ sample });

/** A separate customer, which does not concern other users. */
const by = { shortId: 'GRAPHIQL' };

const upsertInput = {
  by,
  name: 'Harbor Lane Books',
  contactInfo: { email: 'orders@harborlane.example.com' },
  billToAddress: { name: 'Shop', streetLine1: '4 Harbor Lane', locality: 'Portland', country: 'US' },
  tags: ['bookshop'],
  dryRun: from('dryRun'),
};

const rejectedInput = {
  by,
  name: '',
  contactInfo: { email: 'orders(at)harborlane' },
  billToAddress: { name: 'Shop', country: 'XX' },
  tags: ['Book shop'],
};

const staleInput = { by: { id: from('customerId') }, ifVersion: 0, note: 'Based on an old version.' };

/** The examples of GraphiQL's menu, by task; the first one is open at the first visit. */
export const tasks: readonly Task[] = [
  {
    task: 'Find',
    examples: [
      { title: 'The first customers', query: firstPage },
      { title: 'One customer', query: oneCustomer, variables: { by: { id: from('customerId') } } },
      { title: 'Search by text', query: search, variables: { query: from('searchWord') } },
    ],
  },
  {
    task: 'Filter and count',
    examples: [
      { title: 'A filter with facets', query: filterAndFacets, variables: { filter: from('filter') } },
      { title: 'Counts and sums by sales rep', query: groups },
    ],
  },
  {
    task: 'Page',
    examples: [{ title: 'The next page', query: nextPage, variables: { after: from('pageCursor') } }],
  },
  {
    task: 'Edit safely',
    examples: [
      { title: 'Create or change', query: upsert, variables: { input: upsertInput } },
      { title: 'Invalid input', query: rejectedUpsert, variables: { input: rejectedInput } },
    ],
  },
  {
    task: 'Two people edit',
    examples: [
      { title: 'Version conflict', query: staleVersion, variables: { input: staleInput } },
      { title: 'Conflicts of source systems', query: conflicts },
    ],
  },
  {
    task: 'Orders',
    examples: [
      {
        title: 'Recent orders',
        query: recentOrders,
        variables: { filter: { statuses: ['PLACED', 'APPROVED'] } },
      },
      { title: 'Totals by month', query: ordersByMonth },
    ],
  },
  {
    task: 'Follow changes',
    examples: [
      { title: 'Recent changes', query: recentChanges },
      { title: 'Changes as they happen', query: followChanges, variables: { after: from('recentChange') } },
    ],
  },
];
