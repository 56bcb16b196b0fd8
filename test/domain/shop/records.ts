import type { Caller } from '../../gateway.ts';
import type { UserError } from '../../mutation.ts';

/** A type of shop record: its selection, and the values of all fields that callers can write. */
export interface Kind {
  readonly model: string;
  readonly field: string;
  readonly selection: string;
  readonly created: Readonly<Record<string, unknown>>;
  readonly changed: Readonly<Record<string, unknown>>;
  /** The values of a record that is created with the required fields only. */
  readonly least: Readonly<Record<string, unknown>>;
  readonly defaults: Readonly<Record<string, unknown>>;
}

const created = '2024-05-01T10:00:00.000Z';

export const kinds: readonly Kind[] = [
  {
    ...{ model: 'Order', field: 'order' },
    selection:
      'number status paymentStatus fulfillmentStatus total { amount currencyCode displayValue } placedAt createdAt',
    created: {
      ...{ number: '1001', status: 'PLACED', paymentStatus: 'AUTHORIZED', fulfillmentStatus: 'IN_PROGRESS' },
      total: { amount: '1234.5', currencyCode: 'USD' },
      ...{ placedAt: '2024-05-02T00:00:00.000Z', createdAt: created },
    },
    changed: {
      ...{ number: '1001-B', status: 'APPROVED', paymentStatus: 'PAID', fulfillmentStatus: 'FULFILLED' },
      total: { amount: '0.123456789012345678901234567891', currencyCode: 'EUR' },
      ...{ placedAt: '2024-05-03T00:00:00.000Z', createdAt: '2024-05-01T09:00:00.000Z' },
    },
    least: {},
    defaults: {
      ...{ number: null, status: 'DRAFT', paymentStatus: 'UNPAID', fulfillmentStatus: 'UNFULFILLED' },
      ...{ total: null, placedAt: null },
    },
  },
  {
    ...{ model: 'OrderSubscription', field: 'orderSubscription' },
    selection: 'number status frequency startsAt expiresAt nextRunAt createdAt',
    created: {
      ...{ number: 'S1', status: 'ACTIVE', frequency: 'monthly', startsAt: '2024-06-01T00:00:00.000Z' },
      ...{ expiresAt: '2030-06-01T00:00:00.000Z', nextRunAt: '2029-01-01T00:00:00.000Z', createdAt: created },
    },
    changed: {
      ...{ number: 'S2', status: 'CANCELLED', frequency: '0 6 * * 1', startsAt: '2024-07-01T00:00:00.000Z' },
      ...{ expiresAt: '2031-06-01T00:00:00.000Z', nextRunAt: null, createdAt: created },
    },
    least: { frequency: 'yearly' },
    defaults: {
      ...{ number: null, status: 'DRAFT', frequency: 'yearly' },
      ...{ startsAt: null, expiresAt: null, nextRunAt: null },
    },
  },
  {
    ...{ model: 'Return', field: 'return' },
    selection: 'number status createdAt',
    created: { number: 'R1', status: 'REQUESTED', createdAt: created },
    changed: { number: null, status: 'REFUNDED', createdAt: created },
    least: {},
    defaults: { number: null, status: 'DRAFT' },
  },
  {
    ...{ model: 'SkuList', field: 'skuList' },
    selection: 'name slug description createdAt',
    created: { name: 'Restock', slug: 'restock', description: 'Each week', createdAt: created },
    changed: { name: 'Spring', slug: 'spring', description: null, createdAt: created },
    least: { name: 'Tools', slug: 'tools' },
    defaults: { name: 'Tools', slug: 'tools', description: null },
  },
  {
    ...{ model: 'PaymentSource', field: 'paymentSource' },
    selection: 'name type createdAt',
    created: { name: 'Visa ending in 4242', type: 'stripe_payments', createdAt: created },
    changed: { name: null, type: 'wire_transfers', createdAt: created },
    least: { type: 'paypal_payments' },
    defaults: { name: null, type: 'paypal_payments' },
  },
  {
    ...{ model: 'CustomerSubscription', field: 'customerSubscription' },
    selection: 'customerEmail reference createdAt',
    created: { customerEmail: 'news@example.com', reference: 'newsletter', createdAt: created },
    changed: { customerEmail: 'more@example.com', reference: null, createdAt: created },
    least: { customerEmail: 'least@example.com' },
    defaults: { customerEmail: 'least@example.com', reference: null },
  },
  {
    ...{ model: 'Attachment', field: 'attachment' },
    selection: 'name description url createdAt',
    created: {
      ...{ name: 'W-9', description: 'Signed', url: 'https://files.example.com/w9.pdf', createdAt: created },
    },
    changed: { name: 'W-9 (2026)', description: null, url: null, createdAt: created },
    least: { name: 'Photo' },
    defaults: { name: 'Photo', description: null, url: null },
  },
];

export function kindOf(model: string): Kind {
  const found = kinds.find((kind) => kind.model === model);
  if (found === undefined) throw new Error(`There is no ${model}.`);
  return found;
}

export interface RecordResult {
  readonly outcome: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of the record that it selects
  readonly record: any;
  readonly userErrors: readonly UserError[];
}

const nameOf = ({ model }: Kind): string => `${model.charAt(0).toLowerCase()}${model.slice(1)}sUpsert`;

export const documentOf = (kind: Kind, more = 'customer { id }'): string =>
  `mutation ($input: ${kind.model}sUpsertInput!) { it: ${nameOf(kind)}(input: $input) { results {
    outcome record: ${kind.field} { id ${kind.selection} ${more} } userErrors { code path message } } } }`;

/** Sends upserts of one type in one call. */
export async function upsert(
  caller: Caller,
  kind: Kind,
  items: readonly object[],
  { call = {}, more }: { readonly call?: object; readonly more?: string } = {},
): Promise<readonly RecordResult[]> {
  const { data, errors } = await caller.execute(documentOf(kind, more), { input: { items, ...call } });
  if (errors) throw new Error(JSON.stringify(errors));
  return data.it.results;
}

/** The codes and paths of the user errors of each result. */
export const faultsIn = (results: readonly RecordResult[]): readonly string[][] =>
  results.map(({ userErrors }) => userErrors.map(({ code, path }) => `${code} ${path.join('.')}`.trim()));
