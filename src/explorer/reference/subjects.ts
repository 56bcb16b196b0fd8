/**
 * The subjects of types by their names, in the order of the contents; a type belongs to the first that `order`
 * matches.
 */
const subjects = [
  {
    title: 'Customers',
    order: 10,
    has: /^(Customer|Mode$|ParentAccount|ParentField|RelationshipType|EdiStatus|PortalVisibility|Effective|CommissionPolicy|FreightPolicy|PolicySource)/,
  },
  { title: 'Addresses', order: 2, has: /^(Address|CustomerAddress|Geolocation)/ },
  {
    title: 'Orders and shop',
    order: 4,
    has: /^(Order|Return|Shopper|PaymentSource|SkuList|CustomerSubscription|Attachment|CustomerRecord)/,
  },
  { title: 'Changes', order: 3, has: /^(CustomerChange|CustomerEvent|FieldChange|Actor|CustomerField$)/ },
  {
    title: 'Source records',
    order: 5,
    has: /^(Source|Survivorship|FieldOrigin|RecordIdentifier|Customer(Conflict|Source|FieldGroup|FieldPin|FieldRelease))/,
  },
  { title: 'Imports', order: 1, has: /^Import/ },
  { title: 'Counts and sums', order: 0, has: /Aggregate|Facet|^Count|(Money|Quantity)Sum$/ },
  { title: 'Groups and tags', order: 6, has: /^(AccountGroup|CustomerGroup|Tag)/ },
  {
    title: 'Carriers, terms and units',
    order: 7,
    has: /^(Carrier|ServiceLevel|PaymentTerm|ShippingTerm|Priority|Unit|ReferenceData|Named)/,
  },
  { title: 'Account and people', order: 8, has: /^(Account|User$|Role|Department|Viewer|Owner)/ },
  { title: 'Values and rules of lists', order: 11, has: /./ },
] as const;

const inOrder = subjects.toSorted((a, b) => a.order - b.order);

export const subjectTitles: readonly string[] = subjects.map(({ title }) => title);

export const subjectOf = (typeName: string): string =>
  inOrder.find(({ has }) => has.test(typeName))?.title ?? '';
