import { builder } from '../relay/builder.ts';
import { connectionOf, node, one, type RowRef, rowRef } from '../relay/relation.ts';
import { sources } from '../relay/source.ts';

export const AddressType = builder.enumType('AddressType', {
  description: 'The type of the address.',
  values: {
    STANDARD: { description: 'An address of the customer, for shipping or billing.' },
    DROP_SHIP: { description: 'An address of a third party or an end customer, for direct shipments.' },
  } as const,
});

const Geolocation: RowRef<'Geolocation'> = rowRef('Geolocation');

builder.node(Geolocation, {
  ...node('Geolocation'),
  description:
    'The location of an address. An update of the address can replace it with a new one, with a new id. It comes from the sales system or the flat address of the warehouse.',
  fields: (t) => ({
    streetLine1: t.exposeString('streetLine1', {
      nullable: true,
      description: 'The street and number; null if unknown.',
    }),
    streetLine2: t.exposeString('streetLine2', {
      nullable: true,
      description: 'The suite, floor or building; null if there is none.',
    }),
    locality: t.exposeString('locality', {
      nullable: true,
      description: 'The city or town; null if unknown.',
    }),
    state: t.exposeString('state', {
      nullable: true,
      description:
        'The state or province, in the abbreviation used in the country: `IL`; null if there is none.',
    }),
    postalCode: t.exposeString('postalCode', {
      nullable: true,
      description: 'The ZIP or postal code; null if unknown.',
    }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'The ISO 3166-1 alpha-2 code of the country: `US`; null if unknown.',
    }),
  }),
});

export const Address: RowRef<'Address'> = rowRef('Address');
export const AddressConnection = connectionOf(Address);

builder.node(Address, {
  ...node('Address'),
  description:
    'A shipping or billing address of a customer. It comes from the sales system, the warehouse or the shop’s address book.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name of the address, often the name of the company at this address.',
    }),
    phone: t.exposeString('phone', {
      nullable: true,
      description: 'The phone number of the address, as entered; null if unknown.',
    }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'The email address of the address; null if unknown.',
    }),
    type: t.expose('type', { type: AddressType, description: 'The type of the address.' }),
    geolocation: t.field(
      one(Geolocation, 'geolocationId', 'The street, city and country; null if only a name is known.'),
    ),
    sources: t.field(sources('Address')),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'The creation time.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'The time of the last change.' }),
  }),
});
