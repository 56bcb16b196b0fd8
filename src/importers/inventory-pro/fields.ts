import { maxLengths } from '../../domain/write/text.ts';
import { field, fieldTable, kept } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { country, email, name, phone, text, truth } from '../mapping/readers.ts';

/** The flat address is the default address of the customer, unless another source has one. */
export const customerFields = fieldTable(
  kept('shortID', 'record.sourceId', text(maxLengths.key)),
  kept('shortID', 'shortId', text(maxLengths.key)),
  kept('name', 'name', name),
  field('address1', 'address.streetLine1', text(maxLengths.street)),
  field('address2', 'address.streetLine2', text(maxLengths.street)),
  field('city', 'address.locality', text(maxLengths.place)),
  field('state', 'address.state', text(maxLengths.place)),
  field('zip', 'address.postalCode', text(maxLengths.postalCode)),
  field('country', 'address.country', country),
  field('phone', 'contactInfo.phone', phone),
  field('fax', 'contactInfo.fax', phone),
  field('email', 'contactInfo.email', email),
  field('contact', 'contactInfo.name', name),
  kept('active', 'active', truth),
  kept('created', 'createdAt', instant),
  kept('modified', 'record.modifiedAt', instant),
);
