import type { SourcedModel } from '../source/sourced.ts';
import type { Faults } from '../write/faults.ts';
import { email, maxLengths, type TextRule, url } from '../write/text.ts';
import {
  anyTime,
  choice,
  createdAt,
  money,
  optionalText,
  orderBySource,
  pastTime,
  type RecordField,
  requiredText,
  type Values,
} from './field.ts';

export type RecordModel = Extract<
  SourcedModel,
  | 'Attachment'
  | 'CustomerSubscription'
  | 'Order'
  | 'OrderSubscription'
  | 'PaymentSource'
  | 'Return'
  | 'SkuList'
>;

export interface ShopRecord {
  /** The type in messages. */
  readonly what: string;
  /** The values of a new record's columns. All other columns that cannot be null are required. */
  readonly defaults: Values;
  readonly fields: readonly RecordField[];
  /** Checks the whole record as it would be saved. */
  readonly check?: (record: Values, faults: Faults) => void;
}

const upTo = (max: number): TextRule => ({ max });
const number = optionalText('number', upTo(maxLengths.key));

const frequencies = /^(hourly|daily|weekly|monthly|two-month|three-month|four-month|six-month|yearly)$/;
const crontab = /^\S+( +\S+){4}$/;

const frequency: TextRule = {
  max: maxLengths.code,
  check: (text) =>
    frequencies.test(text) || crontab.test(text)
      ? undefined
      : 'This is not a frequency; use a name such as `monthly`, or a crontab expression of five fields.',
};

function checkPeriod({ startsAt, expiresAt }: Values, faults: Faults): void {
  if (startsAt == null || expiresAt == null || String(expiresAt) > String(startsAt)) return;
  faults.add('INVALID', 'expiresAt', 'The end must be after `startsAt`.');
}

/** Reading, checking and saving of the records follow from these descriptions. */
export const shopRecords: Readonly<Record<RecordModel, ShopRecord>> = {
  Attachment: {
    what: 'attachment',
    defaults: {},
    fields: [
      requiredText('name', upTo(maxLengths.name)),
      optionalText('description', upTo(maxLengths.description)),
      optionalText('url', url),
      createdAt,
    ],
  },
  CustomerSubscription: {
    what: 'subscription',
    defaults: {},
    fields: [
      requiredText('customerEmail', email, ({ customer }) =>
        customer?.shopperEmail == null ? undefined : { customerEmail: customer.shopperEmail },
      ),
      optionalText('reference', upTo(maxLengths.reference)),
      createdAt,
    ],
  },
  Order: {
    what: 'order',
    defaults: { status: 'DRAFT', paymentStatus: 'UNPAID', fulfillmentStatus: 'UNFULFILLED' },
    fields: [
      number,
      choice('status'),
      choice('paymentStatus'),
      choice('fulfillmentStatus'),
      money('total', { amount: 'totalAmount', currencyCode: 'currencyCode' }),
      pastTime('placedAt'),
      createdAt,
    ],
  },
  OrderSubscription: {
    what: 'order subscription',
    defaults: { status: 'DRAFT' },
    fields: [
      number,
      choice('status'),
      requiredText('frequency', frequency),
      anyTime('startsAt'),
      anyTime('expiresAt'),
      anyTime('nextRunAt'),
      createdAt,
    ],
    check: checkPeriod,
  },
  PaymentSource: {
    what: 'payment source',
    defaults: {},
    fields: [
      optionalText('name', upTo(maxLengths.name)),
      requiredText('type', upTo(maxLengths.code)),
      createdAt,
    ],
  },
  Return: {
    what: 'return',
    defaults: { status: 'DRAFT' },
    fields: [orderBySource, number, choice('status'), createdAt],
  },
  SkuList: {
    what: 'SKU list',
    defaults: {},
    fields: [
      requiredText('name', upTo(maxLengths.name)),
      requiredText('slug', upTo(maxLengths.name)),
      optionalText('description', upTo(maxLengths.description)),
      createdAt,
    ],
  },
};

export const isRecordModel = (model: string): model is RecordModel => model in shopRecords;
