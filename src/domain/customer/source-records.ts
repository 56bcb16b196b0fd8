import type { Row } from '../../db/model/table.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import { maxSourceRecords } from '../source/key.ts';
import { nameOfSystem, sourceSystems } from '../source-system.ts';
import type { Faults } from '../write/faults.ts';
import { trimmed } from '../write/text.ts';
import type { Write } from '../write/writer.ts';
import { hasValues } from './derive/restate.ts';
import { isOwnBaseline, type Speaker } from './derive/speaker.ts';
import type { CustomerRow } from './fields.ts';

type Columns = 'accountId' | 'customerId' | 'system' | 'sourceId' | 'seenAt' | 'goneAt' | 'position';

/** Stored rows also have their content, which only imports write. */
export type RecordRow = Pick<Row<'CustomerSource'>, Columns> & Partial<Row<'CustomerSource'>>;

/** The source records that an input adds to its customer and removes from it. */
export interface SourceInput {
  /** Records that no other customer has. */
  readonly added: readonly SourceRecordKey[];
  /** The stored rows of records that come from another customer, with their content. */
  readonly moved?: readonly RecordRow[];
  readonly removed?: readonly SourceRecordKey[];
  /** Records that the input names: another short id does not replace them. */
  readonly named: readonly SourceRecordKey[];
  /** The path of the error if there are too many. */
  readonly path?: string;
}

export const noSources: SourceInput = { added: [], named: [] };

/** The stored records of a customer, and those it will have. */
export interface RecordChange {
  readonly before: readonly RecordRow[];
  readonly after: readonly RecordRow[];
}

type Owner = Pick<CustomerRow, 'accountId' | 'id' | 'shortId'>;

const isWarehouse = ({ system }: SourceRecordKey): boolean => system === sourceSystems.INVENTORY_PRO;

export const same = (a: SourceRecordKey) => (b: SourceRecordKey) =>
  a.system === b.system && a.sourceId === b.sourceId;

const isIn = (records: readonly SourceRecordKey[]) => (record: SourceRecordKey) => records.some(same(record));

/** A customer's short id is the id of its first record in the warehouse system. */
export const shortIdOf = (records: readonly SourceRecordKey[]): string | null =>
  records.find(isWarehouse)?.sourceId ?? null;

/** The records as a change event shows them; null if there are none. */
export const recordsText = (records: readonly SourceRecordKey[]): string | null =>
  records
    .map(({ system, sourceId }) => `${nameOfSystem(system)} ${sourceId}`)
    .sort()
    .join(', ') || null;

const byPosition = (a: RecordRow, b: RecordRow): number =>
  a.position - b.position || (a.sourceId < b.sourceId ? -1 : 1);

const rowOf = (
  { accountId, id }: Owner,
  { system, sourceId }: SourceRecordKey,
  seenAt: string,
): RecordRow => ({
  ...{ accountId, customerId: id, system, sourceId, seenAt, goneAt: null, position: 0 },
  ...{ values: null, sourceModifiedAt: null },
});

function appended(records: readonly RecordRow[], rows: readonly RecordRow[]): readonly RecordRow[] {
  const last = Math.max(-1, ...records.map(({ position }) => position));
  return [...records, ...rows.map((row, at) => ({ ...row, position: last + 1 + at }))];
}

/** The record that is the short id is the first one of its system. */
function withFirst(records: readonly RecordRow[], row: RecordRow): readonly RecordRow[] {
  if (shortIdOf(records) === row.sourceId) return records;
  const own = records.find(same(row)) ?? row;
  const rest = records.filter((each) => each !== own);
  const first = rest.find(isWarehouse);
  if (first === undefined) return appended(rest, [own]);
  return [{ ...own, position: first.position - 1 }, ...rest];
}

/** In their order. A gateway of the previous release can have written a short id without its record. */
function presentRecords(
  stored: readonly RecordRow[],
  owner: Owner & Pick<CustomerRow, 'updatedAt'>,
): readonly RecordRow[] {
  const records = stored.filter(({ customerId }) => customerId === owner.id).sort(byPosition);
  if (owner.shortId === null) return records;
  const key = { system: sourceSystems.INVENTORY_PRO, sourceId: owner.shortId };
  return withFirst(records, rowOf(owner, key, owner.updatedAt));
}

interface ShortIdContext {
  readonly present: readonly RecordRow[];
  readonly named: readonly SourceRecordKey[];
  readonly owner: Owner;
  readonly at: string;
}

/** Another short id replaces the first record, null removes all records of the warehouse system. */
function withShortId(
  records: readonly RecordRow[],
  shortId: string | null,
  { present, named, owner, at }: ShortIdContext,
): readonly RecordRow[] {
  if (shortId === null) return records.filter((each) => !isWarehouse(each));
  const first = present.find(isWarehouse);
  const isReplaced = (each: RecordRow) => each === first && each.sourceId !== shortId && !isIn(named)(each);
  const key = { system: sourceSystems.INVENTORY_PRO, sourceId: shortId };
  return withFirst(
    records.filter((each) => !isReplaced(each)),
    rowOf(owner, key, at),
  );
}

