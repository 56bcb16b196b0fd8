import { canonicalDecimal } from '../decimal.ts';
import { currencyFormat } from '../display-value.ts';
import { customerKey, keyText, type SourceRecordKey } from '../identifier/key.ts';
import type { SourceKey } from '../source/records.ts';
import type { Faults } from '../write/faults.ts';
import { readText, type TextRule, trimmed } from '../write/text.ts';
import { readPastTime, readTime } from '../write/time.ts';
import type { OwnerRow } from './owner.ts';

/** Values of a row's columns. */
export type Values = Readonly<Record<string, unknown>>;

interface NewRecord {
  /** Undefined if the customer does not exist. */
  readonly customer: OwnerRow | undefined;
}

/** A field of a record that callers can write. */
export interface RecordField {
  /** The name in the input, and the path of user errors. */
  readonly input: string;
  readonly columns: readonly string[];
  /** The values of a new record for which none is given, if they depend on its customer. */
  readonly initial?: (record: NewRecord) => Values | undefined;
  /** Whether null clears the field of an existing record. */
  readonly isClearable: boolean;
  /** Undefined if the value is invalid, with the reason in the user errors; the value is not null. */
  readonly read: (given: unknown, faults: Faults, idOf: IdOfSource) => Values | undefined;
  /** The other record that a value names. */
  readonly source?: (given: unknown) => SourceKey;
}

/** The object of a source record; undefined if there is none. */
export type IdOfSource = (key: SourceKey) => string | undefined;

const nothing = (columns: readonly string[]): Values =>
  Object.fromEntries(columns.map((column) => [column, null]));

const isText = (given: unknown): given is string => typeof given === 'string';

function optional(input: string, columns: readonly string[], read: RecordField['read']): RecordField {
  return { input, columns, isClearable: true, read };
}

/** Blank texts count as null before they are read. */
const textReader =
  (input: string, rule: TextRule): RecordField['read'] =>
  (given, faults) => {
    const value = isText(given) ? readText(given, input, rule, faults) : undefined;
    return value === undefined ? undefined : { [input]: value };
  };

export const optionalText = (input: string, rule: TextRule): RecordField =>
  optional(input, [input], textReader(input, rule));

export const requiredText = (
  input: string,
  rule: TextRule,
  initial?: RecordField['initial'],
): RecordField => ({
  ...{ input, columns: [input], isClearable: false, read: textReader(input, rule) },
  ...(initial && { initial }),
});

/** An enum, whose values the schema checks. */
export const choice = (input: string): RecordField => ({
  input,
  columns: [input],
  isClearable: false,
  read: (given) => ({ [input]: given }),
});

const timeReader =
  (input: string, read: typeof readTime): RecordField['read'] =>
  (given, faults) => {
    const time = read(String(given), input, faults);
    return time === undefined ? undefined : { [input]: time };
  };

export const anyTime = (input: string): RecordField => optional(input, [input], timeReader(input, readTime));
export const pastTime = (input: string): RecordField =>
  optional(input, [input], timeReader(input, readPastTime));

export const createdAt: RecordField = {
  input: 'createdAt',
  columns: ['createdAt'],
  isClearable: false,
  read: timeReader('createdAt', readPastTime),
};

interface MoneyInput {
  readonly amount: string;
  readonly currencyCode: string;
}

export function money(
  input: string,
  columns: { readonly amount: string; readonly currencyCode: string },
): RecordField {
  return optional(input, Object.values(columns), (given, faults) => {
    // The schema guarantees both fields.
    const { amount, currencyCode } = given as MoneyInput;
    const code = trimmed(currencyCode)?.toUpperCase() ?? '';
    if (currencyFormat(code) !== undefined)
      return { [columns.amount]: canonicalDecimal(amount), [columns.currencyCode]: code };
    faults.add(
      'INVALID',
      `${input}.currencyCode`,
      'This is not a currency code; use the three letters of ISO 4217, such as `USD` or `EUR`.',
    );
    return undefined;
  });
}

const orderKey = (given: unknown): SourceKey => {
  // The schema guarantees both fields.
  const { system, sourceId } = given as SourceRecordKey;
  return { model: 'Order', system, sourceId: trimmed(sourceId) ?? '' };
};

export const orderBySource: RecordField = {
  ...optional('order', ['orderId'], (given, faults, idOf) => {
    const key = orderKey(given);
    const orderId = idOf(key);
    if (orderId !== undefined) return { orderId };
    const record = keyText(customerKey('source', key.sourceId, key.system));
    faults.add('NOT_FOUND', 'order', `No order has ${record}; \`ordersUpsert\` creates orders.`);
    return undefined;
  }),
  source: orderKey,
};

interface FieldContext {
  /** Undefined if the record exists. */
  readonly created: NewRecord | undefined;
  readonly faults: Faults;
  readonly idOf: IdOfSource;
}

/** The values that an input gives for a field; undefined if it keeps the existing ones or is invalid. */
export function readField(
  field: RecordField,
  given: unknown,
  { created, faults, idOf }: FieldContext,
): Values | undefined {
  const isBlank = given == null || (isText(given) && trimmed(given) === null);
  if (!isBlank) return field.read(given, faults, idOf);
  if (created !== undefined) return field.initial?.(created);
  if (given === undefined) return undefined;
  if (field.isClearable) return nothing(field.columns);
  faults.add('REQUIRED', field.input, 'The field cannot be cleared; omit it to keep its value.');
  return undefined;
}
