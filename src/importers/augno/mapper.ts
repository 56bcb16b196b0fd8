import { isObject } from '../../is-object.ts';
import { type Found, mapObject, reject, type Values } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { JsonObject, Mapper, Rejection, SourceRecord } from '../record.ts';
import { augnoAliases, augnoLeftOutTypes, augnoPrefixes, augnoTypes } from './types.ts';

const system = 'AUGNO';

/** These refer to the object in which they are nested, and come after it. */
const later = new Set(['child', 'own_level']);

const common = new Set(['id', 'object', 'created_at', 'updated_at', 'owner']);

/** Whether an object is more than a reference. */
const isRecord = (raw: JsonObject): boolean =>
  Object.entries(raw).some(([name, value]) => value !== null && !common.has(name));

function tagOf({ object, id }: JsonObject): string {
  if (typeof object === 'string') return object;
  return augnoPrefixes[typeof id === 'string' ? (id.split('_')[0] ?? '') : ''] ?? '';
}

/** The values that nested objects receive from their record. */
function contextOf(type: string, { item, sourceId }: SourceRecord): Values {
  const self = { source: { system, sourceId } };
  if (type === 'child') return { parent: self };
  if (type === 'own_level') return { carrier: self };
  const freight = 'freightPreferences' in item ? item.freightPreferences : undefined;
  return type === 'service_level' && isObject(freight) && isObject(freight.carrier)
    ? { carrier: freight.carrier }
    : {};
}

type Result = SourceRecord | Rejection;

function* mapWithNested(type: string, found: Found, isNested: boolean): Generator<Result> {
  const objectType = augnoTypes[augnoAliases[type] ?? type];
  if (objectType === undefined) throw new Error(`The nested type ${type} is not defined.`);
  const { record, nested } = mapObject(objectType, found);
  if (record.kind === 'rejection') {
    yield record;
    return;
  }
  const map = function* (isLater: boolean): Generator<Result> {
    for (const { type: name, object } of nested) {
      if (later.has(name) !== isLater || !isRecord(object)) continue;
      const context = contextOf(name, record);
      // A level whose carrier is unknown stays a reference.
      if (name === 'service_level' && context.carrier === undefined) continue;
      yield* mapWithNested(name, { ...found, raw: object, context }, true);
    }
  };
  yield* map(false);
  yield isNested && record.kind === 'customer' ? { ...record, isPart: true } : record;
  yield* map(true);
}

function unknownType(tag: string): Rejection['reason'] {
  const why = augnoLeftOutTypes[tag];
  const known = Object.keys(augnoTypes).join(', ');
  const message =
    why ?? `\`object\` must be the type of the object: ${known}, or a list of them in \`data\`.`;
  return { code: 'UNKNOWN_TYPE', path: 'object', message };
}

/** Objects of Augno, in both generations of its fields and lists. Nested objects become records. */
export const augno: Mapper = {
  system,
  version: 3,
  documents: { form: 'json', list: 'data' },
  hasLocalTimes: false,
  *map(document, position, options) {
    const raw = receivedObject(document);
    const tag = tagOf(raw);
    const type = Object.hasOwn(augnoAliases, tag) ? augnoAliases[tag] : tag;
    if (type !== undefined && Object.hasOwn(augnoTypes, type))
      yield* mapWithNested(type, { raw, position, system, options }, false);
    else yield reject(position, raw, unknownType(tag));
  },
  *remap({ kind, raw, position, context = {} }, options) {
    const type = Object.values(augnoTypes).find((each) => each.kind === kind);
    if (type !== undefined) yield mapObject(type, { raw, position, system, options, context }).record;
  },
};
