import type { Draw } from './draw.ts';
import type { Input, State } from './state.ts';

const long = 'x'.repeat(300);
type Fields = Readonly<Record<string, () => unknown>>;

export function address(draw: Draw): Input {
  return {
    ...(!draw.once(5) && {
      name: draw.once(30) ? draw.pick(['', long]) : draw.pick(['Depot', ' Depot ', 'Office']),
    }),
    ...(!draw.once(5) && {
      country: draw.once(30) ? draw.pick(['', 'XX', 'USA']) : draw.pick(['US', 'de']),
    }),
    ...addressParts(draw),
  };
}

/** An address, often that of a source record. */
const sourcedAddress = (draw: Draw): Input => ({
  ...address(draw),
  ...(draw.once(3) && {
    source: { system: draw.pick(['AUGNO', 'COMMERCE_LAYER']), sourceId: draw.pick(['1', '2', ' ', '3']) },
  }),
});

export const addressParts = (draw: Draw) =>
  draw.fields(
    {
      phone: () => draw.text('1', '2'),
      email: () => draw.text('a@example.com', draw.once(4) ? 'no email' : 'b@example.com'),
      type: () => draw.pick(['STANDARD', 'DROP_SHIP', null]),
      streetLine1: () => draw.text('1 Road', '2 Road'),
      locality: () => draw.text('Town', 'City'),
      postalCode: () => draw.text('1', '2', draw.once(4) ? long : '3'),
    },
    4,
  );

const freight = (draw: Draw, state: State) => ({
  status: () => draw.pick(['FREE_FREIGHT', 'BILLED_FREIGHT', null]),
  carrierId: () => (draw.once(5) ? null : draw.id('Carrier', ({ deleted }) => !deleted)),
  serviceLevelId: () =>
    draw.once(4)
      ? null
      : draw.id(
          'ServiceLevel',
          ({ carrierId }) => state.settings.Carrier?.some(({ id }) => id === carrierId) ?? false,
        ),
  billingType: () => draw.pick(['THIRD_PARTY', 'SENDER', null]),
  billingAccount: () => draw.text('4711', '4712'),
});

/** A carrier with one of its levels, or a third party with its account: combinations that are rarely drawn by chance. */
function matchingFreight(draw: Draw, { settings }: State): Input {
  const [level] = (settings.ServiceLevel ?? []).slice(-1 - draw.below(3));
  const matched = level ? { carrierId: level.carrierId, serviceLevelId: level.id } : {};
  return draw.once(2) ? matched : { ...matched, billingType: 'THIRD_PARTY', billingAccount: '4711' };
}

const contact = (draw: Draw) => ({
  name: () => draw.text('Ada', 'Grace'),
  email: () => draw.text('ada@example.com', 'Ada@example.com', draw.once(4) ? 'no email' : 'b@example.com'),
  phone: () => draw.text('12', '34'),
  url: () => draw.text('https://www.example.com', draw.once(4) ? 'no url' : 'http://example.com'),
});

const defaults = (draw: Draw) => ({
  paymentTermId: () => (draw.once(5) ? null : draw.id('PaymentTerm', ({ status }) => status === 'ACTIVE')),
  shippingTermId: () => (draw.once(5) ? null : draw.id('ShippingTerm')),
  priority: () => draw.pick(['HIGH', 'HIGH', null, draw.once(3) ? 'LOW' : 'HIGH']),
  salesRepId: () => draw.id('AccountUser', ({ status }) => status === 'ACTIVE'),
});

const shopper = (draw: Draw) => ({
  ...(!draw.once(5) && {
    email: draw.pick(['a@example.com', ' B@example.com', 'c@example.com', 'd@example.com', 'no email']),
  }),
  ...draw.fields(
    {
      status: () => draw.pick(['ACQUIRED', 'PROSPECT', null]),
      shopperReference: () => draw.text('r1', 'r2'),
      totalOrdersCount: () => draw.pick([0, 3, null]),
    },
    3,
  ),
});

const json = (draw: Draw) =>
  draw.pick<unknown>([{ a: 1 }, { b: { c: 'x' }, a: 1 }, { a: 1, b: { c: 'x' } }, {}, { b: [1, null] }]);

const tagNames = Array.from({ length: 13 }, (_, at) => `tag-${at}`);
export const tag = (draw: Draw): string =>
  draw.once(25) ? draw.pick(['no tag', long, '']) : draw.pick(['Tag-0', ...tagNames]);

export const groupIds = (draw: Draw): readonly string[] =>
  draw.some(3, () => draw.id('AccountGroup', ({ type }) => type === 'PRICING_GROUP'));

const orNull = (draw: Draw, made: () => unknown) => () => (draw.once(8) ? null : made());

