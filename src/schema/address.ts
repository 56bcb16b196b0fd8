import { builder } from './builder.ts';
import { connectionOf, node, one, type RowRef, rowRef } from './relation.ts';

export const AddressType = builder.enumType('AddressType', {
  description: 'Whose address it is.',
  values: {
    STANDARD: { description: 'The customer’s own, for shipping or billing.' },
    DROP_SHIP: { description: 'A third party’s or an end customer’s, shipped to directly.' },
  } as const,
});

const Geolocation: RowRef<'Geolocation'> = rowRef('Geolocation');

builder.node(Geolocation, {
  ...node('Geolocation'),
  description:
    'Where an address is. Editing an address may replace it by another, with another id. From the sales system, or the flat address of the warehouse.',
  fields: (t) => ({
    streetLine1: t.exposeString('streetLine1', {
      nullable: true,
      description: 'Street and number; null when unknown.',
    }),
    streetLine2: t.exposeString('streetLine2', {
      nullable: true,
      description: 'Suite, floor, building; null when there is none.',
    }),
    locality: t.exposeString('locality', {
      nullable: true,
      description: 'City or town, what `AddressFilter.city` looks at; null when unknown.',
    }),
    state: t.exposeString('state', {
      nullable: true,
      description: 'State or province, as the country abbreviates it: `IL`; null where there is none.',
    }),
    postalCode: t.exposeString('postalCode', {
      nullable: true,
      description: 'ZIP or postal code; null when unknown.',
    }),
    country: t.exposeString('country', { description: 'The country’s ISO 3166-1 alpha-2 code: `US`.' }),
  }),
});

export const Address: RowRef<'Address'> = rowRef('Address');
export const AddressConnection = connectionOf(Address);

builder.node(Address, {
  ...node('Address'),
  description:
    'A place where a customer gets shipments or bills. From the sales system, the warehouse or the shop’s address book.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the address is called, often the company at it.' }),
    phone: t.exposeString('phone', {
      nullable: true,
      description: 'The phone number there, as written; null when unknown.',
    }),
    email: t.exposeString('email', {
      nullable: true,
      description: 'The email address there; null when unknown.',
    }),
    type: t.expose('type', { type: AddressType, description: 'Whose address it is.' }),
    geolocation: t.field(
      one(Geolocation, 'geolocationId', 'Street, city and country; null when only a name is known.'),
    ),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When the address was created.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When the address was last changed.' }),
  }),
});
