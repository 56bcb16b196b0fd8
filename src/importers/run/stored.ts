import { type Sql, sql } from '../../db/model/table.ts';
import { type Marked, markUnseen } from '../../domain/customer/gone.ts';
import { sourced } from '../../domain/source/sourced.ts';
import type { SourceSystem } from '../../domain/source-system.ts';
import type { RecordKind } from '../record.ts';
import { type Entry, idOf, isHashOfPart, jsonOf } from './entry.ts';
import { kinds } from './kinds.ts';
import type { Target } from './target.ts';

/** The stored state of a source record. */
export interface Stored {
  /** Null if the record has to be read again. */
  readonly hash: string | null;
  readonly version: number | null;
  readonly modifiedAt: number | null;
  /** Whether an import has stored the record as received. */
  readonly hasContent: boolean;
  /** Whether that is a part of the object, which other documents nest. */
  readonly isPart: boolean;
  /** Whether this run has seen the record before. */
  readonly isPassed: boolean;
  /** Whether the document around it names its parent. */
  readonly namesParent: boolean;
  /** When its source was found not to have it any more. */
  readonly goneAt: string | null;
}

export const tableOf = (kind: RecordKind): { readonly name: Sql; readonly isOfKind: Sql } => {
  const { model } = kinds[kind];
  if (model === null) return { name: sql`customer_sources`, isOfKind: sql`true` };
  return {
    name: sql`object_sources`,
    isOfKind: sql`s.type = ${sourced[model].type}::object_source_type`,
  };
};

const systemOf = (entries: readonly Entry[]) => entries[0]?.record.system ?? null;

const idsOf = (entries: readonly Entry[]): string => JSON.stringify(entries.map(idOf));

/** The state of each record that is known, by its trimmed source id. */
export async function storedOf(
  { reads }: Target,
  kind: RecordKind,
  entries: readonly Entry[],
  passedAt: string,
): Promise<ReadonlyMap<string, Stored>> {
  const { name, isOfKind } = tableOf(kind);
  const rows = await reads.run(sql`/* storedRecords */
    with k as materialized (select value as "sourceId" from jsonb_array_elements_text(${idsOf(entries)}::jsonb))
    select s.source_id, s.content_hash, s.mapper_version, (extract(epoch from s.source_modified_at) * 1000)::bigint::text,
      (s.raw is not null)::text, (s.passed_at >= ${passedAt}::timestamptz)::text,
      to_json(s.gone_at) #>> '{}', coalesce(s.context ? 'parent', false)::text
    from k join ${name} s on s.account_id = ${reads.accountId} and ${isOfKind}
      and s.system = ${systemOf(entries)}::source_system and s.source_id = k."sourceId"`);
  return new Map(
    rows.map(
      ([sourceId, hash = null, version, modifiedAt, hasContent, isPassed, goneAt = null, namesParent]) => [
        String(sourceId),
        {
          hash,
          version: version == null ? null : Number(version),
          modifiedAt: modifiedAt == null ? null : Number(modifiedAt),
          hasContent: hasContent === 'true',
          isPart: isHashOfPart(hash),
          isPassed: isPassed === 'true',
          goneAt,
          namesParent: namesParent === 'true',
        },
      ],
    ),
  );
}

/** A record that was saved. Without a hash, the next import reads it again. */
export interface Kept {
  readonly entry: Entry;
  readonly hash: string | null;
  /** Whether the write that added the record stored its content. */
  readonly isStored?: boolean;
}

const textOf = (value: string | null): string => (value === null ? 'null' : JSON.stringify(value));

/** As JSON, with `raw` as it is: stringifying it again would take as long as all else. */
function contentOf({ entry, hash }: Kept): string {
  const { record, raw } = entry;
  return `{"context":${record.context === undefined ? 'null' : jsonOf(record.context).json},"id":${JSON.stringify(idOf(entry))},"hash":${textOf(hash)},"raw":${raw},"created":${textOf(record.createdAt)},"modified":${textOf(record.modifiedAt)},"gone":${textOf(record.deletedAt)}}`;
}

