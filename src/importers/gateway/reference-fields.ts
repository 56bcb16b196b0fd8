import { maxLengths, signInEmail } from '../../domain/write/text.ts';
import { field, fieldTable, kept, leftOut } from '../mapping/field.ts';
import { choice, decimal, name, ruledText, text } from '../mapping/readers.ts';

/** The fields of every object that a customer refers to. */
export const namedFields = fieldTable(
  kept('id', 'record.sourceId', text(maxLengths.reference)),
  kept('name', 'name', name),
  leftOut('sources'),
);

export const unitFields = fieldTable(
  namedFields.fields,
  kept('abbreviation', 'abbreviation', text(maxLengths.code)),
  kept(
    'type',
    'type',
    choice('CURRENCY', 'QUANTITY', 'TIME', 'MASS', 'VOLUME', 'LENGTH', 'TEMPERATURE', 'AREA'),
  ),
  kept('ratioNumerator', 'ratioNumerator', decimal),
  kept('ratioDenominator', 'ratioDenominator', decimal),
  kept('offsetNumerator', 'offsetNumerator', decimal),
  kept('offsetDenominator', 'offsetDenominator', decimal),
);

export const serviceLevelFields = fieldTable(
  namedFields.fields,
  kept('serviceLevelToken', 'serviceLevelToken', text(maxLengths.code)),
);

export const shippingTermFields = fieldTable(
  namedFields.fields,
  kept('type', 'type', choice('FREE_FREIGHT', 'FLAT_RATE_FREIGHT', 'CARRIER_RATE_FREIGHT')),
);

export const customerGroupFields = fieldTable(
  namedFields.fields,
  field('code', 'code', text(maxLengths.code)),
);

export const accountUserFields = fieldTable(
  namedFields.fields,
  kept('email', 'email', ruledText(signInEmail)),
);
