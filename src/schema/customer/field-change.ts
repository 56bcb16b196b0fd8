import { type ChangedField, changedFieldOf, publicPathOf } from '../../db/model/changed-field.ts';
import type { Row } from '../../db/model/table.ts';
import type { ValueChange } from '../../domain/customer/event.ts';
import { builder } from '../relay/builder.ts';
import { enumValues } from '../relay/enum-values.ts';
import { reads } from '../relay/reads.ts';

const descriptions: Readonly<Record<ChangedField, string>> = {
  ID: 'The id of the customer: it was merged into another customer, or deleted.',
  NUMBER: 'The field `number`.',
  NAME: 'The field `name`.',
  STATUS: 'The field `status`.',
  EDI_STATUS: 'The field `ediStatus`.',
  COMMISSION_POLICY: 'The field `commissionPolicy`.',
  NOTE: 'The field `note`.',
  CREDIT_LIMIT: 'The field `creditLimit`: its value or its unit.',
  CONTACT_INFO: 'A field of `contactInfo`.',
  FREIGHT_PREFERENCES: 'A field of `freightPreferences`.',
  DEFAULTS: 'A field of `defaults`.',
  NOTIFICATION_PREFERENCES: 'A field of `notificationPreferences`.',
  ADDRESSES: 'The field `addresses`: an address was added, changed or removed.',
  BILL_TO_ADDRESS: 'The field `billToAddress`, with the ids of the addresses.',
  SHIP_TO_ADDRESS: 'The field `shipToAddress`, with the ids of the addresses.',
  TYPE: 'The field `type`.',
  PRICE_GROUPS: 'The field `priceGroups`.',
  PARENT: 'The field `parentAccount`.',
  SHORT_ID: 'The field `shortId`.',
  ACTIVE: 'The field `active`.',
  MODE: 'The field `mode`.',
  CREATED_AT: 'The field `createdAt`.',
  SHOPPER: 'A field of `shopper`, or the password of the shopper.',
  CUSTOMER_GROUP: 'The field `customerGroup`.',
  REFERENCE: 'The field `reference`.',
  REFERENCE_ORIGIN: 'The field `referenceOrigin`.',
  TAGS: 'The field `tags`.',
  METADATA: 'The field `metadata`.',
  SOURCES: 'The field `sources`.',
  OTHER: 'A field that this version of the gateway does not know, for example during an upgrade.',
};

export const CustomerField = builder.enumType('CustomerField', {
  description: 'A field of a customer whose changes are recorded.',
  values: enumValues(descriptions),
});

const FieldChange = builder.objectRef<ValueChange>('FieldChange');

builder.objectType(FieldChange, {
  description: 'The old and the new value of a field.',
  fields: (t) => ({
    field: t.field({
      type: CustomerField,
      description: 'The changed field of the customer.',
      extensions: reads(),
      resolve: ({ field }) => changedFieldOf(field),
    }),
    path: t.string({
      description:
        'The exact path in `Customer`: `contactInfo.email`. The password of a shopper is `shopper.password`.',
      extensions: reads(),
      resolve: ({ field }) => publicPathOf(field),
    }),
    oldValue: t.exposeString('oldValue', {
      nullable: true,
      description: 'The old value as a string; null if it was null, and always for `shopper.password`.',
    }),
    newValue: t.exposeString('newValue', {
      nullable: true,
      description: 'The new value as a string; null if it is null, and always for `shopper.password`.',
    }),
  }),
});

type EventRow = Row<'CustomerEvent'>;

export const changes = {
  type: [FieldChange] as [typeof FieldChange],
  description: 'All changed fields; at most as many as a customer has.',
  extensions: reads(['changes']),
  // A check constraint keeps it an array, and only the gateway writes its elements.
  resolve: (event: Pick<EventRow, 'changes'>) => event.changes as unknown as ValueChange[],
};
