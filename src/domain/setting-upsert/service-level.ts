import { type Row, sql } from '../../db/model/table.ts';
import { lockRows } from '../../db/write/rows.ts';
import { readId } from '../customer/input.ts';
import { notFoundText } from '../identifier/listed.ts';
import {
  type NameMatch,
  type ReferenceDataIdentifier,
  resolveReferenceData,
} from '../identifier/reference-data.ts';
import type { Draft, Item, NameKey, RecordType, Related, UpsertItem } from '../record-upsert/record-type.ts';
import { checkNotDeleted } from '../setting/carrier.ts';
import { readServiceLevelColumns, type ServiceLevelInput } from '../setting/service-level.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';

type Level = Row<'ServiceLevel'>;

interface LevelItem extends ServiceLevelInput, UpsertItem {
  readonly carrier: ReferenceDataIdentifier;
  readonly name?: ServiceLevelInput['name'];
}

interface CarrierOfItem {
  readonly id: string | undefined;
  row?: Row<'Carrier'> | undefined;
}

async function resolve(write: Write, items: readonly Item<LevelItem>[]): Promise<readonly CarrierOfItem[]> {
  const ids = await resolveReferenceData(
    write,
    items.map(({ input, faults }) => ({ model: 'Carrier', by: input.carrier, path: 'carrier', faults })),
  );
  return items.map(({ faults }, at) => {
    const id = ids[at];
    return { id: id === undefined ? undefined : readId(id, 'Carrier', 'carrier', faults) };
  });
}

type Located = Item<LevelItem> & { readonly reference: CarrierOfItem };

/** So that concurrent changes of a carrier's default level see each other. */
async function lock(write: Write, items: readonly Located[]): Promise<void> {
  const ids = [...new Set(items.flatMap(({ reference }) => reference.id ?? []))];
  await lockRows(write, 'Carrier', ids, 'no key update');
  const rows = new Map((await write.rows('Carrier', 'id', ids)).map((row) => [row.id, row]));
  const defaults = new Set<string>();
  for (const { input, reference, faults } of items) {
    const { id } = reference;
    if (id === undefined) continue;
    reference.row = rows.get(id);
    if (reference.row === undefined) faults.add('NOT_FOUND', 'carrier', notFoundText('Carrier'));
    checkNotDeleted(reference.row, 'carrier', faults);
    if (!input.isDefault) continue;
    if (defaults.has(id))
      faults.add(
        'TAKEN',
        'isDefault',
        'An earlier item of the call is already the carrier’s default; a carrier has only one.',
      );
    defaults.add(id);
  }
}

interface LevelName {
  readonly carrierId: string;
  readonly token: string | null;
  readonly name: string | null;
}

const matchesOf = (levels: readonly Level[], { carrierId, token, name }: LevelName): readonly NameMatch[] => {
  const own = levels.filter((level) => level.carrierId === carrierId);
  const ranked = (level: Level, rank: number) => ({
    id: level.id,
    rank: rank + (level.accountId === null ? 1 : 0),
  });
  const byToken = own.filter(({ serviceLevelToken }) => serviceLevelToken === token);
  if (byToken.length > 0 || name === null) return byToken.map((level) => ranked(level, 0));
  return own
    .filter((level) => level.name.toLowerCase() === name.toLowerCase())
    .map((level) => ranked(level, level.name === name ? 0 : 2));
};

/** Within the carrier: the token before the name. */
const byName: NameKey<LevelItem, CarrierOfItem> = {
  path: 'name',
  keyOf({ name, serviceLevelToken }, { id: carrierId }) {
    const key = { carrierId, token: trimmed(serviceLevelToken ?? ''), name: trimmed(name ?? '') };
    return carrierId === undefined || (key.token ?? key.name) === null ? undefined : JSON.stringify(key);
  },
  tokenOf: (key) => key,
  async find(write, keys) {
    // Keys of `keyOf`.
    const names = keys.map((key) => [key, JSON.parse(key) as LevelName] as const);
    const carriers = new Set(names.map(([, { carrierId }]) => carrierId));
    const levels = await write.rows('ServiceLevel', 'carrierId', [...carriers]);
    return new Map(names.map(([key, name]) => [key, matchesOf(levels, name)]));
  },
};

type LevelDraft = Draft<'ServiceLevel', LevelItem, CarrierOfItem>;

const isNewDefault = ({ input, current }: Pick<LevelDraft, 'input' | 'current'>): boolean =>
  input.isDefault != null && input.isDefault !== (current?.isDefault ?? false);

const related: Related<'ServiceLevel', LevelItem, CarrierOfItem> = {
  path: 'isDefault',
  load: async () => undefined,
  isChanged: isNewDefault,
  /** The former default is cleared before the new one is set: a carrier never has two. */
  async save({ run, accountId }, plans) {
    const changed = plans.filter(isNewDefault);
    if (changed.length === 0) return;
    const set = changed.filter(({ input }) => input.isDefault).map(({ next }) => next);
    const cleared = changed.filter(({ input }) => !input.isDefault).map(({ next }) => next.id);
    const [ids, carriers] = [set.map(({ id }) => id), set.map(({ carrierId }) => carrierId)];
    await run(sql`/* ServiceLevel default */ update service_levels set is_default = false, updated_at = now()
      where account_id = ${accountId} and is_default
        and (id = any(${cleared}::text[]) or carrier_id = any(${carriers}::text[]))`);
    await run(sql`/* ServiceLevel default */ update service_levels set is_default = true
      where account_id = ${accountId} and id = any(${ids}::text[])`);
  },
};

function read({ input, faults, current, reference }: LevelDraft) {
  const { isDefault: _, ...columns } = readServiceLevelColumns(
    // A system-owned level reports its own change.
    current?.accountId === null ? { ...input, isDefault: undefined } : input,
    reference.row,
    faults,
    current === undefined,
  );
  if (current !== undefined && reference.id !== undefined && reference.id !== current.carrierId)
    faults.add(
      'WRONG_CARRIER',
      'carrier',
      'The service level belongs to another carrier, which cannot be changed.',
    );
  return { ...columns, carrierId: current?.carrierId ?? reference.id };
}

export const serviceLevels: RecordType<'ServiceLevel', LevelItem, CarrierOfItem> = {
  model: 'ServiceLevel',
  mutation: 'serviceLevelsUpsert',
  noun: 'service level',
  byName,
  defaults: { customerPortalVisibility: 'VISIBLE', isDefault: false },
  unique: [{ column: 'serviceLevelToken', within: 'carrierId', among: () => true }],
  resolve,
  lock,
  read,
  related,
};
