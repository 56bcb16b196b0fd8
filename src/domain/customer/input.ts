import { type NodeType, typeOfId } from '../../db/model/id.ts';
import type { Maybe } from '../../maybe.ts';
import type { CustomerIdentifier } from '../identifier/customer.ts';
import { wrongIdText } from '../identifier/listed.ts';
import type {
  AccountUserIdentifier,
  ReferenceDataIdentifier,
  ServiceLevelIdentifier,
} from '../identifier/reference-data.ts';
import type { Faults } from '../write/faults.ts';
import { readOptionalText, readRequiredText } from '../write/text.ts';
import type { AddressFields } from './address.ts';
import { type CustomerField, type CustomerRow, customerFields, newCustomer } from './fields.ts';

type Texts<K extends string> = Maybe<{ readonly [N in K]?: Maybe<string> }>;

interface ReferenceTypes {
  readonly data: unknown;
  readonly serviceLevel: unknown;
  readonly user: unknown;
  readonly customer: unknown;
}

/** An absent field keeps its value, null clears it, a list replaces the present one. */
interface CustomerFields<R extends ReferenceTypes> {
  readonly name?: Maybe<string>;
  readonly number?: Maybe<string>;
  readonly shortId?: Maybe<string>;
  readonly mode?: Maybe<CustomerRow['mode']>;
  /** An instant: the time when a source system created the customer. */
  readonly createdAt?: Maybe<string>;
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
    readonly email?: Maybe<string>;
    readonly status?: Maybe<CustomerRow['shopperStatus']>;
    readonly shopperReference?: Maybe<string>;
    readonly totalOrdersCount?: Maybe<number>;
  }>;
  readonly customerGroup?: Maybe<R['data']>;
  readonly reference?: Maybe<string>;
  readonly referenceOrigin?: Maybe<string>;
  readonly metadata?: Maybe<Readonly<Record<string, unknown>>>;
  readonly tags?: Maybe<readonly string[]>;
}

export type GivenCustomer = CustomerFields<{
  readonly data: ReferenceDataIdentifier;
  readonly serviceLevel: ServiceLevelIdentifier;
  readonly user: AccountUserIdentifier;
  readonly customer: CustomerIdentifier;
}>;

/** A service level of the customer's carrier, which is known when the customer is locked. */
export interface LevelToken {
  readonly token: string;
}

/** Ids replace the identifiers; one that matches nothing is undefined, and the user errors say so. */
export type CustomerInput = CustomerFields<{
  readonly data: string | undefined;
  readonly serviceLevel: string | LevelToken | undefined;
  readonly user: string | undefined;
  readonly customer: string | undefined;
}>;

export const longestMetadata = 65_536;

interface GivenValue {
  readonly value: unknown;
  readonly isReset: boolean;
}

export function givenAt(input: object, path: readonly string[]): GivenValue | undefined {
  let at: unknown = input;
  for (const part of path) {
    if (at === null) return { value: null, isReset: true };
    at = (at as Readonly<Record<string, unknown>>)[part];
    if (at === undefined) return undefined;
  }
  return { value: at, isReset: false };
}

const initial = (column: string): unknown =>
  (newCustomer as Readonly<Record<string, unknown>>)[column] ?? null;

export function readId(id: string, type: NodeType, path: string, faults: Faults): string | undefined {
  if (typeOfId(id) === type) return id;
  faults.add('INVALID', path, wrongIdText(type));
  return undefined;
}

const maxMetadataDepth = 32;

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

type CustomerColumns = Partial<CustomerRow>;

export function readColumns(input: CustomerInput, faults: Faults, isNew: boolean): CustomerColumns {
  const columns: Record<string, unknown> = {};
  for (const field of customerFields) {
    const given = givenAt(input, field.path);
    if (given === undefined) continue;
    const value = isBlank(field, given.value)
      ? readBlank(field, given, faults, isNew)
      : readValue(field, given.value, faults);
    if (value !== undefined) columns[field.column] = value;
  }
  // Each value was read by the kind of its field.
  return columns as CustomerColumns;
}

const isBlank = ({ kind }: CustomerField, value: unknown): boolean =>
  value === null || (kind === 'text' && String(value).trim() === '');

function readBlank(
  { column, input, required }: CustomerField,
  given: GivenValue,
  faults: Faults,
  isNew: boolean,
): unknown {
  if (!required || given.isReset) return initial(column);
  // A new customer gets the default.
  if (isNew) return undefined;
  const message =
    column === 'name'
      ? 'A customer must have a name.'
      : 'The field cannot be cleared; omit it to keep its value.';
  faults.add('REQUIRED', input, message);
  return undefined;
}
