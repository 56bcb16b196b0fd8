import { byName } from '../record-upsert/by-name.ts';
import { noReferences, type RecordType, type UpsertItem } from '../record-upsert/record-type.ts';
import { type PaymentTermInput, readPaymentTermColumns } from '../setting/payment-term.ts';

export const paymentTerms: RecordType<'PaymentTerm', PaymentTermInput & UpsertItem, null> = {
  model: 'PaymentTerm',
  mutation: 'paymentTermsUpsert',
  noun: 'payment term',
  byName: byName('PaymentTerm'),
  defaults: { status: 'ACTIVE' },
  // Includes the system's terms: both are in the same list to choose from.
  unique: [{ column: 'name', among: () => true }],
  resolve: noReferences,
  read: ({ input, faults, current }) => readPaymentTermColumns(input, faults, current === undefined),
};
