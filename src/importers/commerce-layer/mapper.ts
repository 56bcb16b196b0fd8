import { isObject } from '../../is-object.ts';
import { mapObject, type ObjectType, reject, required, type Values } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { JsonObject, MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import {
  attributeOf,
  invalidResource,
  JsonApiDocument,
  linksOf,
  type Resource,
  resourceOf,
} from './document.ts';
import { mapParts } from './long-document.ts';
import { commerceLayerLeftOutTypes, commerceLayerTypes, rankOf } from './types.ts';

const system = 'COMMERCE_LAYER';

type Result = SourceRecord | Rejection;

const bySource = (sourceId: string | undefined): Values | undefined =>
  sourceId === undefined ? undefined : { source: { system, sourceId } };

const given = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

/** By the ids of the resource's tags that are in the document. */
const tagNames = (resource: Resource, document: JsonApiDocument): Values =>
  Object.fromEntries(
    linksOf(resource, 'tags').flatMap((link) => {
      const tag = document.find(link);
      return tag === undefined ? [] : [[link.id, attributeOf(tag, 'name')]];
    }),
  );

function paymentType(resource: Resource, document: JsonApiDocument): unknown {
  const [method] = linksOf(resource, 'payment_method');
  const found = method && document.find(method);
  return found && attributeOf(found, 'payment_source_type');
}

/** What other resources of the document say about a resource. */
function contextOf(resource: Resource, document: JsonApiDocument): Values {
  switch (resource.type) {
    case 'customers':
      return { tagNames: tagNames(resource, document) };
    case 'customer_groups':
      return {};
    case 'customer_payment_sources':
      return { customer: bySource(document.customerOf(resource)), type: paymentType(resource, document) };
    case 'returns':
      return {
        customer: bySource(document.customerOf(resource)),
        order: bySource(document.orderOf(resource)),
      };
    default:
      return { customer: bySource(document.customerOf(resource)) };
  }
}

const noAddress = 'The address is not in the document; include `address` and `customer`.';

/** A resource with the context that it is mapped in. */
interface Mapped {
  readonly type: ObjectType;
  readonly resource: Resource;
  readonly context: Values;
}

function addressOf(join: Resource, document: JsonApiDocument): Mapped | Rejection {
  const [link] = linksOf(join, 'address');
  const resource = link && document.find(link);
  const type = commerceLayerTypes.addresses;
  if (type === undefined || resource === undefined || !isObject(resource.raw.attributes))
    return reject(join.position, join.raw, required('relationships.address', noAddress), join.id);
  const email = attributeOf(join, 'customer_email');
  const byEmail = typeof email === 'string' && email.trim() !== '' ? { shopperEmail: email } : undefined;
  return { type, resource, context: { customer: bySource(document.customerOf(join)) ?? byEmail } };
}

function unknownType({ type, position, raw, id }: Resource): Rejection {
  const known = Object.keys(commerceLayerTypes).join(', ');
  const message = commerceLayerLeftOutTypes[type] ?? `The type is unknown; known types are ${known}.`;
  return reject(position, raw, { code: 'UNKNOWN_TYPE', path: 'type', message }, id);
}

const noAttributes = 'The resource has no `attributes`; request it, and not only its identifier.';

/** Undefined for a resource that is not a record: only included, and of another type or an identifier. */
function planOf(resource: Resource, document: JsonApiDocument): Mapped | Rejection | undefined {
  const { type: name, position, raw, id, isPrimary } = resource;
  if (name === 'customer_addresses') return addressOf(resource, document);
  // An included address that no customer has is one of orders.
  if (name === 'addresses' && !isPrimary) return undefined;
  const type = Object.hasOwn(commerceLayerTypes, name) ? commerceLayerTypes[name] : undefined;
  if (type === undefined) return isPrimary ? unknownType(resource) : undefined;
  if (isObject(raw.attributes)) return { type, resource, context: contextOf(resource, document) };
  return isPrimary ? reject(position, raw, required('attributes', noAttributes), id) : undefined;
}

const noData: Rejection['reason'] = {
  code: 'INVALID',
  path: 'data',
  message: 'A JSON:API document with `data` is expected; this can be an error response.',
};

/** Undefined for a resource that is not a record. */
function mapResource(resource: Resource, document: JsonApiDocument, options: MapOptions): Result | undefined {
  const plan = planOf(resource, document);
  if (plan === undefined || 'kind' in plan) return plan;
  const { type, context } = plan;
  const { raw, position } = plan.resource;
  return mapObject(type, { raw, position, system, options, context: given(context) }).record;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function* mapDocument({ data, included }: JsonObject, place: string, options: MapOptions): Generator<Result> {
  const elements = [
    ...(isObject(data) ? [[`${place}#/data`, data, true] as const] : []),
    ...listOf(data).map((each, at) => [`${place}#/data/${at}`, each, true] as const),
    ...listOf(included).map((each, at) => [`${place}#/included/${at}`, each, false] as const),
  ];
  const resources: Resource[] = [];
  for (const [position, raw, isPrimary] of elements) {
    const resource = resourceOf(raw, position, isPrimary);
    if (resource === undefined) yield invalidResource(position, raw);
    else resources.push(resource);
  }
  const document = new JsonApiDocument(resources);
  for (const each of document.resources.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const result = mapResource(each, document, options);
    if (result !== undefined) yield result;
  }
}

/** JSON:API documents of Commerce Layer. Each resource is a record, whether in `data` or included. */
export const commerceLayer: Mapper = {
  system,
  version: 3,
  documents: { form: 'json', list: null, members: ['data', 'included'] },
  hasLocalTimes: false,
  *map(document, position, options) {
    const raw = receivedObject(document);
    if (!isObject(raw.data) && !Array.isArray(raw.data) && raw.data !== null)
      yield reject(position, raw, noData);
    else yield* mapDocument(raw, position, options);
  },
  async *mapLong(elements, position, options) {
    let isEmpty = true;
    async function* all() {
      for await (const each of elements) {
        isEmpty = false;
        yield each;
      }
    }
    yield* mapParts(all(), (resource, document) => mapResource(resource, document, options));
    if (isEmpty) yield reject(position, null, noData);
  },
  *remap({ raw, position, context = {} }, options) {
    const { type: name } = raw;
    const type =
      typeof name === 'string' && Object.hasOwn(commerceLayerTypes, name) && commerceLayerTypes[name];
    if (type) yield mapObject(type, { raw, position, system, options, context }).record;
  },
};
