import type { ColumnOf, ModelName, Row } from '../../db/model/table.ts';
import type { Maybe } from '../../maybe.ts';
import type { SourceRecordKey } from '../identifier/key.ts';
import type { NameMatch } from '../identifier/reference-data.ts';
import type { SourcedModel } from '../source/sourced.ts';
import type { Faults } from '../write/faults.ts';
import type { Write } from '../write/writer.ts';

/** The keys of an item; a type's own items have its writable fields, too. */
export interface UpsertItem {
  readonly id?: Maybe<string>;
  readonly source?: Maybe<SourceRecordKey>;
  readonly name?: Maybe<string>;
}

export interface Item<I> {
  readonly input: I;
  readonly faults: Faults;
}

/** An item, what `resolve` returned for it, and the row that it matches. */
export interface Draft<M extends ModelName, I, R> extends Item<I> {
  readonly reference: R;
  readonly current: Row<M> | undefined;
}

export type Columns<M extends ModelName> = { readonly [K in keyof Row<M>]?: Row<M>[K] | undefined };

/** A row as it will be saved. `next` is complete. */
export interface Plan<M extends ModelName, I, R> extends Draft<M, I, R> {
  readonly next: Row<M>;
}

export interface UniqueColumn<M extends ModelName> {
  readonly column: ColumnOf<M>;
  /** The values are unique among the rows with the same value of this column. */
  readonly within?: ColumnOf<M>;
  readonly among: (row: Row<M>) => boolean;
}

/** Rows of another table that an item replaces, such as the service levels of a shipping term. */
export interface Related<M extends ModelName, I, R> {
  /** The input field. */
  readonly path: string;
  load(write: Write, drafts: readonly Draft<M, I, R>[]): Promise<void>;
  isChanged(draft: Draft<M, I, R>): boolean;
  save(write: Write, plans: readonly Plan<M, I, R>[]): Promise<void>;
}

/** Finds rows by what identifies them apart from ids and source records. */
export interface NameKey<I, R> {
  /** Undefined if the item has no name. */
  keyOf(input: I, reference: R): string | undefined;
  /** A text that is equal for keys of the same object. */
  tokenOf(key: string): string;
  /** Returns the rows that each key matches, in one statement. */
  find(write: Write, keys: readonly string[]): Promise<ReadonlyMap<string, readonly NameMatch[]>>;
  /** The input field of the key. */
  readonly path: string;
}

/**
 * Describes a type for `upsertRecords`. To add a type: write its description here in `domain/`, as in
 * `setting-upsert/payment-term.ts`, and its mutation with `bulkUpsert` (`schema/reference-data/bulk-upsert.ts`). Columns
 * that are neither nullable nor in `defaults` are required on creation, under the input field of the same name.
 */
export interface RecordType<M extends SourcedModel, I extends UpsertItem, R> {
  readonly model: M;
  /** The mutation's name, to which idempotency keys are bound. */
  readonly mutation: string;
  /** The name of an object in messages: `service level`. */
  readonly noun: string;
  /** The match of an item whose source record is unknown; absent if only source records and ids match. */
  readonly byName?: NameKey<I, R>;
  /** The values of a new row's columns that `read` leaves undefined. */
  readonly defaults: Columns<M>;
  readonly unique: readonly UniqueColumn<M>[];
  /** The input fields of columns that have another name. */
  readonly fields?: { readonly [K in ColumnOf<M>]?: string };
  /** Resolves what the items refer to; takes no row locks. In a fixed number of statements, as all of these. */
  resolve(write: Write, items: readonly Item<I>[]): Promise<readonly R[]>;
  /** Locks what the items refer to, settings before customers, and checks it. The rows are locked afterwards. */
  lock?(write: Write, items: readonly (Item<I> & { readonly reference: R })[]): Promise<void>;
  /** Reads an item's columns; undefined keeps the value. Problems go to the item's faults. */
  read(draft: Draft<M, I, R>): Columns<M>;
  readonly related?: Related<M, I, R>;
  /** Changes other rows first, such as the former default. Gets the plans that will be saved. */
  beforeSave?(write: Write, plans: readonly Plan<M, I, R>[]): Promise<void>;
}

/** `resolve` of types whose items refer to nothing. */
export const noReferences = async (_write: Write, items: readonly unknown[]): Promise<readonly null[]> =>
  items.map(() => null);

/** The columns that every row of these models has; the generic types cannot express it. */
interface CommonColumns {
  readonly id: string;
  /** Null for a row of the system. */
  readonly accountId: string | null;
  readonly name?: string;
  readonly deletedAt?: string | null;
  readonly updatedAt?: string;
}

export const common = <M extends SourcedModel>(row: Row<M>): CommonColumns => row as unknown as CommonColumns;

export const valueIn = (row: object, column: string): unknown =>
  (row as Readonly<Record<string, unknown>>)[column];
