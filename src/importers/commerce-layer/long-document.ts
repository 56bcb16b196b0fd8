import { isObject } from '../../is-object.ts';
import { reject } from '../mapping/map-object.ts';
import { received, TooDeepError } from '../mapping/received.ts';
import type { Element, Rejection, SourceRecord } from '../record.ts';
import { UnnamedFile } from '../unnamed-file.ts';
import { Buckets } from './buckets.ts';
import {
  addResource,
  attributeOf,
  type Fact,
  factsOf,
  type Identifier,
  invalidResource,
  JsonApiDocument,
  keyOf,
  linksOf,
  type Resource,
  resourceOf,
} from './document.ts';
import { commerceLayerTypes, rankOf } from './types.ts';

type Result = SourceRecord | Rejection;
type MapResource = (resource: Resource, document: JsonApiDocument) => Result | undefined;

/** A resource in the bucket of a key, or a fact about one that is there. */
type Line = { readonly resource: Resource } | { readonly fact: Fact };

/** The stages, in the order in which they are mapped: what a stage learns about resources of later ones is added to these. */
const stages = { groups: 0, customers: 1, others: 2, last: 3, ofOrders: 4 } as const;

const stageOfType: Readonly<Record<string, number>> = {
  customer_groups: stages.groups,
  customers: stages.customers,
  addresses: stages.last,
  returns: stages.last,
};

const stageOf = ({ type }: Identifier): number =>
  (Object.hasOwn(stageOfType, type) ? stageOfType[type] : undefined) ?? stages.others;

const nameFields: Readonly<Record<string, string>> = { tags: 'name', payment_methods: 'payment_source_type' };

/** A resource of which others read only one attribute. They are few, and stay in memory. */
function named(resource: Resource): Resource | undefined {
  const { type, id, raw } = resource;
  const field = Object.hasOwn(nameFields, type) ? nameFields[type] : undefined;
  if (field === undefined || !isObject(raw.attributes)) return undefined;
  return { ...resource, raw: { type, id, attributes: { [field]: attributeOf(resource, field) } } };
}

/** The element is in a list of a document. */
const depth = 2;

function receivedElement(value: unknown): unknown {
  try {
    return received(value, depth);
  } catch (error) {
    if (error instanceof TooDeepError) return error;
    throw error;
  }
}

/** An order with nothing but its customer. It is not imported. */
const withCustomer = (order: Resource, id: string): Resource => ({
  ...order,
  raw: { relationships: { customer: { data: { type: 'customers', id } } } },
  isPrimary: false,
});

const tooDeep = (position: string, { message }: TooDeepError): Rejection =>
  reject(position, null, { code: 'INVALID', path: '', message });

/**
 * A JSON:API document that is longer than the memory. Its resources are in the buckets of their keys. Each stage sends what
 * it knows about a resource, or the resource itself, to the bucket that has what is missing.
 */
class LongDocument {
  readonly #file = new UnnamedFile();
  readonly #stages = Object.values(stages).map(() => new Buckets<Line>(this.#file));
  readonly #shared = new Map<string, Resource>();
  readonly #map: MapResource;

  constructor(map: MapResource) {
    this.#map = map;
  }

  #add(stage: number, key: Identifier, line: Line): Promise<void> | undefined {
    return this.#stages[stage]?.add(keyOf(key), line);
  }

  /** Returns the rejection of an element that is not a resource. */
  async add({ list, position, value }: Element): Promise<Rejection | undefined> {
    const raw = receivedElement(value);
    if (raw instanceof TooDeepError) return tooDeep(position, raw);
    const resource = resourceOf(raw, position, list === 'data');
    if (resource === undefined) return invalidResource(position, raw);
    const short = named(resource);
    if (short !== undefined) addResource(this.#shared, short);
    await this.#add(stageOf(resource), resource, { resource });
    return undefined;
  }

  /** The resource is sent to a later stage, which has its address or the customer of its order; or is mapped. */
  async #settle(stage: number, resource: Resource, document: JsonApiDocument): Promise<Result | undefined> {
    const customer = document.customerOf(resource);
    const factOf = (owner: Fact['owner'], id: string): Line => ({ fact: { of: keyOf(resource), owner, id } });
    const send = async (to: number, key: Identifier, ...lines: readonly Line[]) => {
      for (const line of lines) await this.#add(to, key, line);
      return undefined;
    };
    const own = customer === undefined ? [] : [factOf('customers', customer)];
    if (stage === stages.others && resource.type === 'orders' && customer !== undefined)
      await send(stages.ofOrders, resource, { resource: withCustomer(resource, customer) });
    const [address] = resource.type === 'customer_addresses' ? linksOf(resource, 'address') : [];
    if (stage === stages.others && address !== undefined)
      return send(stages.last, address, { resource }, ...own);
    const isAlone = customer === undefined && Object.hasOwn(commerceLayerTypes, resource.type);
    const id = stage < stages.ofOrders && isAlone ? document.orderOf(resource) : undefined;
    if (id !== undefined)
      return send(stages.ofOrders, { type: 'orders', id }, { resource }, factOf('orders', id));
    return this.#map(resource, document);
  }

  async *#mapBucket(stage: number, lines: readonly Line[]): AsyncGenerator<Result> {
    const resources = lines
      .flatMap((line) => ('resource' in line ? [line.resource] : []))
      .toSorted((a, b) => Number(b.isPrimary) - Number(a.isPrimary));
    const facts = lines.flatMap((line) => ('fact' in line ? [line.fact] : []));
    const document = new JsonApiDocument(resources, facts, this.#shared);
    for (const resource of document.resources.toSorted((a, b) => rankOf(a) - rankOf(b))) {
      for (const [of, fact] of factsOf(resource))
        if (stageOf(of) > stage) await this.#add(stageOf(of), of, { fact });
      const result = await this.#settle(stage, resource, document);
      if (result !== undefined) yield result;
    }
  }

  async *mapAll(): AsyncGenerator<Result> {
    for (const [stage, buckets] of this.#stages.entries())
      for await (const lines of buckets.takeAll()) yield* this.#mapBucket(stage, lines);
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

const nothing = 'Nothing of this document was imported.';

const withoutRecords = ({ reason, ...rejection }: Rejection): Rejection => ({
  ...rejection,
  reason: { ...reason, message: `${reason.message} ${nothing}` },
});

/** The records of a document, from its elements. A document that is damaged has none. */
export async function* mapParts(
  elements: AsyncIterable<Element | Rejection>,
  map: MapResource,
): AsyncGenerator<Result> {
  const document = new LongDocument(map);
  try {
    for await (const each of elements) {
      if (each.kind === 'rejection') {
        yield withoutRecords(each);
        return;
      }
      const rejection = await document.add(each);
      if (rejection !== undefined) yield rejection;
    }
    yield* document.mapAll();
  } finally {
    await document.close();
  }
}
