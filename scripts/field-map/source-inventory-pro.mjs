// The fields of InventoryPro's customers.

const stock = 'the owner of stock, which the gateway does not have';

export const inventoryPro = [
  {
    object: 'customer',
    fields: {
      shortID: ['Customer.shortId', 'SourceRecord.sourceId'],
      name: 'Customer.name',
      address1: 'Geolocation.streetLine1',
      address2: 'Geolocation.streetLine2',
      city: 'Geolocation.locality',
      state: 'Geolocation.state',
      zip: 'Geolocation.postalCode',
      country: 'Geolocation.country',
      phone: 'CustomerContactInfo.phone',
      fax: 'CustomerContactInfo.fax',
      email: 'CustomerContactInfo.email',
      contact: 'CustomerContactInfo.name',
      active: 'Customer.active',
      created: 'Customer.createdAt',
      modified: 'SourceRecord.modifiedAt',
    },
    leftOut: {},
  },
  { object: 'item', fields: {}, leftOut: { [stock]: ['dfltOwner'] } },
  { object: 'lot', fields: {}, leftOut: { [stock]: ['associate'] } },
  {
    object: 'list',
    fields: {},
    leftOut: {
      'the envelope of a response': ['value', 'totalCount', 'page', 'pageSize', 'pageCount', 'hasMore'],
    },
  },
];
