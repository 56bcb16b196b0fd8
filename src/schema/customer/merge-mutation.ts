import { mergeCustomers } from '../../domain/customer/merge/merge.ts';
import { maxPriceGroups } from '../../domain/customer/plan.ts';
import { maxTags } from '../../domain/customer/tags.ts';
import { maxSourceRecords } from '../../domain/source/key.ts';
import { builder } from '../relay/builder.ts';
import { maxPageSize } from '../relay/page-size.ts';
import { payload } from '../relay/user-error.ts';
import { Customer } from './list.ts';
import { requestFields } from './mutation-input.ts';
import { CustomerIdentifier } from './query.ts';

const CustomerMergePayload = payload(
  'CustomerMergePayload',
  'customer',
  Customer,
  'The current target; null if there are errors.',
);

const CustomerMergeInput = builder.inputType('CustomerMergeInput', {
  description: 'The customers to merge.',
  fields: (t) => ({
    target: t.field({
      type: CustomerIdentifier,
      required: true,
      description:
        'The customer that the duplicates are merged into. The error is `DISCONTINUED` if it is discontinued and a duplicate is active.',
    }),
    duplicates: t.field({
      type: [CustomerIdentifier],
      required: true,
      description: `The customers to merge into the target: 1 to ${maxPageSize}. A customer that is listed twice, even by different keys, is \`INVALID\`, and so is the target.`,
    }),
    ...requestFields(t),
  }),
});

builder.mutationField('customerMerge', (t) =>
  t.field({
    type: CustomerMergePayload,
    description: `Merges duplicates of a customer into it. The duplicates’ price groups, tags, addresses (of equal ones, one stays, with the source records of all), children, records in source systems, events, orders, returns, subscriptions, attachments and other objects move to the target. The target is then derived from the source records, pins and baselines of all; its own pins and baseline win. Without source records and pins, it keeps its number, name, fields and defaults, and takes a missing reference or shopper (with its password) from the first duplicate that has one. The short id is that of the first record in the warehouse; the earliest \`createdAt\` of all is kept, and the duplicates’ order counts are added. The duplicates are deleted; their ids keep resolving, to the target. The error is \`LIMIT_EXCEEDED\` if the result would have more than ${maxTags} tags, ${maxPriceGroups} price groups or ${maxSourceRecords} records, and \`HIERARCHY_DEPTH\` if children of a duplicate would move to a target that has a parent. \`dryRun\` previews the result. A merge cannot be undone.`,
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
