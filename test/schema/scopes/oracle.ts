import type { Scope } from '../../../src/auth/viewer.ts';

/** The scopes as issue 11 defines them, written independently of the gateway's table. */
const read: readonly Scope[] = ['customers:read'];
const readOrSettings: readonly Scope[] = ['customers:read', 'settings:write'];

const readOrAdmin: readonly Scope[] = ['customers:read', 'account:admin'];
const anyOfThree: readonly Scope[] = ['customers:read', 'settings:write', 'account:admin'];
const anyOfFour: readonly Scope[] = [...anyOfThree, 'customers:import'];

const referenceData =
  /^(AccountGroup|Carrier|CustomerGroup|PaymentTerm|Priority|Quantity|ConvertedQuantity|ServiceLevel|ShippingTerm|Unit)$/;
const people = /^(AccountUser|Department|Role|SurvivorshipRule|SurvivorshipRun|User)$/;
const withOpenId =
  /^(Customer|Address|Attachment|CustomerEvent|CustomerSubscription|Order|OrderSubscription|PaymentSource|Return|SkuList|Tag)$/;

/** The scopes of which the fields of a type that is not listed by its ids require one. */
export function ofType(type: string): readonly Scope[] {
  if (/^(Account|Owner)$/.test(type)) return anyOfThree;
  if (people.test(type)) return readOrAdmin;
  if (/^Import/.test(type)) return ['customers:import'];
  return referenceData.test(type) ? readOrSettings : read;
}

function ofRoot(field: string): readonly Scope[] | null {
  if (field === 'viewer' || field === '_service') return null;
  if (/^(node|nodes|_entities)$/.test(field)) return anyOfFour;
  if (/^importRun/.test(field)) return ['customers:import'];
  if (/^(accountUser|department|role)/.test(field)) return readOrAdmin;
  return /^(customer|order|survivorship|tags)/.test(field) ? read : readOrSettings;
}

const imports = /^(customerSubscriptions|orderSubscriptions|orders|paymentSources|returns|skuLists)Upsert$/;

function ofMutation(field: string): readonly Scope[] {
  // By the type of the record, which tests of selections check.
  if (field === 'customerRecordDelete') return ['customers:import', 'customers:write'];
  if (imports.test(field)) return ['customers:import'];
  if (/^(attachments|customer(?!Group)|shopper)/.test(field)) return ['customers:write'];
  return /^(account(Update|User)|role|department|survivorship)/.test(field)
    ? ['account:admin']
    : ['settings:write'];
}

/** The scopes of which a field requires one; null if it requires none. */
export function required(type: string, field: string): readonly Scope[] | null {
  if (field === 'shopperSignIn') return ['shoppers:authenticate'];
  if (type === 'Query') return ofRoot(field);
  if (type === 'Mutation') return ofMutation(field);
  if (type === 'Subscription') return read;
  if (type === 'Viewer') return field === 'scopes' ? null : field === 'account' ? anyOfThree : readOrAdmin;
  if (/(Payload|UpsertResult)$/.test(type) || ['UserError', 'PageInfo', 'Node', '_Service'].includes(type))
    return null;
  // The fields that return source records have the rules of their types.
  if (type === 'SourceRecord') return field === 'raw' ? ['customers:import'] : null;
  if (withOpenId.test(type) && (field === 'id' || (type === 'Customer' && field === 'version'))) return null;
  if (/^customers(Aggregate)?$/.test(field)) return read;
  return ofType(type.replace(/(Connection|Edge)$/, ''));
}
