// Compares fields of the source systems with the field map and with the fields that the importers know.
import { sourceFields, sources } from './field-map.mjs';

const every = { Augno: 'every object', 'Commerce Layer': 'every resource' };

/** `*` at the end of a name stands for the rest of it. */
const matches = (name, field) =>
  name.endsWith('*') ? field.startsWith(name.slice(0, -1)) : field === name || name.startsWith(`${field}.`);

/** Whether the field map has a field of the object, or of every object. */
export const isOnPage = (system, { object, field }) =>
  sourceFields(sources[system]).some(
    (each) => [object, every[system]].includes(each.object) && matches(each.field, field),
  );

/** The objects of Augno that the importer reads as a part of another one. */
const partOf = {
  contact_info: ['customer', 'contact_info'],
  freight_preferences: ['customer', 'freight_preferences'],
  defaults: ['customer', 'defaults'],
  notification_preferences: ['customer', 'notification_preferences'],
  quantity: ['customer', 'credit_limit'],
  geolocation: ['address', 'geolocation'],
  user: ['account_user', 'user'],
};

/** The objects of Augno that are a part of another one under another name. */
const objectAt = {
  ...{ bill_to_address: 'address', ship_to_address: 'address' },
  ...{ credit_limit: 'quantity', flat_rate: 'quantity', minimum_order_value: 'quantity' },
};

/** The object and the field of a path that an importer knows. */
export function fieldAt(system, { type, from }) {
  const names = from.split('.');
  if (system === 'Commerce Layer') {
    const object = type === 'addresses' ? 'address' : type.replace(/s$/, '');
    return { object, field: /^(?:attributes|relationships)$/.test(names[0]) ? names[1] : from };
  }
  const part = names.at(-2);
  return { object: (part && (objectAt[part] ?? part)) ?? type, field: names.at(-1) };
}

/** The type of the importer, and the paths that a field of an object can have in it. */
function placesOf(system, { object, field }) {
  if (system === 'Commerce Layer') {
    const type = object === 'address' ? 'addresses' : `${object}s`;
    return { type, paths: [`attributes.${field}`, `relationships.${field}`, field] };
  }
  const [type, prefix] = partOf[object] ?? [object];
  return { type, paths: [prefix === undefined ? field : `${prefix}.${field}`] };
}

/** Whether an importer whose paths are `rows` knows the field; it reads no objects of types without rows. */
export function isKnown(rows, system, field) {
  const { type, paths } = placesOf(system, field);
  const known = rows.filter((each) => each.type === type);
  const isAt = (from, path) => `${path}.`.startsWith(`${from}.`) || `${from}.`.startsWith(`${path}.`);
  return known.length === 0 || known.some(({ from }) => paths.some((path) => isAt(from, path)));
}
