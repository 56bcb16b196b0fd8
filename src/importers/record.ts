import type { Row } from '../db/model/table.ts';
import type { DepartmentInput } from '../domain/account/department.ts';
import type { AccountUserInput } from '../domain/account/read-account-user.ts';
import type { RoleInput } from '../domain/account/role.ts';
import type { AddressItem } from '../domain/customer/address-book.ts';
import type { UpsertInput } from '../domain/customer-upsert/read.ts';
import type { SourceRecordKey } from '../domain/identifier/key.ts';
import type { AccountUserIdentifier } from '../domain/identifier/reference-data.ts';
import type { RecordType, UpsertItem } from '../domain/record-upsert/record-type.ts';
import type { accountGroups } from '../domain/setting-upsert/account-group.ts';
import type { carriers } from '../domain/setting-upsert/carrier.ts';
import type { customerGroups } from '../domain/setting-upsert/customer-group.ts';
import type { paymentTerms } from '../domain/setting-upsert/payment-term.ts';
import type { serviceLevels } from '../domain/setting-upsert/service-level.ts';
import type { shippingTerms } from '../domain/setting-upsert/shipping-term.ts';
import type { units } from '../domain/setting-upsert/unit.ts';
import type { ShopItem } from '../domain/shop/upsert.ts';
import type { SourcedModel } from '../domain/source/sourced.ts';
import type { SourceSystem } from '../domain/source-system.ts';
import type { Maybe } from '../maybe.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

type ItemOf<T> =
  T extends RecordType<infer _M extends SourcedModel, infer I extends UpsertItem, infer _R> ? I : never;

/** A reference by the source record of the other object. */
export interface BySource {
  readonly source: SourceRecordKey;
}

type ShippingTermItem = Omit<ItemOf<typeof shippingTerms>, 'freeShippingServiceLevelIds'> & {
  readonly freeShippingServiceLevels?: Maybe<readonly BySource[]>;
};

/** Without an owner, the item is of an object that the run finds by the record. */
type Owned<I, F extends keyof I> = Omit<I, F> & Partial<Pick<I, F>>;

type AccountUserItem = Omit<AccountUserInput, 'roleId' | 'departmentId'> & {
  readonly by: AccountUserIdentifier;
  readonly role?: Maybe<BySource>;
  readonly department?: Maybe<BySource>;
};

type Money = Maybe<{ readonly amount: string; readonly currencyCode: string }>;

type CreatedAt = { readonly createdAt?: Maybe<string> };

interface OrderItem extends ShopItem, CreatedAt {
  readonly number?: Maybe<string>;
  readonly status?: Maybe<Row<'Order'>['status']>;
  readonly paymentStatus?: Maybe<Row<'Order'>['paymentStatus']>;
  readonly fulfillmentStatus?: Maybe<Row<'Order'>['fulfillmentStatus']>;
  readonly total?: Money;
  readonly placedAt?: Maybe<string>;
}

interface OrderSubscriptionItem extends ShopItem, CreatedAt {
  readonly number?: Maybe<string>;
  readonly status?: Maybe<Row<'OrderSubscription'>['status']>;
  readonly frequency?: Maybe<string>;
  readonly startsAt?: Maybe<string>;
  readonly expiresAt?: Maybe<string>;
  readonly nextRunAt?: Maybe<string>;
}

interface ReturnItem extends ShopItem, CreatedAt {
  readonly order?: Maybe<SourceRecordKey>;
  readonly number?: Maybe<string>;
  readonly status?: Maybe<Row<'Return'>['status']>;
}

interface SkuListItem extends ShopItem, CreatedAt {
  readonly slug?: Maybe<string>;
  readonly description?: Maybe<string>;
}

interface PaymentSourceItem extends ShopItem, CreatedAt {
  readonly type?: Maybe<string>;
}

interface CustomerSubscriptionItem extends ShopItem, CreatedAt {
  readonly customerEmail?: Maybe<string>;
  readonly reference?: Maybe<string>;
}

interface AttachmentItem extends ShopItem, CreatedAt {
  readonly description?: Maybe<string>;
  readonly url?: Maybe<string>;
}

/**
 * The input of the domain's upsert for each kind of record. References are by source record. An absent field is not in
 * the document: its value is unknown. Null is an empty value there: this system has none, but others can have one.
 */
