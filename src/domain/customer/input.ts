import { typeOfId } from '../../db/id.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import type {
  AccountUserIdentifier,
  ReferenceDataIdentifier,
  ServiceLevelIdentifier,
} from '../identifier/reference-data.ts';
import type { Faults } from '../write/faults.ts';
import { readOptionalText, readRequiredText } from '../write/text.ts';
import type { AddressFields } from './address.ts';
import { type CustomerField, type CustomerRow, customerFields, newCustomer } from './fields.ts';

type Maybe<T> = T | null | undefined;
type Texts<K extends string> = Maybe<{ readonly [N in K]?: Maybe<string> }>;

/** The types of references in an input. */
interface ReferenceTypes {
  readonly data: unknown;
  readonly serviceLevel: unknown;
  readonly user: unknown;
  readonly customer: unknown;
}

/** An absent field keeps its value, null clears it, a list replaces the present one. */
interface Fields<R extends ReferenceTypes> {
  readonly name?: Maybe<string>;
  readonly number?: Maybe<string>;
  readonly shortId?: Maybe<string>;
  readonly status?: Maybe<CustomerRow['status']>;
  readonly ediStatus?: Maybe<CustomerRow['ediStatus']>;
  readonly commissionPolicy?: Maybe<CustomerRow['commissionPolicy']>;
  readonly note?: Maybe<string>;
  readonly creditLimit?: Maybe<{ readonly value: string; readonly unit: R['data'] }>;
  readonly contactInfo?: Texts<'name' | 'email' | 'phone' | 'fax' | 'url'>;
  readonly freightPreferences?: Maybe<{
    readonly status?: Maybe<CustomerRow['freightPolicy']>;
    readonly carrier?: Maybe<R['data']>;
    readonly serviceLevel?: Maybe<R['serviceLevel']>;
    readonly billingType?: Maybe<CustomerRow['billingType']>;
    readonly billingAccount?: Maybe<string>;
  }>;
  readonly defaults?: Maybe<{
    readonly paymentTerm?: Maybe<R['data']>;
    readonly shippingTerm?: Maybe<R['data']>;
    readonly priority?: Maybe<string>;
    readonly salesRep?: Maybe<R['user']>;
  }>;
  readonly notificationPreferences?: Maybe<{ readonly acceptsInvoiceEmails?: Maybe<boolean> }>;
  readonly billToAddress?: Maybe<AddressFields>;
  readonly shipToAddress?: Maybe<AddressFields>;
  readonly billToAddressId?: Maybe<string>;
  readonly shipToAddressId?: Maybe<string>;
  readonly type?: Maybe<R['data']>;
  readonly priceGroups?: Maybe<readonly R['data'][]>;
  readonly parent?: Maybe<R['customer']>;
  readonly shopper?: Maybe<{
    readonly email: string;
    readonly status?: Maybe<CustomerRow['shopperStatus']>;
    readonly shopperReference?: Maybe<string>;
  }>;
  readonly customerGroup?: Maybe<R['data']>;
  readonly reference?: Maybe<string>;
  readonly referenceOrigin?: Maybe<string>;
  readonly metadata?: Maybe<Readonly<Record<string, unknown>>>;
  readonly tags?: Maybe<readonly string[]>;
}

/** A customer's input as the caller gives it. */
export type GivenCustomer = Fields<{
  readonly data: ReferenceDataIdentifier;
  readonly serviceLevel: ServiceLevelIdentifier;
  readonly user: AccountUserIdentifier;
  readonly customer: CustomerIdentifier;
}>;

/** A service level of the customer's carrier, which is known when the customer is locked. */
export interface LevelToken {
  readonly token: string;
}

/**
 * A customer's input with ids in place of the identifiers. An identifier that matches nothing is undefined,
 * and the user errors say so.
 */
export type CustomerInput = Fields<{
  readonly data: string | undefined;
  readonly serviceLevel: string | LevelToken | undefined;
  readonly user: string | undefined;
  readonly customer: string | undefined;
}>;

