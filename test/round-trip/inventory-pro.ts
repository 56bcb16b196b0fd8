import fc from 'fast-check';
import { localTime } from '../../src/exporters/local-time.ts';
import { country, email, instant, text, word } from './values.ts';

const orEmpty = (value: fc.Arbitrary<string>) => fc.option(value, { nil: '' });

export const timeZone = 'America/Chicago';
const time = instant.map((each) => localTime(each, timeZone));

/** Customers of the warehouse. */
export const warehouseDocuments = fc.uniqueArray(
  fc.record({
    shortID: word,
    name: text(),
    ...{
      address1: orEmpty(text()),
      address2: orEmpty(text()),
      city: orEmpty(text()),
      state: orEmpty(text()),
    },
    ...{
      zip: orEmpty(text(10)),
      country: orEmpty(country),
      phone: orEmpty(text(20)),
      fax: orEmpty(text(20)),
    },
    ...{
      email: orEmpty(email),
      contact: orEmpty(text()),
      active: fc.boolean(),
      created: time,
      modified: time,
    },
  }),
  { selector: ({ shortID }) => shortID, minLength: 1, maxLength: 8 },
);
