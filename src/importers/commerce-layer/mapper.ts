import { isObject } from '../../is-object.ts';
import { mapObject, type ObjectType, reject, required, type Values } from '../mapping/map-object.ts';
import { receivedObject } from '../mapping/received.ts';
import type { MapOptions, Mapper, Rejection, SourceRecord } from '../record.ts';
import { attributeOf, JsonApiDocument, linksOf, type Resource } from './document.ts';
import { commerceLayerLeftOutTypes, commerceLayerTypes } from './types.ts';

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

/** Undefined if the resource is no record: only included, and of another type or an identifier. */
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

const order = ['customer_groups', 'customers', 'customer_addresses', ...Object.keys(commerceLayerTypes)];

const rankOf = ({ type }: Resource): number => {
  const rank = order.indexOf(type);
  return rank < 0 ? order.length : rank;
};

const invalid: Rejection['reason'] = {
  code: 'INVALID',
  path: '',
  message: 'A resource with `type` and `id` is expected.',
};
const noData: Rejection['reason'] = {
  code: 'INVALID',
  path: 'data',
  message: 'A JSON:API document with `data` is expected; this can be an error response.',
};

function* mapDocument(document: JsonApiDocument, options: MapOptions): Generator<Result> {
  for (const [position, raw] of document.invalid) yield reject(position, raw, invalid);
  for (const each of document.resources.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const plan = planOf(each, document);
    if (plan === undefined) continue;
    if ('kind' in plan) {
      yield plan;
      continue;
    }
    const { type, resource, context } = plan;
    const { raw, position } = resource;
    yield mapObject(type, { raw, position, system, options, context: given(context) }).record;
  }
}

/** JSON:API documents of Commerce Layer. Each resource is a record, whether in `data` or included. */
export const commerceLayer: Mapper = {
  system,
  version: 2,
  documents: { form: 'json', list: null },
  hasLocalTimes: false,
  *map(document, position, options) {
    const raw = receivedObject(document);
    if (!isObject(raw.data) && !Array.isArray(raw.data) && raw.data !== null)
      yield reject(position, raw, noData);
    else yield* mapDocument(new JsonApiDocument(raw, position), options);
  },
  *remap({ raw, position, context = {} }, options) {
    const { type: name } = raw;
    const type =
      typeof name === 'string' && Object.hasOwn(commerceLayerTypes, name) && commerceLayerTypes[name];
    if (type) yield mapObject(type, { raw, position, system, options, context }).record;
  },
};
