// Values that the API and exports give back in another form than the source systems sent them.

const places = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const shortNames = { UK: 'GB', USA: 'US' };

const countryCode = (field) => ({
  fields: [field],
  reason: 'a name of a country is its code of ISO 3166-1',
  is: (value, found) => places.of(found) === value || shortNames[value] === found,
});

const changeTime = (field) => ({
  fields: [field],
  reason: 'in exports, the time of the last change in the gateway',
  is: (_value, _found, { isExport }) => isExport,
});

/**
 * The fields as `object.path`, the reason, and whether a value and the one that came back are such a case. `isSystem`:
 * whether the object was linked to one that the system provides; `isExport`: whether an export has the value; `raw`: the
 * object in the document.
 */
export const otherForms = {
  Augno: [
    changeTime('*.updated_at'),
    {
      fields: ['address.updated_at'],
      reason: 'null for an address within a customer: it is a part of the customer’s record',
      is: (_value, found) => found === null,
    },
    countryCode('address.geolocation.country'),
    {
      fields: ['unit.abbreviation'],
      reason: 'a currency of ISO 4217 has its code as abbreviation',
      is: (_value, found) => /^[A-Z]{3}$/.test(found),
    },
    {
      fields: [
        ...[
          'unit.ratio_numerator',
          'unit.ratio_denominator',
          'unit.offset_numerator',
          'unit.offset_denominator',
        ],
      ],
      reason: 'an empty number is 1, and 0 for the numerator of the offset',
      is: (value) => value === '',
    },
    {
      fields: ['unit.ratio_numerator', 'unit.ratio_denominator'],
      reason: 'the ratio of a mass is to the gram; in the API, to the kilogram',
      is: (value, found, { raw }) =>
        raw.type === 'mass' && [1000, 0.001].some((each) => Math.abs(found / value / each - 1) < 1e-9),
    },
    {
      fields: [
        ...['unit.name', 'unit.ratio_numerator', 'unit.is_base_unit', 'service_level.name'],
        ...['service_level.is_default', 'payment_term.status'],
      ],
      reason:
        'an object with the name or token of one that the system provides is that one, which imports do not change',
      is: (_value, _found, { isSystem }) => isSystem,
    },
    {
      fields: [
        ...['customer.credit_limit.value', 'shipping_term.flat_rate.value'],
        'shipping_term.minimum_order_value.value',
      ],
      reason: 'a decimal has no zeros at its end',
      is: (value, found) => value.replace(/\.?0+$/, '') === found && value.includes('.'),
    },
    {
      fields: [
        ...['customer.credit_limit.display_value', 'shipping_term.flat_rate.display_value'],
        'shipping_term.minimum_order_value.display_value',
      ],
      reason: 'computed from the value and the unit',
      is: (_value, found) => typeof found === 'string',
    },
    {
      fields: ['customer.price_groups'],
      reason: 'a group of type `type_group` is not a price group',
      is: (value, found) =>
        found.ids.length < value.ids.length && found.ids.every((id) => value.ids.includes(id)),
    },
    {
      fields: ['customer.freight_preferences.billing_account'],
      reason: 'only the billing type `third_party` has an account',
      is: (_value, found, { raw }) =>
        found === null && raw.freight_preferences.billing_type !== 'third_party',
    },
    {
      fields: [
        ...['shipping_term.flat_rate', 'shipping_term.minimum_order_value'],
        ...['shipping_term.free_shipping_service_levels', 'carrier.service_levels'],
        ...['account_user.role', 'account_user.department'],
      ],
      reason: 'null in exports, as Augno’s endpoints for customers return it',
      is: (_value, found) => found == null,
    },
  ],
  InventoryPro: [countryCode('customer.country')],
  'Commerce Layer': [
    changeTime('*.attributes.updated_at'),
    {
      fields: ['addresses.attributes.company', 'addresses.attributes.full_name'],
      reason: 'the name of an address is its `company`, or else its `full_name`',
      is: (_value, found, { raw }) => found === (raw.attributes.company || raw.attributes.full_name),
    },
  ],
};
