import type { Db } from '../db/client.ts';
import { type Sql, sql } from '../db/model/table.ts';
import { execute } from '../db/read/statement.ts';
import { isObject } from '../is-object.ts';
import { reject } from './mapping/map-object.ts';
import { receivedObject } from './mapping/received.ts';
import type { MapOptions, Mapper, RecordKind, Rejection, SourceRecord } from './record.ts';
import { kindOrder } from './run/kinds.ts';
import { tableOf } from './run/stored.ts';
import { authorOf } from './run/target.ts';

export interface Remap {
  readonly db: Db;
  readonly accountId: string;
  readonly mapper: Mapper;
  /** Whether records of the mapper's version are mapped again, too. */
  readonly isAll: boolean;
  readonly options: MapOptions;
}

const pageRecords = 250;
const pageCharacters = 8 << 20;

/** The records that the mapper, or an earlier version of it, read from documents. */
function recordsOf(kind: RecordKind, { accountId, mapper, isAll }: Remap): Sql {
  const { name, isOfKind } = tableOf(kind);
  const ofTable =
    mapper.table === undefined
      ? sql`s.context -> 'table' is null`
      : sql`s.context ->> 'table' = ${mapper.table}::text`;
  return sql`from ${name} s where s.account_id = ${accountId} and ${isOfKind}
    and s.system = ${mapper.system}::source_system and s.raw is not null and ${ofTable}
    and (${isAll}::boolean or s.mapper_version < ${mapper.version}::integer)`;
}

const readerOf = ({ db, accountId, mapper }: Remap) => {
  const session = db.$session(authorOf(accountId, mapper.system));
  return (statement: Sql) => execute(session, statement);
};

/** The number of records that `storedRecords` maps. */
export async function countStored(remap: Remap): Promise<number> {
  const read = readerOf(remap);
  let sum = 0;
  for (const kind of kindOrder) {
    const [row] = await read(sql`/* countStored */ select count(*)::text ${recordsOf(kind, remap)}`);
    sum += Number(row?.[0] ?? 0);
  }
  return sum;
}

const parsed = (json: string | null | undefined): unknown => (json == null ? undefined : JSON.parse(json));

const notAlone = 'The stored record cannot be mapped without its document: import the document again.';

function mapped(
  kind: RecordKind,
  [id, raw, context]: readonly (string | null)[],
  { mapper, options }: Remap,
): SourceRecord | Rejection {
  const [sourceId, position] = [String(id), `${kind} ${id}`];
  const [document, around] = [parsed(raw), parsed(context)];
  const failed = reject(position, document, { code: 'INVALID', path: '', message: notAlone }, sourceId);
  if (!isObject(document)) return failed;
  const known = isObject(around) ? { context: around } : {};
  const stored = { kind, sourceId, position, raw: receivedObject(document), ...known };
  const results = [...(mapper.remap?.(stored, options) ?? [])];
  const same = results.find((each) => each.kind === kind && each.sourceId.trim() === sourceId);
  return same ?? results.find((each) => each.kind === 'rejection') ?? failed;
}

async function* recordsOfKind(kind: RecordKind, remap: Remap): AsyncGenerator<SourceRecord | Rejection> {
  const read = readerOf(remap);
  for (let after = ''; ; ) {
    const rows = await read(sql`/* storedPage */ select source_id, raw, context from (
        select source_id, raw, context, row_number() over w as place, sum(length(raw)) over w as characters
        from (select s.source_id, s.raw::text as raw, s.context::text as context ${recordsOf(kind, remap)}
          and s.source_id > ${after} order by s.source_id limit ${pageRecords}::bigint) stored
        window w as (order by source_id)) page
      where place = 1 or characters <= ${pageCharacters}::bigint order by source_id`);
    for (const row of rows) yield mapped(kind, row, remap);
    const last = rows.at(-1)?.[0];
    if (last == null) return;
    after = last;
  }
}

/**
 * The stored records of a system, mapped again, in the order of their kinds and source ids, a page at a time. A record
 * that cannot be mapped without its document is a rejection.
 */
export async function* storedRecords(remap: Remap): AsyncGenerator<SourceRecord | Rejection> {
  for (const kind of kindOrder) yield* recordsOfKind(kind, remap);
}
