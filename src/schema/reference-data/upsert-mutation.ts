import { upsertRecords } from '../../domain/record-upsert/mutation.ts';
import { accountGroups } from '../../domain/setting-upsert/account-group.ts';
import { carriers } from '../../domain/setting-upsert/carrier.ts';
import { paymentTerms } from '../../domain/setting-upsert/payment-term.ts';
import { serviceLevels } from '../../domain/setting-upsert/service-level.ts';
import { shippingTerms } from '../../domain/setting-upsert/shipping-term.ts';
import { units } from '../../domain/setting-upsert/unit.ts';
import { AccountGroup } from './account-group.ts';
import { bulkUpsert } from './bulk-upsert.ts';
import { Carrier, ServiceLevel } from './carrier.ts';
import { PaymentTerm, ShippingTerm } from './term.ts';
import { Unit } from './unit.ts';
import {
  AccountGroupUpsertItem,
  CarrierUpsertItem,
  PaymentTermUpsertItem,
  ServiceLevelUpsertItem,
  ShippingTermUpsertItem,
  UnitUpsertItem,
} from './upsert-item.ts';

export const matching =
  'An item matches the object with its `source`, or else the object with its `name` and without a record of the same system, which is then linked to the source record. Without a match, an object of the account is created.';
const systemOwned = 'An object of the system can be linked, but not changed (`SYSTEM_OWNED`).';

bulkUpsert({
  type: Carrier,
  plural: 'Carriers',
  noun: 'carrier',
  item: CarrierUpsertItem,
  description: `Creates or updates carriers. ${matching} ${systemOwned}`,
  upsert: (writer, input) => upsertRecords(writer, carriers, input),
});

bulkUpsert({
  type: ServiceLevel,
  plural: 'ServiceLevels',
  noun: 'service level',
  item: ServiceLevelUpsertItem,
  description: `Creates or updates service levels. ${matching} Within its carrier, a service level also matches by its \`serviceLevelToken\`, before its name. ${systemOwned}`,
  upsert: (writer, input) => upsertRecords(writer, serviceLevels, input),
});

bulkUpsert({
  type: PaymentTerm,
  plural: 'PaymentTerms',
  noun: 'payment term',
  item: PaymentTermUpsertItem,
  description: `Creates or updates payment terms. ${matching} ${systemOwned}`,
  upsert: (writer, input) => upsertRecords(writer, paymentTerms, input),
});

bulkUpsert({
  type: ShippingTerm,
  plural: 'ShippingTerms',
  noun: 'shipping term',
  item: ShippingTermUpsertItem,
  description: `Creates or updates shipping terms. ${matching} ${systemOwned}`,
  upsert: (writer, input) => upsertRecords(writer, shippingTerms, input),
});

bulkUpsert({
  type: AccountGroup,
  plural: 'AccountGroups',
  noun: 'account group',
  item: AccountGroupUpsertItem,
  description: `Creates or updates groups of customers. ${matching}`,
  upsert: (writer, input) => upsertRecords(writer, accountGroups, input),
});

bulkUpsert({
  type: Unit,
  plural: 'Units',
  noun: 'unit',
  item: UnitUpsertItem,
  description: `Creates or updates units of measure. ${matching} ${systemOwned}`,
  upsert: (writer, input) => upsertRecords(writer, units, input),
});
