import type { ModelName, Row } from '../db/model/table.ts';
import { listIn, type Values } from '../domain/customer/derive/values.ts';
import { type SourceSystem, sourceSystems } from '../domain/source-system.ts';

/** A customer, in the form of a source system as its record there states it. */
export type CustomerRow = Row<'Customer'> & {
  /** The record’s values; absent in other forms, and for records without values. */
  readonly stated?: Values;
};

/** Whether the record states one of these parts, or the customer has them anyway. */
export const isStated = ({ stated }: CustomerRow, ...parts: readonly string[]): boolean =>
  stated === undefined || parts.some((part) => part in stated);

export const ownModels = ['Address', 'Attachment', 'CustomerPriceGroup', 'CustomerTag'] as const;

export const shopModels = [
  ...(['PaymentSource', 'CustomerSubscription', 'Order'] as const),
  ...(['OrderSubscription', 'Return', 'SkuList'] as const),
] as const;

/** The models whose rows belong to a customer by their column `customerId`. */
export type ListedModel = (typeof ownModels)[number] | (typeof shopModels)[number];

/** A source record of an object. */
export interface SourceLink {
  readonly system: SourceSystem;
  readonly sourceId: string;
  readonly seenAt: string;
  /** When a complete import no longer had the record; null otherwise. */
  readonly goneAt: string | null;
  /** The times that the system states. */
  readonly sourceCreatedAt: string | null;
  readonly sourceModifiedAt: string | null;
}

/** Some customers, and the rows that belong to them or that they refer to. */
export interface Page {
  readonly customers: readonly CustomerRow[];
  /** The row of an id; null if the id is. */
  one<M extends ModelName>(model: M, id: string | null): Row<M> | null;
  tag(name: string): Row<'Tag'> | null;
  /** The rows that belong to a customer, newest first. */
  listed<M extends ListedModel>(model: M, customerId: string): readonly Row<M>[];
  children(customerId: string): readonly CustomerRow[];
  /** The source records of an object, ordered by system and id. */
  links(id: string): readonly SourceLink[];
  hasPassword(customerId: string): boolean;
  ordersCount(customer: CustomerRow): number;
}

interface Dated {
  readonly id?: string;
  readonly createdAt?: string;
}

const placeOf = ({ createdAt = '', id = '' }: Dated): string => `${createdAt} ${id}`;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** As the lists of the schema. Rows without time keep their order. */
export const newestFirst = <R extends object>(rows: readonly R[]): readonly R[] =>
  [...rows].sort((a, b) => byText(placeOf(b), placeOf(a)));

export function priceGroupsOf(page: Page, { id, stated }: CustomerRow): readonly Row<'AccountGroup'>[] {
  const ids = stated
    ? listIn(stated, 'priceGroups')
    : page.listed('CustomerPriceGroup', id).map(({ groupId }) => groupId);
  return newestFirst(ids.flatMap((each) => page.one('AccountGroup', each) ?? []));
}

export function tagRowsOf(page: Page, { id, stated }: CustomerRow): readonly Row<'Tag'>[] {
  const rows = stated
    ? listIn(stated, 'tags').map((name) => page.tag(name))
    : page.listed('CustomerTag', id).map(({ tagId }) => page.one('Tag', tagId));
  return newestFirst(rows.flatMap((each) => each ?? []));
}

const systems: readonly SourceSystem[] = Object.values(sourceSystems);

export const sortedLinks = (links: readonly SourceLink[]): readonly SourceLink[] =>
  [...links].sort(
    (a, b) => systems.indexOf(a.system) - systems.indexOf(b.system) || byText(a.sourceId, b.sourceId),
  );
