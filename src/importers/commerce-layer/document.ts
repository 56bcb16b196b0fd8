import { isObject } from '../../is-object.ts';
import type { JsonObject } from '../record.ts';

export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly raw: JsonObject;
  readonly position: string;
  /** Whether the resource is in `data`, and not only included. */
  readonly isPrimary: boolean;
}

interface Identifier {
  readonly type: string;
  readonly id: string;
}

const keyOf = ({ type, id }: Identifier): string => `${type} ${id}`;

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

/** The resources of a JSON:API document, each once, whatever cycles their relationships have. */
export class JsonApiDocument {
  readonly #resources = new Map<string, Resource>();
  /** The ids of the customers and orders that name a resource. */
  readonly #customers = new Map<string, string>();
  readonly #orders = new Map<string, string>();
  /** Elements that are not resources, with their positions. */
  readonly invalid: readonly (readonly [string, unknown])[];

  constructor({ data, included }: JsonObject, position: string) {
    const primary = Array.isArray(data)
      ? data.map((each, at) => [`${position}#/data/${at}`, each, true] as const)
      : data == null
        ? []
        : [[`${position}#/data`, data, true] as const];
    const others = Array.isArray(included)
      ? included.map((each, at) => [`${position}#/included/${at}`, each, false] as const)
      : [];
    const all = [...primary, ...others];
    this.invalid = all.flatMap(([at, value]) => (isIdentifier(value) ? [] : [[at, value] as const]));
    for (const [at, value, isPrimary] of all)
      if (isIdentifier(value))
        this.#add({ type: value.type, id: value.id, raw: value, position: at, isPrimary });
    for (const resource of this.resources) this.#addOwned(resource);
  }

  /** The first one with attributes counts. */
  #add(resource: Resource): void {
    const known = this.#resources.get(keyOf(resource));
    if (known === undefined || !isObject(known.raw.attributes))
      this.#resources.set(keyOf(resource), resource);
  }

  #addOwned(resource: Resource): void {
    if (resource.type === 'customers')
      for (const name of ownRelations)
        for (const each of linksOf(resource, name)) this.#customers.set(keyOf(each), resource.id);
    if (resource.type === 'orders')
      for (const each of linksOf(resource, 'returns')) this.#orders.set(keyOf(each), resource.id);
  }

  get resources(): readonly Resource[] {
    return [...this.#resources.values()];
  }

  find(identifier: Identifier): Resource | undefined {
    return this.#resources.get(keyOf(identifier));
  }

  orderOf(resource: Resource): string | undefined {
    return linksOf(resource, 'order')[0]?.id ?? this.#orders.get(keyOf(resource));
  }

  /** The id of the customer: named by the resource, by the customer, or by the resource's order. */
  customerOf(resource: Resource): string | undefined {
    const own = linksOf(resource, 'customer')[0]?.id ?? this.#customers.get(keyOf(resource));
    const order = own === undefined ? this.orderOf(resource) : undefined;
    const found = order === undefined ? undefined : this.find({ type: 'orders', id: order });
    return own ?? (found && this.customerOf(found));
  }
}
