import { longestMetadata } from '../../domain/customer/input.ts';
import { addPriceGroups, addTags, removePriceGroups, removeTags } from '../../domain/customer/lists.ts';
import { patchMetadata } from '../../domain/customer/metadata.ts';
import { maxPriceGroups } from '../../domain/customer/plan.ts';
import { maxTags } from '../../domain/customer/tags.ts';
import { maxLengths } from '../../domain/write/text.ts';
import { ReferenceDataIdentifier } from '../reference-data/identifier-input.ts';
import { builder } from '../relay/builder.ts';
import { CustomerPayload } from './mutation.ts';
import { by, ifVersion, requestFields, upTo } from './mutation-input.ts';

const CustomerPriceGroupsInput = builder.inputType('CustomerPriceGroupsInput', {
  description: 'A customer and price groups.',
  fields: (t) => ({
    by: by(t),
    priceGroups: t.field({
      type: [ReferenceDataIdentifier],
      required: true,
      description: `Account groups of type \`PRICING_GROUP\`, otherwise the error is \`WRONG_GROUP_TYPE\`: at most ${maxPriceGroups}. Duplicates count once.`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerTagsInput = builder.inputType('CustomerTagsInput', {
  description: 'A customer and tags.',
  fields: (t) => ({
    by: by(t),
    tags: t.stringList({
      required: true,
      description: `The tags: each 1 to ${maxLengths.tag} characters of \`a-z\`, \`0-9\`, \`_\`, \`:\` and \`-\`; upper case is converted to lower case. Duplicates count once.`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerMetadataInput = builder.inputType('CustomerMetadataInput', {
  description: 'A change of a customer’s metadata.',
  fields: (t) => ({
    by: by(t),
    patch: t.field({
      type: 'JSONObject',
      required: true,
      description: `A JSON merge patch (RFC 7396): null removes a key, objects are merged key by key, and all other values, including lists, replace the existing value. The size limit applies to the resulting metadata as a whole. ${upTo(longestMetadata)}`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const priceGroupsInput = {
  type: CustomerPriceGroupsInput,
  required: true,
  description: 'The customer and the price groups.',
} as const;
const tags = { type: CustomerTagsInput, required: true, description: 'The customer and the tags.' } as const;

builder.mutationFields((t) => ({
  customerPriceGroupsAdd: t.field({
    type: CustomerPayload,
    description: `Adds price groups to a customer. If it would then have more than ${maxPriceGroups}, nothing is saved and the error is \`LIMIT_EXCEEDED\`. Groups that it already has are ignored.`,
    args: { input: t.arg(priceGroupsInput) },
    resolve: (_root, { input }, { writer }) => addPriceGroups(writer, input),
  }),
  customerPriceGroupsRemove: t.field({
    type: CustomerPayload,
    description: 'Removes price groups from a customer. Ignores groups that the customer does not have.',
    args: { input: t.arg(priceGroupsInput) },
    resolve: (_root, { input }, { writer }) => removePriceGroups(writer, input),
  }),
  customerTagsAdd: t.field({
    type: CustomerPayload,
    description: `Adds tags to a customer. If it would then have more than ${maxTags} tags, nothing is saved and the error is \`LIMIT_EXCEEDED\`. Tags that it already has are ignored.`,
    args: { input: t.arg(tags) },
    resolve: (_root, { input }, { writer }) => addTags(writer, input),
  }),
  customerTagsRemove: t.field({
    type: CustomerPayload,
    description: 'Removes tags from a customer. Ignores tags that the customer does not have.',
    args: { input: t.arg(tags) },
    resolve: (_root, { input }, { writer }) => removeTags(writer, input),
  }),
  customerMetadataPatch: t.field({
    type: CustomerPayload,
    description: 'Updates parts of a customer’s metadata with a JSON merge patch (RFC 7396).',
    args: {
      input: t.arg({
        type: CustomerMetadataInput,
        required: true,
        description: 'The customer and the patch.',
      }),
    },
    resolve: (_root, { input }, { writer }) => patchMetadata(writer, input),
  }),
}));
