import { pinField, releaseField } from '../../domain/customer/pins.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { CustomerFieldGroup } from './field-group.ts';
import { CustomerPayload } from './mutation.ts';
import { by, ifVersion, requestFields } from './mutation-input.ts';

const fieldGroup = (t: InputFields, description: string) =>
  t.field({ type: CustomerFieldGroup, required: true, description });

const metadataKey = (t: InputFields, all: string) =>
  t.string({
    description: `The top-level key of \`metadata\`, only with \`METADATA\`. If absent or null, ${all}.`,
  });

const CustomerFieldPinInput = builder.inputType('CustomerFieldPinInput', {
  description: 'A customer and the fields to pin.',
  fields: (t) => ({
    by: by(t),
    fieldGroup: fieldGroup(t, 'The fields to pin.'),
    metadataKey: metadataKey(t, 'all current keys are pinned, or all keys of `source`'),
    source: t.field({
      type: SourceRecordInput,
      description:
        'The record in the customer’s `sources` whose value is pinned. The error is `NOT_FOUND` if the customer does not have the record, `INVALID` if the record has no value of these fields, and `TAKEN` if another customer has the value. If absent or null, the current value is pinned, which can be empty.',
    }),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

const CustomerFieldReleaseInput = builder.inputType('CustomerFieldReleaseInput', {
  description: 'A customer and the fields to release.',
  fields: (t) => ({
    by: by(t),
    fieldGroup: fieldGroup(t, 'The fields to release.'),
    metadataKey: metadataKey(t, 'all keys are released'),
    ifVersion: ifVersion(t),
    ...requestFields(t),
  }),
});

builder.mutationFields((t) => ({
  customerFieldPin: t.field({
    type: CustomerPayload,
    description:
      'Pins fields of a customer: they keep the present value, or get that of one of its source records, whatever the sources say later. It settles a conflict of these fields; an update by an account user also pins what it sets. There is an event and a new version only if a value changes; `Customer.fieldOrigins` shows pins.',
    args: {
      input: t.arg({
        type: CustomerFieldPinInput,
        required: true,
        description: 'The customer and the fields.',
      }),
    },
    resolve: (_root, { input }, { writer }) => pinField(writer, input),
  }),
  customerFieldRelease: t.field({
    type: CustomerPayload,
    description:
      'Releases pinned fields of a customer: they get the value of the source record that the rules choose; if none has a value, that of the baseline. Without source records, the customer has its values before the pin. Has no effect on fields that are not pinned.',
    args: {
      input: t.arg({
        type: CustomerFieldReleaseInput,
        required: true,
        description: 'The customer and the fields.',
      }),
    },
    resolve: (_root, { input }, { writer }) => releaseField(writer, input),
  }),
}));
