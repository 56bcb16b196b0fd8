import type { Command } from './draw-command.ts';
import type { Input } from './state.ts';

/** Fields that are ids in the model and identifiers in the schema. */
const names: Readonly<Record<string, string>> = {
  carrierId: 'carrier',
  serviceLevelId: 'serviceLevel',
  paymentTermId: 'paymentTerm',
  shippingTermId: 'shippingTerm',
  salesRepId: 'salesRep',
  unitId: 'unit',
  typeId: 'type',
  customerGroupId: 'customerGroup',
  parentId: 'parent',
  targetId: 'target',
  sourceIds: 'duplicates',
  groupIds: 'priceGroups',
  priceGroupIds: 'priceGroups',
};

const identifier = (id: unknown): unknown => (id === null ? null : { id });

/** An input in the schema's form. */
function converted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(converted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      const name = names[key];
      if (name === undefined || key === 'metadata' || key === 'patch') return [key, converted(each)];
      return [name, Array.isArray(each) ? each.map(identifier) : identifier(each)];
    }),
  );
}

const takesBy =
  /^customer(Update|Discontinue|Reactivate|SetParent|PriceGroups|Tags|Metadata|Source|Field|AddressCreate)/;

/** The command's input in the schema's form; the settings' own inputs keep ids, except units. */
export function publicInput({ name, input }: Command): Input {
  if (name.startsWith('serviceLevel')) return input;
  // An object's converted form is an object.
  const given = converted(input) as Input;
  if (!takesBy.test(name)) return given;
  const { id, customerId = id, ...rest } = given;
  return { by: { id: customerId }, ...rest };
}

/** The model's path of a user error's path, for commands on customers and units. */
export function modelFault(name: string, fault: string): string {
  if (name.startsWith('serviceLevel')) return fault;
  const [code = '', path = ''] = fault.split(' ');
  const lists: Readonly<Record<string, string>> = {
    priceGroups: /^customerPriceGroups/.test(name) ? 'groupIds' : 'priceGroupIds',
    duplicates: 'sourceIds',
    by: name === 'customerAddressCreate' ? 'customerId' : 'id',
  };
  const ids = new Map(Object.entries(names).map(([id, field]) => [field, id]));
  const isTyped = /^customers?(Create|Update|Upsert)$/.test(name);
  const parts = path
    .split('.')
    .map((part, _at, all) =>
      part === 'by' && all.length > 1
        ? part
        : (lists[part] ?? (part === 'type' && (!isTyped || all.length > 1) ? part : (ids.get(part) ?? part))),
    );
  return `${code} ${parts.join('.')}`.trim();
}
