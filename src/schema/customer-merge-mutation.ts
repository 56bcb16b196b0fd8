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
  'The target as it is now; null if there are errors.',
);

const CustomerMergeInput = builder.inputType('CustomerMergeInput', {
  description: 'The customers to merge.',
  fields: (t) => ({
    targetId: t.id({
      required: true,
      description:
        'The id of the customer that the sources are merged into. The error is `DISCONTINUED` if it is discontinued and a source is active.',
    }),
    sourceIds: t.idList({
      required: true,
      description: `The ids of the customers to merge into the target: 1 to ${maxPageSize}, without duplicates and without the target.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationField('customerMerge', (t) =>
  t.field({
    type: CustomerMergePayload,
    description: `Merges source customers into a target. The sources’ price groups, tags, addresses (except those equal to an address of the target), children, records in source systems, events, orders, returns, subscriptions, attachments and other objects move to the target. The target keeps its number, name, fields and defaults; a missing short id, reference or shopper (with its password) is taken from the first source that has one, and the sources’ order counts are added. The sources are deleted; their ids keep resolving, to the target. The error is \`LIMIT_EXCEEDED\` if the result would have more than ${mostTags} tags, ${mostPriceGroups} price groups or ${mostSourceRecords} records, and \`HIERARCHY_DEPTH\` if children of a source would move to a target that has a parent. \`dryRun\` previews the result. A merge cannot be undone.`,
    args: {
      input: t.arg({
        type: CustomerMergeInput,
        required: true,
        description: 'The target and the customers to merge into it.',
      }),
    },
    resolve: (_root, { input }, { writer }) => mergeCustomers(writer, input),
  }),
);
