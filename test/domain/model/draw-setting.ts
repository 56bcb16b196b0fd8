import type { Draw } from './draw.ts';
import type { Input, State } from './state.ts';

const name = (draw: Draw): string =>
  draw.once(12) ? '' : draw.pick(['Name 1', ' Name 1 ', 'Name 2', 'Name 3', 'Name 4', 'Name 5']);
const visibility = (draw: Draw) => draw.pick(['VISIBLE', 'HIDDEN', null]);

const money = (draw: Draw) =>
  draw.once(4)
    ? null
    : { value: draw.pick(['5', '5.0', '7.25']), unitId: draw.id('Unit', ({ type }) => type === 'CURRENCY') };

const group = (draw: Draw) => ({
  description: () => draw.text('What it is', 'Another'),
  commissionPolicy: () => draw.pick(['COMMISSION_APPLIED', 'COMMISSION_EXEMPT', null]),
  freightPolicy: () => draw.pick(['FREE_FREIGHT', 'BILLED_FREIGHT', null]),
});

const carrier = (draw: Draw) => ({
  accountNumber: () => draw.text('77', '78'),
  customerPortalVisibility: () => visibility(draw),
});

const level = (draw: Draw) => ({
  customerPortalVisibility: () => visibility(draw),
  isDefault: () => draw.pick([true, true, false, null]),
});

const term = (draw: Draw) => ({
  flatRate: () => money(draw),
  minimumOrderValue: () => money(draw),
  freeShippingServiceLevelIds: () => (draw.once(4) ? null : draw.some(3, () => draw.id('ServiceLevel'))),
});

const token = (draw: Draw): string =>
  draw.pick(['ground', 'air', ' air ', 'sea', draw.once(6) ? '' : 'rail']);
const status = (draw: Draw) => ({ status: () => draw.pick(['ACTIVE', 'INACTIVE', null]) });
const termType = (draw: Draw) => draw.pick(['FREE_FREIGHT', 'FLAT_RATE_FREIGHT']);

const created: Readonly<Record<string, (draw: Draw) => Input>> = {
  accountGroup: (draw) => ({
    ...{ type: draw.pick(['PRICING_GROUP', 'PRICING_GROUP', 'TYPE_GROUP']) },
    ...draw.fields(group(draw), 3),
  }),
  carrier: (draw) => draw.fields({ code: () => draw.pick(['UPS', 'FEDEX', null]), ...carrier(draw) }, 2),
  serviceLevel: (draw) => ({
    ...{ carrierId: draw.id('Carrier', ({ deleted }) => !deleted), serviceLevelToken: token(draw) },
    ...draw.fields(level(draw), 2),
  }),
  paymentTerm: (draw) => draw.fields(status(draw), 2),
  shippingTerm: (draw) => ({ type: termType(draw), ...draw.fields(term(draw), 2) }),
  customerGroup: (draw) => draw.fields({ code: () => draw.text('c1', 'c2') }, 2),
  unit: (draw) => ({
    ...{ abbreviation: draw.pick(['a', 'b', 'c', ' ']), type: draw.pick(['CURRENCY', 'MASS']) },
    ...{ ratioNumerator: '1', ratioDenominator: draw.pick(['2', '2.50', draw.once(6) ? '0' : '3']) },
    ...draw.fields({ offsetNumerator: () => draw.pick(['1', null]) }, 3),
  }),
};

/** The fields of a new setting but its name. */
export const createdSetting = (draw: Draw, kind: string): Input => created[kind]?.(draw) ?? {};

const updated: Readonly<Record<string, (draw: Draw) => Readonly<Record<string, () => unknown>>>> = {
  accountGroup: group,
  carrier,
  serviceLevel: (draw) => ({ ...level(draw), serviceLevelToken: () => token(draw) }),
  paymentTerm: status,
  shippingTerm: (draw) => ({ ...term(draw), type: () => draw.pick([termType(draw), null]) }),
};

/** A write of a setting: its mutation and input. */
export function drawSetting(draw: Draw, state: State): readonly [name: string, input: Input] {
  const kind = draw.pick([
    'accountGroup',
    'accountGroup',
    'carrier',
    'customerGroup',
    'serviceLevel',
    'serviceLevel',
    'paymentTerm',
    'shippingTerm',
    'unit',
  ]);
  const model = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const what = draw.below(5);
  if (kind !== 'customerGroup' && (what < 2 || (kind === 'unit' && what < 4)))
    return [`${kind}Create`, { name: name(draw), ...created[kind]?.(draw) }];
  const used = JSON.stringify(state.customers);
  const isWanted = draw.once(2) ? (id: unknown) => used.includes(String(id)) : () => true;
  const id = draw.id(model, (row) => row.own === true && isWanted(row.id));
  if (what === 4 || kind === 'customerGroup') return [`${kind}Delete`, { id }];
  const fields = { name: () => draw.pick([name(draw), null]), ...updated[kind]?.(draw) };
  return [`${kind}Update`, { id, ...draw.fields(fields, 2) }];
}
