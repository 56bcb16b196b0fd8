import type { Scope } from '../../../src/context.ts';

/** The scopes of issue 11, as its text says them; written apart from the table that the gateway has. */
const read: readonly Scope[] = ['customers:read'];
const readOrSettings: readonly Scope[] = ['customers:read', 'settings:write'];

const referenceData = /^(Account|AccountGroup|AccountUser|Carrier|Department|Owner|PaymentTerm|Priority)$/;
const moreReferenceData = /^(Quantity|ConvertedQuantity|Role|ServiceLevel|ShippingTerm|Unit|User)$/;
const withOpenId =
  /^(Customer|Address|Attachment|CustomerEvent|CustomerGroup|CustomerSubscription|Order|OrderSubscription|PaymentSource|Return|SkuList|Tag)$/;

export const isReferenceData = (type: string): boolean =>
  referenceData.test(type) || moreReferenceData.test(type);

function ofRoot(field: string): readonly Scope[] | null {
  if (field === 'viewer' || field === '_service') return null;
  return field.startsWith('customer') ? read : readOrSettings;
}

/** The scopes of which a field requires one; null where it requires none. */
export function required(type: string, field: string): readonly Scope[] | null {
  if (type === 'Query') return ofRoot(field);
  if (type === 'Mutation')
    return /^(customer|shopper)/.test(field) ? ['customers:write'] : ['settings:write'];
  if (type === 'Subscription') return read;
  if (type === 'Viewer') return field === 'scopes' ? null : readOrSettings;
  if (/Payload$/.test(type) || ['UserError', 'PageInfo', 'Node', '_Service'].includes(type)) return null;
  if (withOpenId.test(type) && (field === 'id' || (type === 'Customer' && field === 'version'))) return null;
  if (type === 'AccountGroup' && field === 'customers') return read;
  return isReferenceData(type.replace(/(Connection|Edge)$/, '')) ? readOrSettings : read;
}
