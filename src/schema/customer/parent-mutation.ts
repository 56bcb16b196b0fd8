import { setParent } from '../../domain/customer/parent.ts';
import { builder } from '../relay/builder.ts';
import { CustomerPayload } from './mutation.ts';
import { by, ifVersion, requestFields } from './mutation-input.ts';
import { CustomerIdentifier } from './query.ts';

const CustomerSetParentInput = builder.inputType('CustomerSetParentInput', {
  description: 'A customer and its new parent.',
  fields: (t) => ({
    by: by(t),
    parent: t.field({
      type: CustomerIdentifier,
      description:
        'The parent: a customer that has no parent and is not discontinued. Null makes the customer standalone; if absent, the error is `REQUIRED`.',
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

builder.mutationField('customerSetParent', (t) =>
  t.field({
    type: CustomerPayload,
    description:
      'Sets or removes the parent of a customer and updates the relationship types of all customers involved. The hierarchy has two levels: the error is `HIERARCHY_DEPTH` if the customer has children or the parent has a parent, and `HIERARCHY_CYCLE` if the parent is the customer itself or one of its children.',
    args: {
      input: t.arg({
        type: CustomerSetParentInput,
        required: true,
        description: 'The customer and its new parent.',
      }),
    },
    resolve: (_root, { input }, { writer }) => setParent(writer, input),
  }),
);