/** The fields of a customer that all mutations have. */
const common = (draw: Draw, state: State): Fields => ({
  status: () => draw.pick(['NORMAL', 'HOLD_ALL', 'PREFERRED', draw.once(4) ? null : 'NORMAL']),
  ediStatus: () => draw.pick(['ENABLED', 'DISABLED']),
  commissionPolicy: () => draw.pick(['COMMISSION_APPLIED', 'COMMISSION_EXEMPT']),
  mode: () => draw.pick(['LIVE', 'TEST', draw.once(4) ? null : 'LIVE']),
  note: () => draw.text('a note', ' a note ', 'another'),
  creditLimit: orNull(draw, () => ({ value: draw.pick(['1', '1.00', '0.5']), unitId: draw.id('Unit') })),
  contactInfo: orNull(draw, () => draw.fields(contact(draw), 2)),
  freightPreferences: orNull(draw, () =>
    draw.once(3) ? draw.fields(freight(draw, state), 3) : matchingFreight(draw, state),
  ),
  defaults: orNull(draw, () => draw.fields(defaults(draw), 2)),
  notificationPreferences: orNull(draw, () => ({ acceptsInvoiceEmails: draw.pick([true, false, null]) })),
  typeId: orNull(draw, () => draw.id('AccountGroup', ({ type }) => type === 'TYPE_GROUP')),
  priceGroupIds: orNull(draw, () => groupIds(draw)),
  shopper: orNull(draw, () => shopper(draw)),
  customerGroupId: orNull(draw, () => draw.id('CustomerGroup')),
  metadata: orNull(draw, () => json(draw)),
  tags: orNull(draw, () => draw.some(draw.pick([3, 3, 3, 20]), () => tag(draw))),
});

const name = (draw: Draw) =>
  draw.once(30) ? draw.pick(['', ' ', long]) : draw.pick(['Acme', ' Acme ', 'Bright']);

/** Few values, so that conflicts occur. */
const keys = (draw: Draw): Fields => ({
  number: () => draw.text('N1', 'N2', 'N3', 'C-000002', 'C-000007'),
  shortId: () => draw.text('S1', 'S2', ' S3 '),
  reference: () => draw.text('R1', 'R2'),
  referenceOrigin: () => draw.text('shop', 'erp'),
});

const addresses = (draw: Draw): Fields => ({
  billToAddress: orNull(draw, () => sourcedAddress(draw)),
  shipToAddress: orNull(draw, () => sourcedAddress(draw)),
});

const createdAt = (draw: Draw) =>
  draw.pick([
    null,
    '2020-01-01T00:00:00Z',
    '2021-01-01T00:00:00.5Z',
    '2021-01-01T00:00:00Z',
    draw.once(5) ? '2199-01-01T00:00:00Z' : null,
  ]);

/** Few of the many fields at a time, so that most inputs are valid. */
export function createInput(draw: Draw, state: State): Input {
  const parentId = () => draw.id('Customer', ({ active }) => active === true);
  return {
    ...(!draw.once(8) && { name: name(draw) }),
    ...draw.fields({ sources: () => draw.some(2, () => source(draw)) }, 4),
    ...draw.fields(common(draw, state), draw.pick([3, 6])),
    ...draw.fields(keys(draw), 5),
    ...draw.fields({ ...addresses(draw), parentId, createdAt: () => createdAt(draw) }, 4),
  };
}

export function updateInput(draw: Draw, state: State, id: string): Input {
  const own = () => (draw.once(4) ? null : draw.id('Address', ({ customerId }) => customerId === id));
  return {
    ...draw.fields({ name: () => name(draw), ...common(draw, state), ...keys(draw) }, 7),
    ...draw.fields({ billToAddressId: own, shipToAddressId: own }, 6),
  };
}

export const source = (draw: Draw): Input => ({
  system: draw.pick(['INVENTORY_PRO', 'AUGNO']),
  sourceId: draw.text('1', '2', 'S1') ?? '',
});

const by = (draw: Draw): readonly Input[] => [
  { number: draw.text('N1', 'N2', 'N3', 'C-000001') ?? '' },
  { shortId: draw.text('S1', 'S2', 'S3') ?? '' },
  { shopperEmail: draw.pick(['A@example.com', 'b@example.com', 'c@example.com', 'no email']) },
  { reference: { reference: draw.pick(['R1', 'R2']), ...(draw.once(2) && { referenceOrigin: 'shop' }) } },
  { source: source(draw) },
];

const parent = (draw: Draw): string | null =>
  draw.once(5) ? null : draw.id('Customer', ({ active }) => active === true);

export function upsertInput(draw: Draw, state: State): Input {
  const all = by(draw);
  return {
    by: all[draw.below(all.length)],
    ...(!draw.once(8) && { name: name(draw) }),
    ...draw.fields({ active: () => draw.pick([true, false, null]) }, 6),
    ...draw.fields({ addSources: () => draw.some(2, () => source(draw)) }, 4),
    ...draw.fields(keys(draw), 8),
    ...draw.fields(common(draw, state), draw.pick([4, 8])),
    ...draw.fields({ ...addresses(draw), createdAt: () => createdAt(draw) }, 4),
    ...draw.fields({ parentId: () => parent(draw) }, 5),
  };
}