export interface Items {
  readonly unit: ItemOf<typeof units>;
  readonly accountGroup: ItemOf<typeof accountGroups>;
  readonly carrier: ItemOf<typeof carriers>;
  readonly serviceLevel: Owned<ItemOf<typeof serviceLevels>, 'carrier'>;
  readonly paymentTerm: ItemOf<typeof paymentTerms>;
  readonly shippingTerm: ShippingTermItem;
  readonly customerGroup: ItemOf<typeof customerGroups>;
  readonly role: BySource & RoleInput;
  readonly department: BySource & DepartmentInput;
  readonly accountUser: AccountUserItem;
  readonly customer: UpsertInput;
  readonly address: Owned<AddressItem, 'customer'>;
  readonly order: Owned<OrderItem, 'customer'>;
  readonly orderSubscription: Owned<OrderSubscriptionItem, 'customer'>;
  readonly return: Owned<ReturnItem, 'customer'>;
  readonly skuList: Owned<SkuListItem, 'customer'>;
  readonly paymentSource: Owned<PaymentSourceItem, 'customer'>;
  readonly customerSubscription: Owned<CustomerSubscriptionItem, 'customer'>;
  readonly attachment: Owned<AttachmentItem, 'customer'>;
}

export type RecordKind = keyof Items;

/** A value that is not used, or not used as it is. */
export interface Warning {
  readonly code: WarningCode;
  /** The path in `raw`: `geolocation.country`, `price_groups.data[1].type`. */
  readonly path: string;
  readonly value: unknown;
  /** What would be right. */
  readonly message: string;
}

export type WarningCode = 'INVALID' | 'CONVERTED' | 'CONFLICT' | 'UNKNOWN_TYPE';

interface Common {
  /** The place in the input: `customers.ndjson:12`, `page.json#/data/3`. */
  readonly position: string;
  readonly system: SourceSystem;
  readonly sourceId: string;
  /** Instants of the source system; null if the document has none. */
  readonly modifiedAt: string | null;
  readonly createdAt: string | null;
  /** Set if the source system deleted the object. */
  readonly deletedAt: string | null;
  /** The object as received, without passwords and payment tokens. */
  readonly raw: JsonObject;
  /** The values of the document around `raw` that belong to the record, as JSON; absent if there are none. */
  readonly context?: JsonObject;
  readonly warnings: readonly Warning[];
  /** The paths of `raw` that no table of fields lists, sorted; list indexes are `[]`. */
  readonly unknownPaths: readonly string[];
  /** Whether the object is one that others nest with some of its fields, beside a document of its own. */
  readonly isPart?: boolean;
}

/** One object of a source system. Objects nested in its document are records of their own, and come before it. */
export type SourceRecord = {
  readonly [K in RecordKind]: Common & { readonly kind: K; readonly item: Items[K] };
}[RecordKind];

export type RejectionCode = 'SYNTAX' | 'INVALID' | 'REQUIRED' | 'UNKNOWN_TYPE' | 'TOO_LARGE';

/** A part of the input that is not a record. */
export interface Rejection {
  readonly kind: 'rejection';
  readonly position: string;
  readonly sourceId: string | null;
  /** The part as received, without passwords and payment tokens; a text if it is not JSON. */
  readonly raw: unknown;
  readonly reason: { readonly code: RejectionCode; readonly path: string; readonly message: string };
}

export interface MapOptions {
  /** The IANA time zone of times without offset: `America/Chicago`. */
  readonly timeZone?: string | undefined;
}

/** A part of a long document. */
export interface Element {
  readonly kind: 'element';
  /** The key of the list; null if the document is a list. */
  readonly list: string | null;
  readonly position: string;
  readonly value: unknown;
}

/**
 * The documents of a mapper: JSON objects, in lists under a key or mapped whole, or the rows of a table. With `members`, a
 * document that is long is mapped by `mapLong`, from the elements of its lists under these keys.
 */
export type Documents =
  | { readonly form: 'json'; readonly list: string | null; readonly members?: readonly string[] }
  | { readonly form: 'csv'; readonly delimiter: string | null };

/** A record as it was stored. */
export type StoredRecord = Pick<Common, 'sourceId' | 'raw' | 'context' | 'position'> & {
  readonly kind: RecordKind;
};

export interface Mapper {
  readonly system: SourceSystem;
  /** The name of the table, which is in the context of its records; undefined if the mapper reads no table. */
  readonly table?: string;
  /** Increases when the same document would result in other records. */
  readonly version: number;
  readonly documents: Documents;
  /** Whether times without offset are usual in the system's documents. */
  readonly hasLocalTimes: boolean;
  /** Whether the documents are an export of the gateway: their records are those of other systems. */
  readonly isExport?: boolean;
  /** The records of one document. Throws `TooDeepError`, and `InputError` if the options do not fit. */
  map(document: JsonObject, position: string, options: MapOptions): Iterable<SourceRecord | Rejection>;
  /** The records of a long document, in constant memory. The elements end with the first rejection, if there is one. */
  mapLong?(
    elements: AsyncIterable<Element | Rejection>,
    position: string,
    options: MapOptions,
  ): AsyncIterable<SourceRecord | Rejection>;
  /** The results of mapping a stored record alone, with the record of its kind among them. Throws like `map`. */
  remap?(stored: StoredRecord, options: MapOptions): Iterable<SourceRecord | Rejection>;
}
