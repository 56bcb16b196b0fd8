/** Selections and functions that read objects back in the shape of the inputs that write them. */

const record = 'sources { system sourceId }';
const money = `value unit { ${record} }`;

export const addressFields = `name phone email type ${record}
  geolocation { streetLine1 streetLine2 locality state postalCode country }`;

export const customerFields = `
  name number shortId active mode status ediStatus commissionPolicy note reference referenceOrigin metadata
  createdAt relationshipType ${record} creditLimit { displayValue ${money} }
  contactInfo { name email phone fax url }
  freightPreferences { status billingType billingAccount carrier { ${record} } serviceLevel { ${record} } }
  defaults { paymentTerm { ${record} } shippingTerm { ${record} } priority { code } salesRep { ${record} } }
  notificationPreferences { acceptsInvoiceEmails }
  billToAddress { ${addressFields} } shipToAddress { ${addressFields} } addresses { nodes { ${addressFields} } }
  type { ${record} } priceGroups { nodes { ${record} } } parentAccount { ${record} } customerGroup { ${record} }
  tags { nodes { name } } shopper { email status shopperReference totalOrdersCount hasPassword }`;

/** The fields of the items of each bulk upsert of reference data. */
export const settingFields = {
  Unit: 'name abbreviation type ratioNumerator ratioDenominator offsetNumerator offsetDenominator',
  Carrier: 'name code accountNumber customerPortalVisibility',
  ServiceLevel: `carrier { ${record} } name serviceLevelToken customerPortalVisibility isDefault`,
  PaymentTerm: 'name status',
  ShippingTerm: `name type flatRate { ${money} } minimumOrderValue { ${money} }`,
  AccountGroup: 'type name description commissionPolicy freightPolicy',
  CustomerGroup: 'name code',
} as const;

// biome-ignore lint/suspicious/noExplicitAny: a JSON response
type Json = any;

/** An object that only has source records becomes its identifier; other objects get a `source`. */
export function bySource(value: Json): Json {
  if (Array.isArray(value)) return value.map(bySource);
  if (typeof value !== 'object' || value === null) return value;
  const { sources: [source] = [], ...fields } = value;
  const read = Object.fromEntries(Object.entries(fields).map(([name, part]) => [name, bySource(part)]));
  return source === undefined ? read : { source, ...read };
}

export function addressAsInput(address: Json): Json {
  if (address === null) return null;
  const { geolocation, ...fields } = bySource(address);
  return { ...fields, ...geolocation };
}

export function customerAsInput({ sources, metadata, ...customer }: Json, { source }: Json): Json {
  const { defaults, priceGroups, tags, addresses, parentAccount, ...fields } = bySource(customer);
  return {
    ...fields,
    metadata,
    by: { source },
    addSources: sources.filter(({ sourceId }: Json) => sourceId !== source.sourceId),
    defaults: defaults && { ...defaults, priority: defaults.priority.code },
    billToAddress: addressAsInput(customer.billToAddress),
    shipToAddress: addressAsInput(customer.shipToAddress),
    priceGroups: priceGroups.nodes,
    tags: tags.nodes.map(({ name }: Json) => name),
    parent: parentAccount,
    addresses: addresses.nodes,
  };
}

/** Empty strings are stored as null. */
export function stored(value: Json): Json {
  if (value === '') return null;
  if (Array.isArray(value)) return value.map(stored);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, stored(part)]));
}
