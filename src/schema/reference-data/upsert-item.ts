import { maxLengths } from '../../domain/write/text.ts';
import { QuantityInput, upTo } from '../customer/mutation-input.ts';
import { builder, type InputFields } from '../relay/builder.ts';
import { SourceRecordInput } from '../relay/source.ts';
import { AccountGroupType, CommissionPolicy, FreightPolicy } from './account-group.ts';
import { CarrierCode, PortalVisibility } from './carrier.ts';
import { ReferenceDataIdentifier } from './identifier-input.ts';
import { PaymentTermStatus, ShippingTermType } from './term.ts';
import { UnitDimension } from './unit.ts';

const absent = 'Absent fields keep their value, or get their default on creation; null clears.';
const trimmed = 'Leading and trailing whitespace is trimmed.';
const onCreation = 'Required on creation; cannot be null.';

/** The keys of an item of reference data. */
export const keyFields = (t: InputFields, unique: string) => ({
  source: t.field({
    type: SourceRecordInput,
    description: `The record in a source system. If no object has it, the item matches by its name, and the object gets it. ${upTo(maxLengths.reference)}`,
  }),
  name: t.string({
    description: `The name, ${unique}. ${onCreation} ${upTo(maxLengths.name)} ${trimmed}`,
  }),
});

const visibility = (t: InputFields) =>
  t.field({
    type: PortalVisibility,
    description: 'Whether customers can see and select it in the customer portal; `VISIBLE` by default.',
  });

export const CarrierUpsertItem = builder.inputType('CarrierUpsertItem', {
  description: `A carrier. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'unique among the account’s carriers that are not deleted'),
    code: t.field({
      type: CarrierCode,
      description: 'The code of the known carrier; null for a custom carrier. Cannot be changed later.',
    }),
    accountNumber: t.string({
      description: `The account number with the carrier; required for \`UPS\` and \`USPS\`. ${upTo(maxLengths.code)}`,
    }),
    customerPortalVisibility: visibility(t),
  }),
});

export const ServiceLevelUpsertItem = builder.inputType('ServiceLevelUpsertItem', {
  description: `A service level. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'which customers see at checkout'),
    carrier: t.field({
      type: ReferenceDataIdentifier,
      required: true,
      description: 'The carrier that offers it. Cannot be changed later (`WRONG_CARRIER`).',
    }),
    serviceLevelToken: t.string({
      description: `The carrier’s code for the service level, unique among the carrier’s service levels. ${onCreation} ${upTo(maxLengths.code)} ${trimmed}`,
    }),
    customerPortalVisibility: visibility(t),
    isDefault: t.boolean({
      description:
        'Whether it is the default of its carrier; false by default. True replaces the previous default; allowed only for a carrier of the account, otherwise the error is `SYSTEM_OWNED`.',
    }),
  }),
});

export const PaymentTermUpsertItem = builder.inputType('PaymentTermUpsertItem', {
  description: `A payment term. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'unique among the payment terms of the account and the system'),
    status: t.field({
      type: PaymentTermStatus,
      description: 'Whether the term can be selected; `ACTIVE` by default.',
    }),
  }),
});

export const ShippingTermUpsertItem = builder.inputType('ShippingTermUpsertItem', {
  description: `A shipping term. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'unique among the shipping terms of the account'),
    type: t.field({ type: ShippingTermType, description: `The pricing of freight. ${onCreation}` }),
    flatRate: t.field({
      type: QuantityInput,
      description: 'The fixed charge for an order, in a unit of dimension `CURRENCY`.',
    }),
    minimumOrderValue: t.field({
      type: QuantityInput,
      description: 'The minimum order subtotal for free shipping, in a unit of dimension `CURRENCY`.',
    }),
    freeShippingServiceLevelIds: t.idList({
      description:
        'The ids of all service levels that ship free from the minimum order value on, at most 250; replaces the existing list. If empty or null, every service level ships free.',
    }),
  }),
});

export const AccountGroupUpsertItem = builder.inputType('AccountGroupUpsertItem', {
  description: `A group of customers. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'unique within the account'),
    type: t.field({
      type: AccountGroupType,
      description: `The purpose of the group. ${onCreation} Cannot be changed later.`,
    }),
    description: t.string({ description: `Free text about the group. ${upTo(maxLengths.description)}` }),
    commissionPolicy: t.field({
      type: CommissionPolicy,
      description: 'Whether orders of the members earn commission; `COMMISSION_APPLIED` by default.',
    }),
    freightPolicy: t.field({
      type: FreightPolicy,
      description: 'Whether the members pay freight; `BILLED_FREIGHT` by default.',
    }),
  }),
});

const decimal = (t: InputFields, description: string) => t.field({ type: 'Decimal', description });
const fixed = 'Cannot be changed later, because that would change every amount in the unit.';

export const UnitUpsertItem = builder.inputType('UnitUpsertItem', {
  description: `A unit of measure. ${absent}`,
  fields: (t) => ({
    ...keyFields(t, 'unique among the account’s units'),
    abbreviation: t.string({
      description: `The abbreviation at the end of display values; for a currency its ISO 4217 code. Unique among the account’s units. ${onCreation} ${upTo(maxLengths.code)} ${trimmed}`,
    }),
    type: t.field({
      type: UnitDimension,
      description: `The dimension of the unit. ${onCreation} Cannot be changed later.`,
    }),
    ratioNumerator: decimal(
      t,
      `The numerator of the ratio: one of this unit is \`ratioNumerator / ratioDenominator\` base units. Cannot be 0. ${onCreation} ${fixed}`,
    ),
    ratioDenominator: decimal(t, `The denominator of the ratio. Cannot be 0. ${onCreation} ${fixed}`),
    offsetNumerator: decimal(
      t,
      `The numerator of the offset to the base unit, in base units; 0 by default. ${fixed}`,
    ),
    offsetDenominator: decimal(
      t,
      `The denominator of the offset to the base unit; 1 by default. Cannot be 0. ${fixed}`,
    ),
  }),
});
