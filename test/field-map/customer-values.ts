import { word } from '../builders.ts';
import { email, record, type Settings } from './settings.ts';

const createdAt = '2024-05-01T10:00:00.000Z';

/** An address with all fields. */
export const address = () => ({
  name: word(),
  phone: word(),
  email: email(),
  type: 'DROP_SHIP',
  streetLine1: word(),
  streetLine2: word(),
  locality: word(),
  state: word(),
  postalCode: word(),
  country: 'US',
});

/** The values that every mutation of whole customers takes. */
export function values(settings: Settings) {
  return {
    name: word(),
    number: word(),
    note: word(),
    shortId: word(),
    status: 'PREFERRED',
    ediStatus: 'ENABLED',
    commissionPolicy: 'COMMISSION_APPLIED',
    mode: 'TEST',
    reference: word(),
    referenceOrigin: word(),
    metadata: { [word()]: 1 },
    tags: [`t-${word()}`],
    creditLimit: { value: '123.4500', unit: { id: settings.dollarId } },
    contactInfo: { name: word(), email: email(), phone: word(), fax: word(), url: 'https://a.example.com' },
    freightPreferences: {
      status: 'FREE_FREIGHT',
      carrier: { id: settings.carrierId },
      serviceLevel: { id: settings.serviceLevelId },
      billingType: 'THIRD_PARTY',
      billingAccount: word(),
    },
    defaults: {
      paymentTerm: { id: settings.paymentTermId },
      shippingTerm: { id: settings.shippingTermId },
      priority: 'HIGH',
      salesRep: { id: settings.salesRepId },
    },
    notificationPreferences: { acceptsInvoiceEmails: true },
    shopper: { email: email(), status: 'ACQUIRED', shopperReference: word(), totalOrdersCount: 7 },
    customerGroup: { id: settings.customerGroupId },
    type: { id: settings.typeId },
    priceGroups: [{ id: settings.priceGroupId }],
  };
}

/** The further values of a mutation that creates customers. */
export const created = (settings: Settings) => ({
  ...values(settings),
  createdAt,
  parent: { id: settings.parentId },
  billToAddress: { ...address(), source: record() },
  shipToAddress: { ...address(), source: record() },
});

/** The inputs of an upsert: one with all values, and one for each other key. */
export const upserts = (settings: Settings) => [
  () => ({ ...created(settings), active: true, by: { source: record() }, addSources: [record()] }),
  () => ({ by: { number: word() } }),
  () => ({ by: { shortId: word() } }),
  () => ({ by: { shopperEmail: email() } }),
  () => ({ by: { reference: { reference: word(), referenceOrigin: word() } } }),
];
