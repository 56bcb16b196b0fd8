import { end, instant, later } from './clock.ts';
import { amount } from './credit.ts';
import { demoId } from './ids.ts';
import { type Random, weighted } from './random.ts';
import type { Row, Rows } from './rows.ts';
import type { Owner, Period } from './shop.ts';

type Order = Row<'Order'>;
type States = readonly [Order['status'], Order['paymentStatus'], Order['fulfillmentStatus']];

/** Valid combinations of order, payment and shipment status, with their frequency. */
const finished = repeated([
  [60, ['APPROVED', 'PAID', 'FULFILLED']],
  [3, ['APPROVED', 'REFUNDED', 'FULFILLED']],
  [3, ['APPROVED', 'PARTIALLY_REFUNDED', 'FULFILLED']],
  [2, ['APPROVED', 'FREE', 'NOT_REQUIRED']],
  [4, ['CANCELLED', 'VOIDED', 'UNFULFILLED']],
  [1, ['CANCELLED', 'PARTIALLY_VOIDED', 'UNFULFILLED']],
  // Abandoned carts.
  [3, ['PENDING', 'UNPAID', 'UNFULFILLED']],
  [1, ['DRAFT', 'UNPAID', 'UNFULFILLED']],
]);
const open = repeated([
  [8, ['APPROVED', 'PAID', 'IN_PROGRESS']],
  [8, ['APPROVED', 'PAID', 'FULFILLED']],
  [6, ['PLACED', 'AUTHORIZED', 'UNFULFILLED']],
  [2, ['PLACED', 'PARTIALLY_AUTHORIZED', 'UNFULFILLED']],
  [2, ['APPROVED', 'PARTIALLY_PAID', 'IN_PROGRESS']],
  [2, ['PENDING', 'UNPAID', 'UNFULFILLED']],
  [2, ['DRAFT', 'UNPAID', 'UNFULFILLED']],
  [2, ['EDITING', 'AUTHORIZED', 'UNFULFILLED']],
  [2, ['PLACING', 'UNPAID', 'UNFULFILLED']],
]);
/** Orders and returns of the last weeks are still in progress. */
const isRecent = (at: Date): boolean => at > later(end, -24 * 75);
const unplaced: ReadonlySet<Order['status']> = new Set(['DRAFT', 'PENDING', 'PLACING']);

const subscriptionStatuses = weighted({ ACTIVE: 6, INACTIVE: 2, CANCELLED: 2, DRAFT: 1, RUNNING: 1 });
const endedSubscriptions = weighted({ INACTIVE: 1, CANCELLED: 3 });
const frequencies = ['weekly', 'monthly', 'monthly', 'two-month', 'three-month', 'yearly', '0 6 * * 1'];
const finishedReturns = weighted({ REFUNDED: 14, RECEIVED: 2, REJECTED: 2, CANCELLED: 2 });
const openReturns = weighted({ DRAFT: 1, REQUESTED: 2, APPROVED: 2, SHIPPED: 2, RECEIVED: 1 });

interface OrdersToAdd {
  readonly period: Period;
  readonly currency: string;
  readonly count: number;
}

/** Adds orders, and returns the time of the first. */
export function addOrders(
  rows: Rows,
  random: Random,
  owner: Owner,
  { period, currency, count }: OrdersToAdd,
): Date {
  let first = period.to;
  for (let left = count; left > 0; left -= 1) {
    const createdAt = instant(random, period.from, period.to);
    if (createdAt < first) first = createdAt;
    const [status, paymentStatus, fulfillmentStatus] = random.pick(isRecent(createdAt) ? open : finished);
    const placedAt = later(createdAt, random.below(48));
    const total = status === 'DRAFT' ? null : totalOf(random, paymentStatus, currency);
    rows.add('Order', {
      ...owner,
      id: demoId('Order', createdAt, random),
      number: status === 'DRAFT' ? null : random.pattern('########'),
      status,
      paymentStatus,
      fulfillmentStatus,
      totalAmount: total,
      currencyCode: total === null ? null : currency,
      placedAt: unplaced.has(status) ? null : placedAt < end ? placedAt : createdAt,
      createdAt,
    });
  }
  return first;
}

export function addReturns(rows: Rows, random: Random, owner: Owner, { from, to }: Period): void {
  for (let left = random.count([0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, from, to);
    const status = random.pick(isRecent(createdAt) ? openReturns : finishedReturns);
    const number = status === 'DRAFT' ? null : random.pattern('R#######');
    rows.add('Return', { ...owner, id: demoId('Return', createdAt, random), number, status, createdAt });
  }
}

export function addOrderSubscriptions(rows: Rows, random: Random, owner: Owner, { from, to }: Period): void {
  for (let left = random.count([0, 0, 0, 0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, from, to);
    const isRunning = to >= end;
    const status = random.pick(isRunning ? subscriptionStatuses : endedSubscriptions);
    const startsAt = status === 'DRAFT' ? null : later(createdAt, 24);
    // Active ones expire in the future, all others after some months.
    const start = status === 'ACTIVE' || status === 'RUNNING' ? end : startsAt;
    rows.add('OrderSubscription', {
      ...owner,
      id: demoId('OrderSubscription', createdAt, random),
      number: status === 'DRAFT' ? null : random.pattern('S######'),
      status,
      frequency: random.pick(frequencies),
      startsAt,
      expiresAt: startsAt && start && random.maybe(0.5, () => later(start, 24 * random.between(90, 900))),
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
