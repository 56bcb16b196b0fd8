import { decimalText, type Json, type JsonObject, keysOf } from './own-record.ts';
import type { CustomerRow, ListedModel, Page, shopModels } from './page.ts';

interface RecordForm {
  readonly model: (typeof shopModels)[number];
  readonly columns: readonly string[];
}

/** The lists of shop records in the gateway's own form, named as in the GraphQL schema. */
const lists = {
  paymentSources: { model: 'PaymentSource', columns: ['name', 'type'] },
  subscriptions: { model: 'CustomerSubscription', columns: ['customerEmail', 'reference'] },
  orders: {
    model: 'Order',
    columns: ['number', 'status', 'paymentStatus', 'fulfillmentStatus', 'placedAt'],
  },
  orderSubscriptions: {
    model: 'OrderSubscription',
    columns: ['number', 'status', 'frequency', 'startsAt', 'expiresAt', 'nextRunAt'],
  },
  returns: { model: 'Return', columns: ['number', 'status'] },
  skuLists: { model: 'SkuList', columns: ['name', 'slug', 'description'] },
} as const satisfies Readonly<Record<string, RecordForm>>;

type AnyRow = Readonly<Record<string, Json>>;

const text = (value: Json | undefined): string | null => (typeof value === 'string' ? value : null);

function total({ totalAmount, currencyCode }: AnyRow): JsonObject | null {
  const [amount, code] = [text(totalAmount), text(currencyCode)];
  return amount === null || code === null ? null : { amount: decimalText(amount), currencyCode: code };
}

function order(page: Page, { orderId }: AnyRow): JsonObject | null {
  const row = page.one('Order', text(orderId));
  return row && { id: row.id, number: row.number, sources: keysOf(page, row.id) };
}

function record(page: Page, model: ListedModel, columns: readonly string[], row: AnyRow): JsonObject {
  const id = String(row.id);
  return {
    id,
    ...Object.fromEntries(columns.map((name) => [name, row[name] ?? null])),
    ...(model === 'Order' && { total: total(row) }),
    ...(model === 'Return' && { order: order(page, row) }),
    sources: keysOf(page, id),
    createdAt: row.createdAt ?? null,
  };
}

export const shopRecords = ({ id }: CustomerRow, page: Page): JsonObject =>
  Object.fromEntries(
    Object.entries(lists).map(([name, { model, columns }]) => [
      name,
      // The columns of these models are texts and nulls.
      page.listed(model, id).map((row) => record(page, model, columns, row as unknown as AnyRow)),
    ]),
  );
