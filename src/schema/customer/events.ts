import type { List } from '../../db/read/list.ts';
import { workOf } from '../../db/read/work.ts';
import { builder } from '../relay/builder.ts';
import { pageOf } from '../relay/connection.ts';
import type { ListChoice, PageArgs } from '../relay/page-request.ts';
import { reads } from '../relay/reads.ts';
import { CustomerChangeFilter, changeFilterOf, type GivenFilter, whereOf } from './change-filter.ts';
import { Customer } from './list.ts';
import { CustomerEvent, CustomerEventConnection } from './record.ts';

const events: List<'CustomerEvent'> = {
  name: 'Customer.events',
  model: 'CustomerEvent',
  by: 'customerId',
  order: [{ field: 'occurredAt', descending: true }],
};

interface Args extends PageArgs {
  readonly filter?: GivenFilter | null | undefined;
}

const choose = ({ filter }: Args): ListChoice => ({ where: whereOf(changeFilterOf(filter)) });

builder.objectField(Customer, 'events', (t) =>
  t.connection(
    {
      type: CustomerEvent,
      description: 'Change history, newest first.',
      args: {
        filter: t.arg({
          type: CustomerChangeFilter,
          description: 'Returns only events that match this filter; all events if absent.',
        }),
      },
      extensions: { cost: { work: (args: Args) => workOf(events, choose(args)) }, ...reads() },
      resolve: ({ id }, args, { loaders }) => pageOf(events, id, args, loaders, choose),
    },
    CustomerEventConnection,
  ),
);
