import { mostSourceRecords } from '../domain/customer/merge/check.ts';
import { mergeCustomers } from '../domain/customer/merge/merge.ts';
import { mostPriceGroups } from '../domain/customer/plan.ts';
import { mostTags } from '../domain/customer/tags.ts';
import { builder } from './builder.ts';
import { Customer } from './customer-list.ts';
import { requestFields } from './mutation-input.ts';
import { maxPageSize } from './page-size.ts';
import { payload } from './user-error.ts';

const CustomerMergePayload = payload(
  'CustomerMergePayload',
  'customer',
  Customer,
  'The target as it is now; null when there are errors.',
);

const CustomerMergeInput = builder.inputType('CustomerMergeInput', {
  description: 'Customers that are one.',
  fields: (t) => ({
    targetId: t.id({
      required: true,
      description:
        'The id of the customer that stays. `DISCONTINUED` when it is discontinued and a source is active.',
    }),
    sourceIds: t.idList({
      required: true,
      description: `The ids of the customers that go into it: 1 to ${maxPageSize}, each once, the target not among them.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationField('customerMerge', (t) =>
  t.field({
    type: CustomerMergePayload,
    description: `Merges customers into one. Whatever the sources have goes to the target: price groups, tags, addresses (not those that read like one of its own), children, records in source systems, events, orders, returns, subscriptions, attachments and the rest. The target keeps its own number, name, fields and defaults; of short id, reference and shopper with password it takes over the first source’s where it has none, and it counts the sources’ orders. The sources are gone then, and their ids lead to the target. \`LIMIT_EXCEEDED\` where all together have more than ${mostTags} tags, ${mostPriceGroups} price groups or ${mostSourceRecords} records; \`HIERARCHY_DEPTH\` where a source’s children would go below a target that has a parent. \`dryRun\` shows the result before. It cannot be undone.`,
    args: {
      input: t.arg({ type: CustomerMergeInput, required: true, description: 'Which, and into which.' }),
    },
    resolve: (_root, { input }, { writer }) => mergeCustomers(writer, input),
  }),
);
