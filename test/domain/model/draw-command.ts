import type { Draw } from './draw.ts';
import {
  address,
  addressParts,
  createInput,
  groupIds,
  source,
  tag,
  updateInput,
  upsertInput,
} from './draw-customer.ts';
import { addressRecord, drawAddresses, drawSettingUpsert, drawShop } from './draw-record.ts';
import { drawSetting } from './draw-setting.ts';
import { groupNames, listGroups } from './field-groups.ts';
import { customerOf, type Input, type State } from './state.ts';

export interface Command {
  readonly name: string;
  readonly input: Input;
  /** Whether an account user sends it. */
  readonly isUser?: boolean;
}

const upsertOf = (draw: Draw, state: State, past: readonly Command[]): Input => {
  const before = past.filter(({ name }) => name === 'customerUpsert');
  const again = before[draw.below(before.length + 1)];
  // Repeating an input is the most common case of a sync.
  return again && draw.once(3) ? again.input : { ...upsertInput(draw, state), ...key(draw, past) };
};

/** A new idempotency key, or one used before, mostly with different input. */
function key(draw: Draw, past: readonly Command[]): Input {
  if (!draw.once(6)) return {};
  const used = past.flatMap(({ input }) => input.idempotencyKey ?? []);
  const again = draw.once(4) ? used[draw.below(Math.max(1, used.length))] : undefined;
  return { idempotencyKey: again ?? `key ${past.length} ${draw.below(1_000)}` };
}

function about(draw: Draw, state: State): Input {
  const id = draw.id('Customer');
  const version = customerOf(state, id)?.version ?? 1;
  return { id, ...draw.fields({ ifVersion: () => draw.pick([version, version, version + 1, null]) }, 4) };
}

const tags = (draw: Draw): readonly string[] => draw.some(5, () => tag(draw));

type Drawn = (draw: Draw, state: State) => readonly [name: string, input: Input];

const update: Drawn = (draw, state) => {
  const { id, ...rest } = about(draw, state);
  const known = customerOf(state, id);
  // Without such a row, the model knows only this error.
  const input = known === undefined ? {} : updateInput(draw, state, known.id);
  return ['customerUpdate', { id, ...rest, ...input }];
};

const parted: Drawn = (draw, state) => {
  const input = about(draw, state);
  return draw.pick([
    ['customerPriceGroupsAdd', { ...input, groupIds: groupIds(draw) }],
    ['customerPriceGroupsRemove', { ...input, groupIds: groupIds(draw) }],
    ['customerTagsAdd', { ...input, tags: tags(draw) }],
    ['customerTagsRemove', { ...input, tags: tags(draw) }],
    [
      'customerMetadataPatch',
      { ...input, patch: draw.pick<unknown>([{ a: null }, { a: 2, b: { d: 1 } }, { b: { c: null } }]) },
    ],
    ['customerSourceAdd', { ...input, source: source(draw), move: draw.pick([true, false, null]) }],
    ['customerSourceRemove', { ...input, source: source(draw) }],
    ['customerDiscontinue', input],
    ['customerReactivate', input],
  ]);
};

/** Mostly one of the customer's own records. */
function ownSource(draw: Draw, state: State, id: unknown): Input {
  const { sources = [] } = customerOf(state, id) ?? {};
  const [system = '', ...rest] = (sources[draw.below(Math.max(1, sources.length))] ?? '').split(' ');
  return system === '' || draw.once(6) ? source(draw) : { system, sourceId: rest.join(' ') };
}

/** Mostly a group of which records often disagree. */
const fieldGroup = (draw: Draw): string =>
  draw.once(3) ? draw.pick(groupNames) : draw.pick(['NAME', 'NOTE', 'SHOPPER', 'TAGS', 'METADATA', 'NUMBER']);

const pinned: Drawn = (draw, state) => {
  const input = about(draw, state);
  const group = fieldGroup(draw);
  const keyed = group === 'METADATA' ? draw.once(2) : draw.once(15);
  const field = { ...input, fieldGroup: group, ...(keyed && { metadataKey: draw.pick(['a', 'b', 'c']) }) };
  if (draw.once(3)) return ['customerFieldRelease', field];
  return [
    'customerFieldPin',
    { ...field, ...(draw.once(2) && { source: ownSource(draw, state, input.id) }) },
  ];
};

