import { maxLengths } from '../../domain/write/text.ts';
import { field, fieldTable, kept } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { country, email, name, phone, text, truth } from '../mapping/readers.ts';

/** The flat address is the customer's shipping address: the warehouse ships there. */
export const customerFields = fieldTable(
  kept('shortID', 'record.sourceId', text(maxLengths.key)),
  kept('shortID', 'shortId', text(maxLengths.key)),
  kept('name', 'name', name),
  field('address1', 'shipToAddress.streetLine1', text(maxLengths.street)),
  field('address2', 'shipToAddress.streetLine2', text(maxLengths.street)),
  field('city', 'shipToAddress.locality', text(maxLengths.place)),
  field('state', 'shipToAddress.state', text(maxLengths.place)),
  field('zip', 'shipToAddress.postalCode', text(maxLengths.postalCode)),
  field('country', 'shipToAddress.country', country),
  field('phone', 'contactInfo.phone', phone),
  field('fax', 'contactInfo.fax', phone),
  field('email', 'contactInfo.email', email),
  field('contact', 'contactInfo.name', name),
  kept('active', 'active', truth),
  kept('created', 'createdAt', instant),
  kept('modified', 'record.modifiedAt', instant),
);
