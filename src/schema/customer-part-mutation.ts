import { longestMetadata } from '../domain/customer/input.ts';
import { addPriceGroups, addTags, removePriceGroups, removeTags } from '../domain/customer/lists.ts';
import { patchMetadata } from '../domain/customer/metadata.ts';
import { mostPriceGroups } from '../domain/customer/plan.ts';
import { mostTags } from '../domain/customer/tags.ts';
import { longest } from '../domain/write/text.ts';
import { builder } from './builder.ts';
import { CustomerPayload } from './customer-mutation.ts';
import { ifVersion, requestFields, upTo } from './mutation-input.ts';

const CustomerGroupsInput = builder.inputType('CustomerGroupsInput', {
  description: 'Price groups of a customer.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    groupIds: t.idList({
      required: true,
      description: `The ids of account groups of type PRICING_GROUP, else \`WRONG_GROUP_TYPE\`: at most ${mostPriceGroups}. One that is named twice counts once.`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerTagsInput = builder.inputType('CustomerTagsInput', {
  description: 'Tags of a customer.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    tags: t.stringList({
      required: true,
      description: `Each 1 to ${longest.tag} of \`a-z\`, \`0-9\`, \`_\`, \`:\` and \`-\`; capitals become small. One that is named twice counts once.`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerMetadataInput = builder.inputType('CustomerMetadataInput', {
  description: 'A change of a customer’s metadata.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    patch: t.field({
      type: 'JSONObject',
      required: true,
      description: `A JSON merge patch (RFC 7396): what is null in it is removed, objects are patched key by key, all else replaces what is there, lists too. Of the metadata as a whole then: ${upTo(longestMetadata)}`,
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const groups = { type: CustomerGroupsInput, required: true, description: 'Whose, and which.' } as const;
const tags = { type: CustomerTagsInput, required: true, description: 'Whose, and which.' } as const;

builder.mutationFields((t) => ({
  customerPriceGroupsAdd: t.field({
    type: CustomerPayload,
    description: `Puts a customer into price groups besides those that it is in; \`LIMIT_EXCEEDED\` over ${mostPriceGroups}. Nothing more for groups that it is in already.`,
    args: { input: t.arg(groups) },
    resolve: (_root, { input }, { writer }) => addPriceGroups(writer, input),
  }),
  customerPriceGroupsRemove: t.field({
    type: CustomerPayload,
    description: 'Takes a customer out of price groups. Nothing more for groups that it is not in.',
    args: { input: t.arg(groups) },
    resolve: (_root, { input }, { writer }) => removePriceGroups(writer, input),
  }),
  customerTagsAdd: t.field({
    type: CustomerPayload,
    description: `Marks a customer with tags besides those that it has; \`LIMIT_EXCEEDED\` over ${mostTags}. Nothing more for tags that it has already.`,
    args: { input: t.arg(tags) },
    resolve: (_root, { input }, { writer }) => addTags(writer, input),
  }),
  customerTagsRemove: t.field({
    type: CustomerPayload,
    description: 'Takes tags off a customer. Nothing more for tags that it does not have.',
    args: { input: t.arg(tags) },
    resolve: (_root, { input }, { writer }) => removeTags(writer, input),
  }),
  customerMetadataPatch: t.field({
    type: CustomerPayload,
    description: 'Changes a part of a customer’s metadata and leaves the rest.',
    args: { input: t.arg({ type: CustomerMetadataInput, required: true, description: 'Whose, and what.' }) },
    resolve: (_root, { input }, { writer }) => patchMetadata(writer, input),
  }),
}));
