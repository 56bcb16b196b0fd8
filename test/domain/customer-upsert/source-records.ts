const augno = (sourceId: string) => ({ source: { system: 'AUGNO', sourceId } });
const warehouse = (sourceId: string) => ({ source: { system: 'INVENTORY_PRO', sourceId } });
const shop = (sourceId: string) => ({ source: { system: 'COMMERCE_LAYER', sourceId } });

const points = { value: '12345678901234567890.000000000000000000000000000001', unit: augno('un_7') };

/** Reference data with all fields, by its type and in the order in which it refers to each other. */
export const referenceData = {
  Unit: {
    ...augno('un_7'),
    ...{ name: 'Crate point', abbreviation: 'cpt', type: 'CURRENCY' },
    ...{ ratioNumerator: '3', ratioDenominator: '7', offsetNumerator: '0', offsetDenominator: '1' },
  },
  Carrier: {
    ...augno('cr_7'),
    ...{ name: 'Blue Van', code: null, accountNumber: 'BV-1', customerPortalVisibility: 'HIDDEN' },
  },
  ServiceLevel: {
    ...augno('crop_7'),
    carrier: augno('cr_7'),
    ...{ name: 'Overnight', serviceLevelToken: 'blue_night', customerPortalVisibility: 'HIDDEN' },
    isDefault: true,
  },
  PaymentTerm: { ...augno('pytm_7'), name: 'Net 77', status: 'ACTIVE' },
  ShippingTerm: {
    ...augno('shtm_7'),
    ...{ name: 'Flat crate', type: 'FLAT_RATE_FREIGHT', flatRate: points, minimumOrderValue: points },
  },
  AccountGroup: {
    ...augno('acgp_7'),
    ...{ type: 'TYPE_GROUP', name: 'Growers', description: 'Farms and gardens' },
    ...{ commissionPolicy: 'COMMISSION_EXEMPT', freightPolicy: 'FREE_FREIGHT' },
  },
  CustomerGroup: { ...shop('grp7'), name: 'Gardeners', code: 'garden' },
} as const;

export const priceGroup = { ...augno('acgp_8'), type: 'PRICING_GROUP', name: 'Harvest prices' };

export const salesRep = {
  by: augno('acus_7'),
  ...{ email: 'rosa@seller.example', name: 'Rosa Field', username: 'rosa', status: 'DISABLED' },
  imageUrl: 'https://pictures.example.com/rosa.png',
};

const office = {
  ...augno('ad_7'),
  ...{ name: 'Orchard office', phone: '+1 503 555 0107', email: 'office@orchard.example', type: 'STANDARD' },
  ...{ streetLine1: '7 Apple Way', streetLine2: 'Floor 2', locality: 'Hood River', state: 'OR' },
  ...{ postalCode: '97031', country: 'US' },
};

const barn = { ...office, ...augno('ad_8'), name: 'Barn', type: 'DROP_SHIP', locality: 'Parkdale' };

const parent = { by: augno('ac_6'), name: 'Orchard Holding' };

const sales = {
  by: augno('ac_7'),
  ...{ name: 'Orchard Hood River', number: '200777', status: 'HOLD_ALL', ediStatus: 'ENABLED' },
  ...{ commissionPolicy: 'COMMISSION_APPLIED', note: 'Call before noon.', creditLimit: points },
  contactInfo: {
    ...{ name: 'Ann Appel', email: 'buy@orchard.example', phone: '503-555-0100', fax: '503-555-0199' },
    url: 'https://orchard.example',
  },
  freightPreferences: {
    ...{ status: 'FREE_FREIGHT', carrier: augno('cr_7'), serviceLevel: augno('crop_7') },
    ...{ billingType: 'THIRD_PARTY', billingAccount: 'TP-700' },
  },
  defaults: {
    ...{ paymentTerm: augno('pytm_7'), shippingTerm: augno('shtm_7') },
    ...{ priority: 'HIGH', salesRep: augno('acus_7') },
  },
  notificationPreferences: { acceptsInvoiceEmails: true },
  ...{ billToAddress: office, shipToAddress: barn, type: augno('acgp_7'), priceGroups: [augno('acgp_8')] },
  ...{ parent: augno('ac_6'), createdAt: '2021-02-03T04:05:06.789Z' },
};

const stock = {
  by: warehouse('PEAR-CO'),
  ...{ shortId: 'PEAR-CO', name: 'Pear Company', active: false, createdAt: '2020-01-02T03:04:05.000Z' },
  contactInfo: { name: 'Paul Birne', email: 'stock@pear.example', phone: '555-0700', fax: '' },
};

const shopper = {
  by: shop('kXyZcust7'),
  addSources: [augno('ac_9').source],
  ...{ reference: 'ERP-77', referenceOrigin: 'erp', mode: 'TEST', tags: ['vip', 'b2b:eu'] },
  metadata: { tier: { level: 1.25, since: null }, codes: [1, 'x', true] },
  ...{ customerGroup: shop('grp7'), createdAt: '2022-12-02T09:29:42.173Z' },
  shopper: {
    ...{ email: 'lemon@shop.example', status: 'REPEAT', shopperReference: 'pay_77', totalOrdersCount: 41 },
  },
};

/** A customer of each source system with all fields that the system has, and the parent of the first. */
export const customers = [parent, sales, stock, shopper] as const;

/** The address books: a flat address of the warehouse, and one of the shop without a country. */
export const addresses = [
  {
    customer: stock.by,
    address: {
      ...warehouse('PEAR-CO'),
      ...{ name: 'Pear Company', streetLine1: '70 Dock Street', streetLine2: '', locality: 'Astoria' },
      ...{ state: 'OR', postalCode: '97103', country: 'US' },
    },
  },
  {
    customer: shopper.by,
    address: {
      ...shop('aDdR7'),
      ...{ name: 'Lena Zitrone', phone: '+49 228 555070', email: 'lena@shop.example', locality: 'Bonn' },
    },
  },
] as const;
