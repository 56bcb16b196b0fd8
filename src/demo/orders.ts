import { end, instant, later } from './clock.ts';
import { amount } from './credit.ts';
import { demoId } from './ids.ts';
import { type Random, weighted } from './random.ts';
import type { DemoRow, Rows } from './rows.ts';
import type { Period, ShopCustomer } from './shop.ts';

type Order = DemoRow<'Order'>;
type States = readonly [Order['status'], Order['paymentStatus'], Order['fulfillmentStatus']];

/** Valid combinations of order, payment and shipment status, with their frequency. */
const finishedStatuses = repeated([
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
const openStatuses = repeated([
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

interface AddedOrders {
  readonly firstAt: Date;
  /** The first delivered order; undefined if there is none. */
  readonly delivered: { readonly id: string; readonly createdAt: Date } | undefined;
}

interface OrdersToAdd {
  readonly period: Period;
  readonly currency: string;
  readonly count: number;
}

export function addOrders(
  rows: Rows,
  random: Random,
  owner: ShopCustomer,
  { period, currency, count }: OrdersToAdd,
): AddedOrders {
  let firstAt = period.to;
  let delivered: AddedOrders['delivered'];
  for (let left = count; left > 0; left -= 1) {
    const createdAt = instant(random, period.from, period.to);
    if (createdAt < firstAt) firstAt = createdAt;
    const [status, paymentStatus, fulfillmentStatus] = random.pick(
      isRecent(createdAt) ? openStatuses : finishedStatuses,
    );
    const placedAt = later(createdAt, random.below(48));
    const total = status === 'DRAFT' ? null : totalOf(random, paymentStatus, currency);
    const id = demoId('Order', createdAt, random);
    if (fulfillmentStatus === 'FULFILLED' && (delivered === undefined || createdAt < delivered.createdAt))
      delivered = { id, createdAt };
    rows.add('Order', {
      ...owner,
      id,
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
  return { firstAt, delivered };
}

export function addReturns(
  rows: Rows,
  random: Random,
  owner: ShopCustomer,
  { firstAt, delivered, to }: AddedOrders & Pick<Period, 'to'>,
): void {
  for (let left = random.count([0, 0, 0, 1, 2]); left > 0; left -= 1) {
    const createdAt = instant(random, firstAt, to);
    const status = random.pick(isRecent(createdAt) ? openReturns : finishedReturns);
    const number = status === 'DRAFT' ? null : random.pattern('R#######');
    const id = demoId('Return', createdAt, random);
    const orderId = delivered !== undefined && delivered.createdAt < createdAt ? delivered.id : null;
    rows.add('Return', { ...owner, id, orderId, number, status, createdAt });
  }
}

export function addOrderSubscriptions(
  rows: Rows,
  random: Random,
  owner: ShopCustomer,
  { from, to }: Period,
): void {
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
