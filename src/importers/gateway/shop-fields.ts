import { maxLengths } from '../../domain/write/text.ts';
import { type Field, field, fieldTable, kept, leftOut } from '../mapping/field.ts';
import { instant } from '../mapping/instant.ts';
import { choice, decimal, email, name, text, url } from '../mapping/readers.ts';
import { recordKey } from './readers.ts';

const common: readonly Field[] = [
  kept('id', 'record.sourceId', text(maxLengths.reference)),
  kept('createdAt', 'createdAt', instant),
  ...leftOut('sources'),
];

const number = field('number', 'number', text(maxLengths.key));

export const orderFields = fieldTable(
  common,
  number,
  kept(
    'status',
    'status',
    choice('DRAFT', 'PENDING', 'EDITING', 'PLACING', 'PLACED', 'APPROVED', 'CANCELLED'),
  ),
  kept(
    'paymentStatus',
    'paymentStatus',
    choice(
      ...['UNPAID', 'AUTHORIZED', 'PARTIALLY_AUTHORIZED', 'PAID', 'PARTIALLY_PAID', 'VOIDED'],
      ...['PARTIALLY_VOIDED', 'REFUNDED', 'PARTIALLY_REFUNDED', 'FREE'],
    ),
  ),
  kept(
    'fulfillmentStatus',
    'fulfillmentStatus',
    choice('UNFULFILLED', 'IN_PROGRESS', 'FULFILLED', 'NOT_REQUIRED'),
  ),
  kept('total.amount', 'total.amount', decimal),
  kept('total.currencyCode', 'total.currencyCode', text(3)),
  field('placedAt', 'placedAt', instant),
);

export const orderSubscriptionFields = fieldTable(
  common,
  number,
  kept('status', 'status', choice('DRAFT', 'INACTIVE', 'ACTIVE', 'RUNNING', 'CANCELLED')),
  kept('frequency', 'frequency', text(maxLengths.code)),
  field('startsAt', 'startsAt', instant),
  field('expiresAt', 'expiresAt', instant),
  field('nextRunAt', 'nextRunAt', instant),
);

export const returnFields = fieldTable(
  common,
  number,
  kept(
    'status',
    'status',
    choice(...['DRAFT', 'REQUESTED', 'APPROVED', 'CANCELLED', 'SHIPPED', 'REJECTED', 'RECEIVED', 'REFUNDED']),
  ),
  field('order', 'order', recordKey),
);

export const skuListFields = fieldTable(
  common,
  kept('name', 'name', name),
  kept('slug', 'slug', name),
  field('description', 'description', text(maxLengths.description)),
);

export const paymentSourceFields = fieldTable(
  common,
  field('name', 'name', name),
  kept('type', 'type', text(maxLengths.code)),
);

export const customerSubscriptionFields = fieldTable(
  common,
  kept('customerEmail', 'customerEmail', email),
  field('reference', 'reference', text(maxLengths.reference)),
);

export const attachmentFields = fieldTable(
  common,
  kept('name', 'name', name),
  field('description', 'description', text(maxLengths.description)),
  field('url', 'url', url),
);
