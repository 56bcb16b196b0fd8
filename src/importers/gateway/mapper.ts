import { sourceSystems } from '../../domain/source-system.ts';
import { isObject } from '../../is-object.ts';
import { isEmpty } from '../mapping/field.ts';
import {
  mapObject,
  type Nested,
  type ObjectType,
  reject,
  required,
  type Values,
} from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { Items, JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import { recordsOf } from './readers.ts';
import { address, customer, ownTypes, referenceTypes } from './types.ts';

type Result = SourceRecord | Rejection;
type Customer = Extract<SourceRecord, { readonly kind: 'customer' }>;
type Address = Extract<SourceRecord, { readonly kind: 'address' }>;

const system = sourceSystems.OTHER;

interface Place {
  readonly position: string;
  readonly options: MapOptions;
}

/** The record has the gateway's id of the object, which no id of the system OTHER equals. */
const mapped = (type: ObjectType, raw: JsonObject, place: Place, context: Values = {}): Result =>
  mapObject(type, { raw, ...place, system, context }).record;

/** The meaning of the names of nested objects. */
function contextOf(type: string, { item }: Customer): Values | undefined {
  if (type === 'typeGroup') return { type: 'TYPE_GROUP' };
  if (type === 'priceGroup') return { type: 'PRICING_GROUP' };
  if (type !== 'serviceLevel') return {};
  const { carrier } = item.freightPreferences ?? {};
  return carrier == null ? undefined : { carrier };
}

const idOf = (value: unknown): unknown => (isObject(value) ? value.id : undefined);

const places = ['billToAddress', 'shipToAddress'] as const;

const missing = 'The address is left out: the export must have it in `addresses`, too.';

/** The customer with its default addresses, which the export names by their ids. */
function withDefaults(record: Customer, addresses: ReadonlyMap<unknown, Address>): Customer {
  const { raw, item, warnings } = record;
  const own = places.flatMap((path) => {
    const value = raw[path];
    return value == null ? [] : [{ path, value, found: addresses.get(idOf(value)) }];
  });
  const given = own.flatMap(({ path, found }) => {
    if (found === undefined) return [];
    const { source, ...fields } = found.item.address;
    // The address of a default place needs no record of its own.
    return [[path, recordsOf(found.raw).length > 0 ? { source, ...fields } : fields] as const];
  });
  const lost = own.flatMap(({ path, value, found }) =>
    found === undefined ? [{ code: 'INVALID' as const, path, value, message: missing }] : [],
  );
  const withPlaces: Items['customer'] = { ...item, ...Object.fromEntries(given) };
  return { ...record, item: withPlaces, warnings: [...warnings, ...lost] };
}

const noNumber = 'A customer of an export is known by its number; export the field `number`, too.';

function* mapCustomer(raw: JsonObject, place: Place): Generator<Result> {
  if (isEmpty(raw.number ?? null)) {
    yield reject(place.position, raw, required('number', noNumber));
    return;
  }
  const { record, nested } = mapObject(customer, { raw, ...place, system });
  if (record.kind !== 'customer') {
    yield record;
    return;
  }
  const owner = { customer: record.item.by };
  const mapAll = (
    types: Readonly<Record<string, ObjectType>>,
    contextFor: (type: string) => Values | undefined,
  ) =>
    nested.flatMap(({ type, object }: Nested) => {
      const [objectType, context] = [types[type], contextFor(type)];
      return objectType === undefined || context === undefined
        ? []
        : [mapped(objectType, object, place, context)];
    });
  yield* mapAll(referenceTypes, (type) => contextOf(type, record));
  const addresses = mapAll({ address }, () => owner);
  const byId = new Map(addresses.flatMap((each) => (each.kind === 'address' ? [[each.raw.id, each]] : [])));
  const whole = withDefaults(record, byId);
  yield whole;
  const defaults = new Set(places.map((path) => idOf(raw[path])));
  yield* addresses.filter((each) => each.kind !== 'address' || !defaults.has(each.raw.id));
  yield* mapAll(ownTypes, () => owner);
}

/** Exports in the gateway's own form: a customer on each line. Customers are known by their numbers. */
export const gateway: Mapper = {
  system,
  version: 1,
  documents: { form: 'json', list: null },
  hasLocalTimes: false,
  isExport: true,
  *map(document, position, options) {
    yield* mapCustomer(receivedObject(document), { position, options });
  },
};
