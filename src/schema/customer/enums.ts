import { builder } from '../relay/builder.ts';

export const CustomerStatus = builder.enumType('CustomerStatus', {
  description: 'The status of a customer. Holds flag orders for review by a person; they do not reject them.',
  values: {
    NORMAL: { description: 'No restrictions.' },
    PREFERRED: { description: 'No restrictions, and marked as preferred.' },
    HOLD_SHIPMENT: { description: 'Orders are accepted, shipments are on hold.' },
    HOLD_ALL: { description: 'Everything is on hold.' },
  } as const,
});

export const EdiStatus = builder.enumType('EdiStatus', {
  description: 'Whether orders and documents are exchanged by EDI (Electronic Data Interchange).',
  values: {
    ENABLED: { description: 'Orders and documents are exchanged by EDI.' },
    DISABLED: { description: 'EDI is not used.' },
  } as const,
});

export const RelationshipType = builder.enumType('RelationshipType', {
  description: 'The position of a customer in the hierarchy, which has two levels.',
  values: {
    STANDALONE: { description: 'The customer has neither a parent nor children.' },
    PARENT: { description: 'The customer has children.' },
    CHILD: { description: 'The customer has a parent.' },
  } as const,
});

export const CarrierBillingType = builder.enumType('CarrierBillingType', {
  description: 'The party that pays the carrier.',
  values: {
    SENDER: { description: 'The account, as the sender.' },
    THIRD_PARTY: { description: 'A third party, by its `billingAccount`.' },
  } as const,
});

export const Mode = builder.enumType('Mode', {
  description: 'The shop environment of a customer.',
  values: {
    TEST: { description: 'The test environment.' },
    LIVE: { description: 'The live shop.' },
  } as const,
});

export const ParentAccountStatus = builder.enumType('ParentAccountStatus', {
  description: 'Whether a customer has children.',
  values: {
    PARENT: { description: 'The customer has children.' },
    NON_PARENT: { description: 'The customer has no children; it can be a child itself.' },
  } as const,
});
