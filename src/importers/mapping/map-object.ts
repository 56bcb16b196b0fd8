import type { SourceRecordKey } from '../../domain/identifier/key.ts';
import type { SourceSystem } from '../../domain/source-system.ts';
import { isObject } from '../../is-object.ts';
import type {
  JsonObject,
  MapOptions,
  RecordKind,
  Rejection,
  SourceRecord,
  Warning,
  WarningCode,
} from '../record.ts';
import { type FieldTable, mapFields, type Place, unknownPaths, wrongParts } from './field.ts';

export interface Values {
  readonly createdAt?: unknown;
  readonly [name: string]: unknown;
}

export interface Nested {
  readonly type: string;
  readonly object: JsonObject;
}

/** The item of a record, or the reason for which the object cannot be one. */
export type Finished = { readonly item: Values } | { readonly reason: Rejection['reason'] };

export interface Finish {
  readonly source: SourceRecordKey;
  readonly raw: JsonObject;
  warn(code: WarningCode, path: string, message: string): undefined;
}

/** How objects of one type become records. */
export interface ObjectType {
  readonly kind: RecordKind;
  readonly table: FieldTable;
  /** Completes the item; without it, the item has the fields and its source record. */
  readonly finish?: (values: Values, context: Finish) => Finished;
}

/** An object without passwords and tokens, and where it was found. */
export interface Found {
  readonly raw: JsonObject;
  readonly position: string;
  readonly system: SourceSystem;
  readonly options: MapOptions;
  /** Values that the object has from the one that it is nested in. */
  readonly context?: Values;
}

export interface MappedObject {
  readonly record: SourceRecord | Rejection;
  readonly nested: readonly Nested[];
}

export const reject = (
  position: string,
  raw: unknown,
  reason: Rejection['reason'],
  sourceId: string | null = null,
): Rejection => ({ kind: 'rejection', position, sourceId, raw, reason });

export const required = (path: string, message: string): Rejection['reason'] => ({
  code: 'REQUIRED',
  path,
  message,
});

const keyed: Readonly<Partial<Record<RecordKind, (source: SourceRecordKey) => Values>>> = {
  customer: (source) => ({ by: { source } }),
  accountUser: (source) => ({ by: { source } }),
};

const noObject = 'An object is expected.';

const textOr = <D>(value: unknown, other: D): string | D => (typeof value === 'string' ? value : other);

const idPath = ({ table: { compiled } }: ObjectType): string =>
  compiled.find(({ field }) => field.to === 'record.sourceId')?.field.from ?? '';

const isContext = (context: Values | undefined): boolean =>
  context !== undefined && Object.keys(context).length > 0;

export function mapObject(type: ObjectType, found: Found): MappedObject {
  const { raw, position, system, options } = found;
  const warnings: Warning[] = [];
  const nested: Nested[] = [];
  const add = (code: WarningCode, path: string, value: unknown, message: string): undefined => {
    warnings.push({ code, path, value, message });
  };
  const nest: Place['nest'] = (name, object) => void nested.push({ type: name, object });
  const placeOf = (path: string, value: unknown): Place => ({
    path,
    system,
    options,
    warn: (code, message) => add(code, path, value, message),
    nest,
  });
  const { record: own, ...mapped } = mapFields(raw, type.table, placeOf);
  for (const [path, value] of wrongParts(raw, type.table)) add('INVALID', path, value, noObject);
  const values: Values = { ...found.context, ...mapped };
  const { sourceId, modifiedAt, createdAt, deletedAt } = isObject(own) ? own : {};
  const idMessage = 'The object requires the id that it has in the source system.';
  if (typeof sourceId !== 'string')
    return { record: reject(position, raw, required(idPath(type), idMessage)), nested };
  const source = { system, sourceId };
  const warn: Finish['warn'] = (code, path, message) => add(code, path, raw, message);
  const finished = type.finish?.(values, { source, raw, warn }) ?? {
    item: { ...(keyed[type.kind]?.(source) ?? { source }), ...values },
  };
  if ('reason' in finished) return { record: reject(position, raw, finished.reason, sourceId), nested };
  const record = {
    ...{ kind: type.kind, position, system, sourceId, raw, warnings, item: finished.item },
    ...{ modifiedAt: textOr(modifiedAt, null), createdAt: textOr(createdAt ?? values.createdAt, null) },
    ...{ deletedAt: textOr(deletedAt, null), unknownPaths: unknownPaths(raw, type.table) },
    ...(isContext(found.context) && { context: found.context }),
  };
  // The tables have the fields of the item's type; the tests send items of all types to the domain.
  return { record: record as unknown as SourceRecord, nested };
}