const otherShortId = (sourceId: string): string =>
  `The customer has the record “${sourceId}” in INVENTORY_PRO, whose id is the short id; an import does not replace it.`;

/** An import replaces only a record of which nothing but the id is known, and not one of several by another. */
function withImportedShortId(
  records: readonly RecordRow[],
  shortId: string | null,
  context: ShortIdContext & { readonly faults: Faults },
): readonly RecordRow[] {
  const { present, named, faults } = context;
  const own = present.filter(isWarehouse);
  if (own.length === 0) return withShortId(records, shortId, context);
  if (shortId === null) return records.filter((each) => !isWarehouse(each) || hasValues(each));
  if (isIn([...own, ...named])({ system: sourceSystems.INVENTORY_PRO, sourceId: shortId })) return records;
  const known = own.find(hasValues);
  if (known !== undefined) faults.add('TAKEN', 'shortId', otherShortId(known.sourceId));
  return known === undefined ? withShortId(records, shortId, context) : records;
}

interface Draft {
  readonly input: { readonly shortId?: string | null | undefined };
  readonly current: CustomerRow | undefined;
  readonly sources?: SourceInput;
}

const isChanging = ({ input: { shortId }, current, sources = noSources }: Draft): boolean =>
  sources.added.length > 0 ||
  (sources.removed ?? []).length > 0 ||
  (shortId !== undefined && (shortId === null ? null : trimmed(shortId)) !== (current?.shortId ?? null));

interface LoadedDraft extends Draft {
  readonly speaker: Speaker;
  readonly readsRecords?: boolean;
}

/** Whether the customer has values of sources or pins, or gets some. */
const isDeriving = ({ current, speaker }: LoadedDraft): boolean =>
  speaker.kind === 'SOURCE' || !isOwnBaseline(current);

/** The stored records of the customers whose records can change, whose values are derived from them, or that read them. */
export async function loadRecords(
  write: Write,
  drafts: readonly LoadedDraft[],
): Promise<readonly RecordRow[]> {
  const ids = drafts
    .filter((draft) => draft.readsRecords || isChanging(draft) || isDeriving(draft))
    .flatMap(({ current }) => current?.id ?? []);
  return ids.length === 0 ? [] : write.rows('CustomerSource', 'customerId', ids);
}

/**
 * The records of a customer after its change, whose short id follows from them; undefined if they stay. `shortId` is
 * undefined if the input does not have it.
 */
export function planRecords(
  draft: Draft & { readonly faults: Faults },
  {
    owner,
    at,
    shortId,
    stored,
    isImport,
  }: {
    readonly owner: CustomerRow;
    readonly at: string;
    readonly shortId: string | null | undefined;
    readonly stored: readonly RecordRow[];
    readonly isImport: boolean;
  },
): RecordChange | undefined {
  if (!isChanging(draft)) return undefined;
  const { faults, sources = noSources } = draft;
  const before = stored.filter(({ customerId }) => customerId === owner.id);
  const present = presentRecords(before, owner);
  const kept = present.filter((each) => !isIn(sources.removed ?? [])(each));
  const moved = (sources.moved ?? []).map((each) => ({ ...each, customerId: owner.id }));
  const added = sources.added
    .filter((each) => !isIn(kept)(each))
    .map((each) => moved.find(same(each)) ?? rowOf(owner, each, at));
  const all = appended(kept, added);
  if (shortId === null && sources.named.some(isWarehouse))
    faults.add(
      'INVALID',
      'shortId',
      'The id of the INVENTORY_PRO record in the input is the short id; omit `shortId`.',
    );
  const context = { present, owner, at, named: sources.named, faults };
  const withId = isImport ? withImportedShortId : withShortId;
  const after = shortId === undefined ? all : withId(all, shortId, context);
  if (after.length > Math.max(before.length, maxSourceRecords))
    faults.add(
      'LIMIT_EXCEEDED',
      sources.path ?? [],
      `A customer has at most ${maxSourceRecords} source records.`,
    );
  return { before, after };
}

/** The records of all these customers as those of the first one, in their order. */
export function mergedRecords(
  target: CustomerRow,
  duplicates: readonly CustomerRow[],
  stored: readonly RecordRow[],
): RecordChange {
  const own = presentRecords(stored, target);
  const moved = duplicates.flatMap((each) => presentRecords(stored, each));
  const rows = moved
    .filter((row, at) => !isIn([...own, ...moved.slice(0, at)])(row))
    .map((row) => ({ ...row, customerId: target.id }));
  return { before: stored.filter(({ customerId }) => customerId === target.id), after: appended(own, rows) };
}
