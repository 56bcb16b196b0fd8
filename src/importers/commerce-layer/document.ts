import { isObject } from '../../is-object.ts';
import { reject } from '../mapping/map-object.ts';
import type { JsonObject, Rejection } from '../record.ts';

export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly raw: JsonObject;
  readonly position: string;
  /** Whether the resource is in `data`, and not only included. */
  readonly isPrimary: boolean;
}

export interface Identifier {
  readonly type: string;
  readonly id: string;
}

export const keyOf = ({ type, id }: Identifier): string => `${type} ${id}`;

const isIdentifier = (value: unknown): value is Identifier & JsonObject =>
  isObject(value) && typeof value.type === 'string' && typeof value.id === 'string' && value.id !== '';

function dataOf(raw: JsonObject, name: string): unknown {
  const relation = isObject(raw.relationships) ? raw.relationships[name] : undefined;
  return isObject(relation) ? relation.data : undefined;
}

/** The resources that a relationship names; none if it has no `data`, which means that they are unknown. */
export function linksOf({ raw }: Resource, name: string): readonly Identifier[] {
  const data = dataOf(raw, name);
  return (Array.isArray(data) ? data : [data]).filter(isIdentifier);
}

export function attributeOf({ raw }: Resource, name: string): unknown {
  return isObject(raw.attributes) ? raw.attributes[name] : undefined;
}

const ownRelations = [
  ...['customer_addresses', 'customer_payment_sources', 'customer_subscriptions', 'orders'],
  ...['order_subscriptions', 'returns', 'sku_lists', 'attachments'],
];

type Owner = 'customers' | 'orders';

/** That a customer or an order names a resource as its own. */
export interface Fact {
  /** The key of the resource. */
  readonly of: string;
  readonly owner: Owner;
  readonly id: string;
}

/** The facts that a resource states, with the resource that each is about. */
export function factsOf(resource: Resource): readonly (readonly [Identifier, Fact])[] {
  const { type, id } = resource;
  if (type !== 'customers' && type !== 'orders') return [];
  return (type === 'customers' ? ownRelations : ['returns']).flatMap((name) =>
    linksOf(resource, name).map((link) => [link, { of: keyOf(link), owner: type, id }] as const),
  );
}

/** An element of a document; undefined if it is not a resource. */
export const resourceOf = (value: unknown, position: string, isPrimary: boolean): Resource | undefined =>
  isIdentifier(value) ? { type: value.type, id: value.id, raw: value, position, isPrimary } : undefined;

export const invalidResource = (position: string, raw: unknown): Rejection =>
  reject(position, raw, {
    code: 'INVALID',
    path: '',
    message: 'A resource with `type` and `id` is expected.',
  });

type Resources = ReadonlyMap<string, Resource>;

/** Of two resources with one key, the first one with attributes counts. */
export function addResource(resources: Map<string, Resource>, resource: Resource): void {
  const key = keyOf(resource);
  const known = resources.get(key);
  if (known === undefined || !isObject(known.raw.attributes)) resources.set(key, resource);
}

/** The resources of a JSON:API document or of a part of it, each once, whatever cycles their relationships have. */
export class JsonApiDocument {
  readonly #resources = new Map<string, Resource>();
  readonly #shared: Resources;
  /** The ids of the customers and orders that name a resource. */
  readonly #owners: Readonly<Record<Owner, Map<string, string>>> = {
    customers: new Map(),
    orders: new Map(),
  };

  /** `facts` and `shared` are of the other parts of the document. */
  constructor(resources: Iterable<Resource>, facts: Iterable<Fact> = [], shared: Resources = new Map()) {
    this.#shared = shared;
    for (const each of resources) addResource(this.#resources, each);
    for (const each of facts) this.#addFact(each);
    for (const each of this.resources) for (const [, fact] of factsOf(each)) this.#addFact(fact);
  }

  #addFact({ of, owner, id }: Fact): void {
    this.#owners[owner].set(of, id);
  }

  get resources(): readonly Resource[] {
    return [...this.#resources.values()];
  }

  find(identifier: Identifier): Resource | undefined {
    return this.#resources.get(keyOf(identifier)) ?? this.#shared.get(keyOf(identifier));
  }

  orderOf(resource: Resource): string | undefined {
    return linksOf(resource, 'order')[0]?.id ?? this.#owners.orders.get(keyOf(resource));
  }

  #namedCustomerOf(resource: Resource): string | undefined {
    return linksOf(resource, 'customer')[0]?.id ?? this.#owners.customers.get(keyOf(resource));
  }

  /** The id of the customer: named by the resource, by the customer, or by the resource's order. */
  customerOf(resource: Resource): string | undefined {
    const own = this.#namedCustomerOf(resource);
    const order = own === undefined ? this.orderOf(resource) : undefined;
    const found = order === undefined ? undefined : this.find({ type: 'orders', id: order });
    return own ?? (found && this.#namedCustomerOf(found));
  }
}
