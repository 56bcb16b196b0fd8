import type { FieldGroup } from '../../db/model/field-group.ts';
import { builder } from '../relay/builder.ts';
import { enumValues } from '../relay/enum-values.ts';
import { SourceSystem } from '../relay/source.ts';

const descriptions: Readonly<Record<FieldGroup, string>> = {
  NAME: 'The field `name`.',
  NUMBER: 'The field `number`.',
  STATUS: 'The field `status`.',
  EDI_STATUS: 'The field `ediStatus`.',
  COMMISSION_POLICY: 'The field `commissionPolicy`.',
  NOTE: 'The field `note`.',
  CREDIT_LIMIT: 'The field `creditLimit`: its value and its unit.',
  CONTACT_NAME: 'The field `contactInfo.name`.',
  CONTACT_EMAIL: 'The field `contactInfo.email`.',
  CONTACT_PHONE: 'The field `contactInfo.phone`.',
  CONTACT_FAX: 'The field `contactInfo.fax`.',
  CONTACT_URL: 'The field `contactInfo.url`.',
  FREIGHT_PREFERENCES:
    'The fields of `freightPreferences`: `status`, `carrier`, `serviceLevel`, `billingType` and `billingAccount`.',
  DEFAULTS: 'The fields of `defaults`: `paymentTerm`, `shippingTerm`, `priority` and `salesRep`.',
  NOTIFICATION_PREFERENCES: 'The field `notificationPreferences.acceptsInvoiceEmails`.',
  BILL_TO_ADDRESS: 'The field `billToAddress`: which address it is.',
  SHIP_TO_ADDRESS: 'The field `shipToAddress`: which address it is.',
  TYPE: 'The field `type`.',
  SHOPPER: 'The fields of `shopper`: `email`, `status`, `shopperReference` and `totalOrdersCount`.',
  CUSTOMER_GROUP: 'The field `customerGroup`.',
  REFERENCE: 'The fields `reference` and `referenceOrigin`.',
  PRICE_GROUPS: 'The list `priceGroups`.',
  TAGS: 'The list `tags`.',
  METADATA: 'A top-level key of `metadata`, each by itself.',
};

export const CustomerFieldGroup = builder.enumType('CustomerFieldGroup', {
  description:
    'The fields of a customer that are derived from its source records. One record gives all fields of a group.',
  values: enumValues(descriptions),
});

builder.inputType('SourceDifference', {
  description: 'The fields in which source records of a customer are compared.',
  fields: (t) => ({
    fieldGroups: t.field({
      type: [CustomerFieldGroup],
      required: true,
      description:
        'Matches if two records have different values in one of these groups. Records without a value do not count; within a group of several fields, a missing value differs from a present one.',
    }),
    systems: t.field({
      type: [SourceSystem],
      description: 'Compares only records of these source systems; all if absent or null.',
    }),
  }),
});

export const SurvivorshipRuleKind = builder.enumType('SurvivorshipRuleKind', {
  description:
    'The rule that selects a value if several source records have one. An empty value is never chosen; records with `goneAt` come last.',
  values: {
    SOURCE_SEQUENCE: {
      description:
        'The first system with a value wins; within a system, the most recently modified record wins. By default, the order is `AUGNO`, `INVENTORY_PRO`, `COMMERCE_LAYER`, `OTHER`.',
    },
    MOST_RECENT: {
      description:
        'The record that was last modified in its source system wins; records without `modifiedAt` come last.',
    },
    UNION: {
      description:
        'The list has the items of all records. Only `PRICE_GROUPS` and `TAGS` can have this rule.',
    },
  } as const,
});