const systems = (draw: Draw): readonly string[] => [
  ...draw.pick([['COMMERCE_LAYER'], ['INVENTORY_PRO', 'AUGNO'], ['OTHER', 'INVENTORY_PRO']]),
  ...(draw.once(8) ? ['INVENTORY_PRO'] : []),
];

const rule = (draw: Draw): Input => {
  const group = fieldGroup(draw);
  const kind = draw.pick(['SOURCE_SEQUENCE', 'MOST_RECENT', group in listGroups ? 'UNION' : null]);
  return {
    fieldGroup: group,
    kind: draw.once(20) ? 'UNION' : kind,
    ...((kind !== null || draw.once(5)) && { systems: draw.once(3) ? null : systems(draw) }),
  };
};

const rules: Drawn = (draw) => [
  'survivorshipRulesSet',
  { rules: [rule(draw), ...draw.some(2, () => rule(draw))] },
];

const family: Drawn = (draw, state) => {
  const parentId = draw.once(5) ? null : draw.id('Customer');
  return ['customerSetParent', { ...about(draw, state), parentId }];
};

const merge: Drawn = (draw) => {
  const sourceIds = [draw.id('Customer'), ...draw.some(2, () => draw.id('Customer'))];
  return ['customerMerge', { targetId: draw.id('Customer'), sourceIds: draw.once(15) ? [] : sourceIds }];
};

const place: Drawn = (draw) => {
  const what = draw.below(3);
  if (what === 0)
    return [
      'customerAddressCreate',
      {
        customerId: draw.id('Customer'),
        address: { ...address(draw), ...(draw.once(3) && { source: addressRecord(draw) }) },
      },
    ];
  const id = draw.id('Address');
  if (what === 1) return ['customerAddressDelete', { id }];
  const { country, name } = address(draw);
  return [
    'customerAddressUpdate',
    { id, ...draw.fields({ country: () => country, name: () => name }, 4), ...addressParts(draw) },
  ];
};

const draws: readonly [Drawn, ...Drawn[]] = [
  ...([update, update, parted, parted, family, merge, place, drawSetting, drawSetting, drawSetting] as const),
  ...([drawSettingUpsert, drawSettingUpsert, drawSettingUpsert, drawShop, drawShop, drawAddresses] as const),
  ...([pinned, pinned, rules] as const),
  (draw, state) => ['customerCreate', createInput(draw, state)],
];

/** The inputs of parents and merges, which use few customers. */
const families: readonly [Drawn, ...Drawn[]] = [
  ...([family, family, merge, merge, parted, drawShop, drawAddresses] as const),
  (draw, state) => ['customerCreate', createInput(draw, state)],
];

/** The next write: the input, how it is sent, and by whom. */
export const drawCommand = (draw: Draw, state: State, past: readonly Command[]): Command => ({
  ...drawWrite(draw, state, past),
  isUser: draw.once(4),
});

function drawWrite(draw: Draw, state: State, past: readonly Command[]): Command {
  const isEmpty = state.customers.length < 3;
  if (draw.once(10)) {
    const isDry = draw.once(4);
    const items = Array.from({ length: 1 + draw.below(4) }, () => ({
      ...upsertOf(draw, state, past),
      dryRun: draw.once(10) ? !isDry : draw.pick([isDry, null, undefined]),
    }));
    return { name: 'customersUpsert', input: { items, dryRun: isDry } };
  }
  const keyed = past.filter(({ input }) => input.idempotencyKey);
  const again = draw.once(15) ? keyed[draw.below(keyed.length + 1)] : undefined;
  if (again) return again;
  if (draw.once(5)) return { name: 'customerUpsert', input: upsertOf(draw, state, past) };
  const [name, input] =
    isEmpty && draw.once(2)
      ? (['customerCreate', createInput(draw, state)] as const)
      : draw.pick(draw.once(3) ? families : draws)(draw, state);
  return { name, input: { ...input, ...key(draw, past), ...(draw.once(10) && { dryRun: true }) } };
}
