import { builder } from './builder.ts';

export const CustomerStatus = builder.enumType('CustomerStatus', {
  description:
    'Whether a customer can transact. Holds flag orders for a person to look at; they do not reject them.',
  values: {
    NORMAL: { description: 'No restrictions.' },
    PREFERRED: { description: 'No restrictions, and marked as preferred.' },
    HOLD_SHIPMENT: { description: 'Orders are taken, shipments are held.' },
    HOLD_ALL: { description: 'Everything is on hold.' },
  } as const,
});

export const EdiStatus = builder.enumType('EdiStatus', {
  description: 'Whether orders and documents go by EDI (Electronic Data Interchange).',
  values: {
    ENABLED: { description: 'They go by EDI.' },
    DISABLED: { description: 'They do not.' },
  } as const,
});

export const RelationshipType = builder.enumType('RelationshipType', {
  description: 'Where a customer stands in the hierarchy, which has two levels.',
  values: {
    STANDALONE: { description: 'Neither parent nor children.' },
    PARENT: { description: 'Has children.' },
    CHILD: { description: 'Has a parent.' },
  } as const,
});

export const CarrierBillingType = builder.enumType('CarrierBillingType', {
  description: 'Who pays the carrier.',
  values: {
    SENDER: { description: 'The account, which ships.' },
    THIRD_PARTY: { description: 'Someone else, by `billingAccount`.' },
  } as const,
});

export const Mode = builder.enumType('Mode', {
  description: 'The shop environment a customer is of.',
  values: {
    TEST: { description: 'For trying things out.' },
    LIVE: { description: 'The real shop.' },
  } as const,
});

export const ParentAccountStatus = builder.enumType('ParentAccountStatus', {
  description: 'Whether a customer has children.',
  values: {
    PARENT: { description: 'Has children.' },
    NON_PARENT: { description: 'Has none; it may itself be a child.' },
  } as const,
});
