import { end, instant, later } from './clock.ts';
import { amount } from './credit.ts';
import type { Identity } from './identity.ts';
import { demoId } from './ids.ts';
import { type Random, weighted } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Owner } from './shop.ts';

type Order = Row<'Order'>;
type States = readonly [Order['status'], Order['paymentStatus'], Order['fulfillmentStatus']];

/** Valid combinations of order, payment and shipment status, with their frequency. */
const states = repeated([
  [30, ['APPROVED', 'PAID', 'FULFILLED']],
  [8, ['APPROVED', 'PAID', 'IN_PROGRESS']],
  [6, ['PLACED', 'AUTHORIZED', 'UNFULFILLED']],
  [2, ['PLACED', 'PARTIALLY_AUTHORIZED', 'UNFULFILLED']],
  [2, ['APPROVED', 'PARTIALLY_PAID', 'IN_PROGRESS']],
  [2, ['APPROVED', 'REFUNDED', 'FULFILLED']],
  [2, ['APPROVED', 'PARTIALLY_REFUNDED', 'FULFILLED']],
  [2, ['APPROVED', 'FREE', 'NOT_REQUIRED']],
  [2, ['CANCELLED', 'VOIDED', 'UNFULFILLED']],
  [1, ['CANCELLED', 'PARTIALLY_VOIDED', 'UNFULFILLED']],
  [3, ['PENDING', 'UNPAID', 'UNFULFILLED']],
  [2, ['DRAFT', 'UNPAID', 'UNFULFILLED']],
  [1, ['EDITING', 'AUTHORIZED', 'UNFULFILLED']],
  [1, ['PLACING', 'UNPAID', 'UNFULFILLED']],
]);
const unplaced: ReadonlySet<Order['status']> = new Set(['DRAFT', 'PENDING', 'PLACING']);

const subscriptionStatuses = weighted({ ACTIVE: 6, INACTIVE: 2, CANCELLED: 2, DRAFT: 1, RUNNING: 1 });
const frequencies = ['weekly', 'monthly', 'monthly', 'two-month', 'three-month', 'yearly', '0 6 * * 1'];
const returnStatuses = weighted({
  DRAFT: 1,
  REQUESTED: 2,
  APPROVED: 2,
  CANCELLED: 1,
  SHIPPED: 2,
  REJECTED: 1,
  RECEIVED: 2,
  REFUNDED: 5,
});

export function addOrders(rows: Rows, random: Random, owner: Owner, identity: Identity, count: number): void {
  for (let left = count; left > 0; left -= 1) {
    const createdAt = instant(random, identity.createdAt);
    const [status, paymentStatus, fulfillmentStatus] = random.pick(states);
    const placedAt = later(createdAt, random.below(48));
    const total = status === 'DRAFT' ? null : totalOf(random, paymentStatus, identity.place.currency);
    rows.add('Order', {
      ...owner,
      id: demoId('Order', createdAt, random),
      number: status === 'DRAFT' ? null : random.pattern('########'),
      status,
      paymentStatus,
      fulfillmentStatus,
      totalAmount: total,
      currencyCode: total === null ? null : identity.place.currency,
      placedAt: unplaced.has(status) || placedAt >= end ? null : placedAt,
      createdAt,
    });
  }
}

export function addReturns(rows: Rows, random: Random, owner: Owner, from: Date): void {
  for (let left = random.count([0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, from);
    const status = random.pick(returnStatuses);
    const number = status === 'DRAFT' ? null : random.pattern('R#######');
    rows.add('Return', { ...owner, id: demoId('Return', createdAt, random), number, status, createdAt });
  }
}

export function addOrderSubscriptions(rows: Rows, random: Random, owner: Owner, from: Date): void {
  for (let left = random.count([0, 0, 0, 0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, from);
    const status = random.pick(subscriptionStatuses);
    const startsAt = status === 'DRAFT' ? null : later(createdAt, 24);
    rows.add('OrderSubscription', {
      ...owner,
      id: demoId('OrderSubscription', createdAt, random),
      number: status === 'DRAFT' ? null : random.pattern('S######'),
      status,
      frequency: random.pick(frequencies),
      startsAt,
      expiresAt: startsAt && random.maybe(0.5, () => later(startsAt, 24 * random.between(90, 900))),
      nextRunAt: status === 'ACTIVE' ? later(end, random.below(2000)) : null,
      createdAt,
    });
  }
}

function totalOf(random: Random, payment: Order['paymentStatus'], currency: string): string {
  return payment === 'FREE' ? '0' : amount(random, currency, 8, 9000);
}

function repeated(entries: readonly (readonly [times: number, states: States])[]): readonly States[] {
  return entries.flatMap(([times, entry]) => Array<States>(times).fill(entry));
}