/** A record that was not saved. */
export interface Seen {
  readonly entry: Entry;
  /** Whether a newer one is stored, which says whether it was deleted. */
  readonly isOutdated: boolean;
}

const passOf = ({ entry, isOutdated }: Seen): string =>
  `{"id":${JSON.stringify(idOf(entry))},"gone":${textOf(entry.record.deletedAt)},"old":${isOutdated}}`;

interface Pass {
  readonly kind: RecordKind;
  readonly kept: readonly Kept[];
  /** Those that are known are marked as seen. */
  readonly seen: readonly Seen[];
  readonly passedAt: string;
  readonly version: number;
  /** A remap reads no document, so it keeps the times of the last pass. */
  readonly isRemap: boolean;
}

/** Stores the content of the saved records, and the pass of all: two statements in one write. */
export async function storePass(
  { save, accountId }: Target,
  { kind, kept, seen, passedAt, version, isRemap }: Pass,
): Promise<void> {
  const { name, isOfKind } = tableOf(kind);
  const ofThese = (entries: readonly Entry[]) => sql`s.account_id = ${accountId} and ${isOfKind}
    and s.system = ${systemOf(entries)}::source_system`;
  const pass = isRemap ? sql`` : sql`, passed_at = ${passedAt}::timestamptz, gone_at = n.gone`;
  const contents = `[${kept.map(contentOf).join()}]`;
  const store = sql`/* storeRecords */ update ${name} s
    set raw = n.raw, context = n.context, content_hash = n.hash, mapper_version = ${version}::integer,
      source_created_at = n.created, source_modified_at = n.modified${pass}
    from jsonb_to_recordset(${contents}::jsonb)
      as n(id text, hash text, raw jsonb, context jsonb, created timestamptz, modified timestamptz, gone timestamptz)
    where ${ofThese(kept.map(({ entry }) => entry))} and s.source_id = n.id`;
  const touch = sql`/* passRecords */ update ${name} s
    set passed_at = ${passedAt}::timestamptz, gone_at = case when n.old then s.gone_at else n.gone end
    from jsonb_to_recordset(${`[${seen.map(passOf).join()}]`}::jsonb) as n(id text, gone timestamptz, old boolean)
    where ${ofThese(seen.map(({ entry }) => entry))} and s.source_id = n.id`;
  if (kept.length + seen.length === 0) return;
  await save(({ run }) => [
    ...(kept.length > 0 ? [run(store)] : []),
    ...(seen.length > 0 && !isRemap ? [run(touch)] : []),
  ]);
}

interface Complete extends Pick<Pass, 'kind' | 'passedAt'> {
  readonly system: SourceSystem;
  readonly checkStop: () => void;
}

/** Marks the records of the kind that the pass did not contain. Returns their number. */
export async function markGone(target: Target, complete: Complete): Promise<number> {
  const { save, accountId, isDry, reads, writer } = target;
  const { kind, passedAt, system, checkStop } = complete;
  const { name, isOfKind } = tableOf(kind);
  const unseen = sql`s.account_id = ${accountId} and ${isOfKind} and s.system = ${system}::source_system
    and s.gone_at is null and (s.passed_at is null or s.passed_at < ${passedAt}::timestamptz)`;
  if (isDry) return 0;
  let count = 0;
  for (let after: string | undefined = ''; kind === 'customer' && after !== undefined; ) {
    checkStop();
    const marked: Marked = await markUnseen(writer, { system, passedAt }, after);
    after = marked.last;
    count += marked.records;
  }
  const [row] = await reads.run(sql`/* countGone */ select count(*)::text from ${name} s where ${unseen}`);
  const mark = sql`/* markGone */ update ${name} s set gone_at = now() where ${unseen}`;
  await save(({ run }) => [run(mark)]);
  return count + Number(row?.[0] ?? 0);
}
