import type { Draw } from './draw.ts';
import { address } from './draw-customer.ts';
import { createdSetting } from './draw-setting.ts';
import { recordTypeOf } from './shop.ts';
import { shopFields } from './shop-fields.ts';
import type { Input, State } from './state.ts';

type Drawn = readonly [name: string, input: Input];

/** Few source records, so that calls repeat them. */
const record = (draw: Draw): Input => ({
  system: draw.pick(['AUGNO', 'COMMERCE_LAYER']),
  sourceId: draw.once(25) ? ' ' : draw.pick(['1', '2', ' 2 ', '3']),
});

const named = (kind: string): string => `${kind.charAt(0).toLowerCase()}${kind.slice(1)}`;

const namesOf = (rows: readonly { readonly [column: string]: unknown }[]): readonly string[] =>
  rows.flatMap(({ name }) => (typeof name === 'string' ? [name, name.toUpperCase()] : []));

/** Mostly a name that a row has, sometimes in other case. */
function name(draw: Draw, { settings }: State, kind: string): string | null {
  const known = namesOf(settings[kind] ?? []);
  const some = draw.once(2) ? known[draw.below(known.length + 1)] : undefined;
  return some ?? draw.text('Name 1', 'NAME 1', ' Name 2 ', 'name 2', 'Name 3');
}

function settingItem(draw: Draw, state: State, kind: string): Input {
  const { carrierId, ...fields } = createdSetting(draw, named(kind));
  const kept = Object.entries(fields).filter(() => !draw.once(4));
  return {
    ...Object.fromEntries(kept),
    ...(!draw.once(3) && { source: record(draw) }),
    ...(!draw.once(4) && { name: name(draw, state, kind) }),
    ...(kind === 'ServiceLevel' && { carrier: { id: carrierId } }),
  };
}

const settingKinds = [
  'AccountGroup',
  'Carrier',
  'CustomerGroup',
  'PaymentTerm',
  'ServiceLevel',
  'ShippingTerm',
  'Unit',
] as const;

const items = (draw: Draw, item: () => Input): readonly Input[] => [item(), ...draw.some(3, item)];

export function drawSettingUpsert(draw: Draw, state: State): Drawn {
  const kind = draw.pick(settingKinds);
  return [`${named(kind)}sUpsert`, { items: items(draw, () => settingItem(draw, state, kind)) }];
}

const time = (draw: Draw): string =>
  draw.pick([
    '2024-06-01T00:00:00Z',
    '2024-06-01T12:00:00.5Z',
    '2023-01-01T00:00:00+02:00',
    '2024-06-01T08:00:00Z',
  ]);
const pastTime = (draw: Draw): string => (draw.once(10) ? '2099-01-01T00:00:00Z' : time(draw));

const values: Readonly<Record<string, (draw: Draw) => unknown>> = {
  createdAt: pastTime,
  customerEmail: (draw) => draw.text('a@example.com', draw.once(5) ? 'no email' : 'b@example.com'),
  expiresAt: time,
  frequency: (draw) => draw.pick(['monthly', 'yearly', '0 6 * * 1', draw.once(4) ? 'often' : 'monthly']),
  fulfillmentStatus: (draw) => draw.pick(['UNFULFILLED', 'FULFILLED']),
  nextRunAt: time,
  order: record,
  paymentStatus: (draw) => draw.pick(['UNPAID', 'PAID']),
  placedAt: pastTime,
  startsAt: time,
  total: (draw) => ({
    amount: draw.pick(['1', '1.00', '0.123456789012345678901234567891']),
    currencyCode: draw.pick(['USD', ' eur ', draw.once(5) ? 'XXL' : 'EUR']),
  }),
  url: (draw) => draw.text('https://www.example.com', draw.once(5) ? 'no url' : 'http://example.com'),
};

const statuses: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Order: ['PLACED', 'PLACED', 'APPROVED', 'DRAFT', 'CANCELLED'],
  OrderSubscription: ['ACTIVE', 'DRAFT'],
  Return: ['REQUESTED', 'DRAFT'],
};

function shopItem(draw: Draw, kind: string): Input {
  const fields = Object.keys(shopFields.get(kind) ?? {});
  const given = fields.map((field): readonly [string, unknown] => {
    if (draw.once(12)) return [field, null];
    if (field === 'status') return [field, draw.pick(statuses[kind] ?? ['DRAFT'])];
    return [field, values[field]?.(draw) ?? draw.text('A', ' A ', draw.once(8) ? 'x'.repeat(3_000) : 'B')];
  });
  const customer = draw.once(5) ? { number: draw.pick(['N1', 'N2']) } : { id: draw.id('Customer') };
  return { source: record(draw), customer, ...Object.fromEntries(given.filter(() => !draw.once(3))) };
}

/** Mostly orders, which customers count. */
const shopKind = (draw: Draw): string =>
  draw.once(2) ? 'Order' : ([...shopFields.keys()][draw.below(shopFields.size)] ?? 'Order');

export function drawShop(draw: Draw): Drawn {
  const kind = shopKind(draw);
  if (!draw.once(4)) return [`${named(kind)}sUpsert`, { items: items(draw, () => shopItem(draw, kind)) }];
  const bySource = { type: recordTypeOf(kind), source: record(draw) };
  const input = draw.once(2) ? bySource : { id: draw.id(kind) };
  return ['customerRecordDelete', draw.once(10) ? { ...bySource, ...input, type: undefined } : input];
}

export const addressRecord = record;

export const drawAddresses = (draw: Draw): Drawn => [
  'customerAddressesUpsert',
  {
    items: items(draw, () => ({
      customer: { id: draw.id('Customer') },
      address: { ...address(draw), ...(!draw.once(15) && { source: record(draw) }) },
    })),
  },
];
