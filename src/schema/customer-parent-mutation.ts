import { setParent } from '../domain/customer/parent.ts';
import { builder } from './builder.ts';
import { CustomerPayload } from './customer-mutation.ts';
import { ifVersion, requestFields } from './mutation-input.ts';

const CustomerSetParentInput = builder.inputType('CustomerSetParentInput', {
  description: 'Whose child a customer is to be.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The customer’s id.' }),
    parentId: t.id({
      description:
        'The id of the parent: a customer without a parent of its own, and not discontinued. Null makes the customer standalone; absent is `REQUIRED`.',
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

builder.mutationField('customerSetParent', (t) =>
  t.field({
    type: CustomerPayload,
    description:
      'Makes a customer another’s child, or standalone, and keeps the relationship types of all concerned right. The hierarchy has two levels: for a customer that has children, or under one that has a parent, it is `HIERARCHY_DEPTH`; under itself or a child of its own `HIERARCHY_CYCLE`.',
    args: {
      input: t.arg({ type: CustomerSetParentInput, required: true, description: 'Whose, and which parent.' }),
    },
    resolve: (_root, { input }, { writer }) => setParent(writer, input),
  }),
);
