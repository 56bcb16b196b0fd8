import { instant, later, settingsStart } from './clock.ts';
import { demoId } from './ids.ts';
import type { Random } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';

export interface CarrierChoice {
  readonly id: string;
  readonly name: string;
  readonly deleted: boolean;
  /** The service levels for domestic shipments; the first is the usual one. */
  readonly levelIds: readonly string[];
  readonly exportLevelIds: readonly string[];
  /** Whether a customer that uses this carrier pays it directly. */
  readonly isCollect: boolean;
  /** Whether shipments are billed by the carrier: not those that the customer or the account moves itself. */
  readonly isBilled: boolean;
}

/** The first level is the default; "!" hides from the customers' portal, "~" marks a level for abroad. */
type CarrierEntry = readonly [name: string, code: DemoRow<'Carrier'>['code'], levels: readonly string[]];

const systemCarriers: readonly CarrierEntry[] = [
  [
    'FedEx',
    'FEDEX',
    ['Ground', '2Day', 'Standard Overnight', 'Priority Overnight', 'Home Delivery', '~International Economy'],
  ],
  [
    'UPS',
    'UPS',
    ['Ground', '3 Day Select', '2nd Day Air', 'Next Day Air', '!Next Day Air Early', '~Worldwide Expedited'],
  ],
  ['USPS', 'USPS', ['Ground Advantage', 'Priority Mail', 'Priority Mail Express', '!Media Mail']],
  ['Will Call', 'WILL_CALL', ['Customer pickup']],
  ['Delivery', 'DELIVERY', ['Route truck', 'Same day courier']],
  ['LTL', 'LTL', ['Standard LTL', 'Liftgate', 'Guaranteed by noon']],
  ['!LTL1', 'LTL1', ['Volume LTL']],
  ['Freight Collect', 'FREIGHT_COLLECT', ['Collect', '~Collect, export']],
];

const ownCarriers: readonly CarrierEntry[] = [
  ['Prairie Freight Lines', null, ['Dock to dock', 'Refrigerated', '!White glove']],
  ['Blue Line Couriers', null, ['Bike', 'Van']],
  ['Red Arrow Cartage', null, ['Day run', 'Night run']],
  ['Fjällräven & Söner Åkeri', null, ['Bil', 'Tåg']],
  ['!Harbor Drayage', null, []],
];

/** Customers still have it; a live carrier has the same name. */
const deletedCarrier: CarrierEntry = ['Red Arrow Cartage', null, ['Day run', 'Rail']];

export function addSystemCarriers(rows: Rows, random: Random): readonly CarrierChoice[] {
  return systemCarriers.map((entry) => addCarrier(rows, random, null, entry, null));
}

export function addOwnCarriers(
  rows: Rows,
  random: Random,
  accountId: string,
  system: readonly CarrierChoice[],
): readonly CarrierChoice[] {
  const deletedAt = instant(random, new Date('2024-02-01T00:00:00Z'));
  const own = [
    ...ownCarriers.map((entry) => addCarrier(rows, random, accountId, entry, null)),
    addCarrier(rows, random, accountId, deletedCarrier, deletedAt),
  ];
  return [...system.map((carrier) => withOwnLevel(rows, random, accountId, carrier)), ...own];
}

const weights: Readonly<Record<string, number>> = { FedEx: 9, UPS: 9, USPS: 3, LTL: 3, Delivery: 2 };

export function carriersByUse(carriers: readonly CarrierChoice[]): {
  readonly carriers: readonly CarrierChoice[];
  readonly exportCarriers: readonly CarrierChoice[];
} {
  const repeated = carriers.flatMap((carrier) =>
    Array<CarrierChoice>(weights[carrier.name] ?? 1).fill(carrier),
  );
  return {
    carriers: repeated,
    exportCarriers: repeated.filter(({ exportLevelIds }) => exportLevelIds.length > 0),
  };
}

function addCarrier(
  rows: Rows,
  random: Random,
  accountId: string | null,
  [shown, code, levels]: CarrierEntry,
  deletedAt: Date | null,
): CarrierChoice {
  const createdAt = later(settingsStart, random.below(2000));
  const id = demoId('Carrier', createdAt, random);
  const name = shown.replace(/[!~]/, '');
  rows.add('Carrier', {
    id,
    accountId,
    name,
    code,
    accountNumber: accountId === null ? null : random.maybe(0.6, () => random.pattern('@@-#####')),
    customerPortalVisibility: visibility(shown),
    createdAt,
    updatedAt: deletedAt ?? createdAt,
    deletedAt,
  });
  const levelIds = levels.map((level, at) =>
    addLevel(rows, random, accountId, { id, name }, level, at === 0),
  );
  const isExport = (at: number) => levels[at]?.startsWith('~') === true;
  return {
    id,
    name,
    deleted: deletedAt !== null,
    levelIds: levelIds.filter((_, at) => !isExport(at)),
    exportLevelIds: levelIds.filter((_, at) => isExport(at)),
    isCollect: code === 'FREIGHT_COLLECT',
    isBilled: code !== 'WILL_CALL' && code !== 'DELIVERY',
  };
}

function withOwnLevel(rows: Rows, random: Random, accountId: string, carrier: CarrierChoice): CarrierChoice {
  if (!['FedEx', 'UPS', 'LTL'].includes(carrier.name)) return carrier;
  const level = addLevel(rows, random, accountId, carrier, 'Contract rate', false);
  return { ...carrier, levelIds: [...carrier.levelIds, level] };
}

function addLevel(
  rows: Rows,
  random: Random,
  accountId: string | null,
  carrier: Pick<CarrierChoice, 'id' | 'name'>,
  shown: string,
  isDefault: boolean,
): string {
  const createdAt = later(settingsStart, 2000 + random.below(2000));
  const id = demoId('ServiceLevel', createdAt, random);
  const name = shown.replace(/[!~]/, '');
  rows.add('ServiceLevel', {
    id,
    accountId,
    carrierId: carrier.id,
    name,
    serviceLevelToken: `${carrier.name} ${name}`.toLowerCase().replace(/[^\p{L}\d]+/gu, '_'),
    customerPortalVisibility: visibility(shown),
    isDefault,
    createdAt,
    updatedAt: createdAt,
  });
  return id;
}

function visibility(shown: string): 'HIDDEN' | 'VISIBLE' {
  return shown.startsWith('!') ? 'HIDDEN' : 'VISIBLE';
}