export const longestMetadata = 65_536;

export interface GivenValue {
  readonly value: unknown;
  /** Whether the enclosing object is null: the field is then reset to the default of a new customer. */
  readonly isReset: boolean;
}

/** The input's value at a path; undefined if the input does not set it. */
export function givenAt(input: object, path: string): GivenValue | undefined {
  let at: unknown = input;
  for (const part of path.split('.')) {
    if (at === null) return { value: null, isReset: true };
    at = (at as Readonly<Record<string, unknown>>)[part];
    if (at === undefined) return undefined;
  }
  return { value: at, isReset: false };
}

const initial = (column: string): unknown =>
  (newCustomer as Readonly<Record<string, unknown>>)[column] ?? null;

/** The id, if it can be an id of the type; otherwise undefined. */
export function readId(id: string, type: string, path: string, faults: Faults): string | undefined {
  if (typeOfId(id) === type) return id;
  faults.add('INVALID', path, `This is not an id of type ${type}; use an id that a query returned.`);
  return undefined;
}

const maxMetadataDepth = 32;

/** Stops at the maximum depth. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}

export function checkMetadata(value: unknown, path: string, faults: Faults): void {
  if (isDeeperThan(maxMetadataDepth, value)) {
    faults.add(
      'INVALID',
      path,
      `The metadata is nested too deeply; it can have at most ${maxMetadataDepth} levels.`,
    );
    return;
  }
  const { length } = JSON.stringify(value);
  if (length > longestMetadata)
    faults.add(
      'TOO_LONG',
      path,
      `The metadata has ${length} characters as JSON; the maximum is ${longestMetadata}.`,
    );
  // JSON in JavaScript allows an unpaired surrogate; jsonb does not.
  if (/\\ud[89a-f]/i.test(JSON.stringify(value).replaceAll('\\\\', '')))
    faults.add(
      'INVALID',
      path,
      'A text in the metadata contains an unpaired surrogate; remove that character.',
    );
}

/** The value for a column; undefined if the input is invalid, and the user errors give the reason. */
function readValue(field: CustomerField, value: unknown, faults: Faults): unknown {
  const { input: path } = field;
  if (field.kind === 'text') {
    const read = field.required ? readRequiredText : readOptionalText;
    // The schema guarantees a text for every field of kind `text`.
    return read(value as string, path, field.rule, faults);
  }
  // A token is replaced by the id in the checks, which know the carrier.
  if (field.kind === 'reference')
    return typeof value === 'string' ? readId(value, field.model, path, faults) : undefined;
  if (field.column === 'metadata') checkMetadata(value, path, faults);
  return value;
}

type Columns = Partial<CustomerRow>;

/** The columns that an input sets. A priority is given by its code, not its id. */
export function readColumns(input: CustomerInput, faults: Faults, isNew: boolean): Columns {
  const columns: Record<string, unknown> = {};
  for (const field of customerFields) {
    const given = givenAt(input, field.input) ?? (isNew && field.column === 'name' ? nothing : undefined);
    if (given === undefined) continue;
    const value = isBlank(field, given.value)
      ? readBlank(field, given, faults, isNew)
      : readValue(field, given.value, faults);
    if (value !== undefined) columns[field.column] = value;
  }
  // Each value was read by the kind of its field.
  return columns as Columns;
}

const nothing: GivenValue = { value: null, isReset: false };

const isBlank = ({ kind }: CustomerField, value: unknown): boolean =>
  value === null || (kind === 'text' && String(value).trim() === '');

/** The value for a blank input: null, or the default of a new customer where null is not allowed. */
function readBlank(
  { column, input, required }: CustomerField,
  given: GivenValue,
  faults: Faults,
  isNew: boolean,
): unknown {
  if (!required || given.isReset) return initial(column);
  if (column === 'name') faults.add('REQUIRED', input, 'A customer must have a name.');
  else if (!isNew)
    faults.add('REQUIRED', input, 'The field cannot be cleared; leave it out to keep its value.');
  return undefined;
}
