/** The model's description of one field of a shop record. */
export interface ShopField {
  readonly kind: 'text' | 'value' | 'money' | 'time' | 'pastTime' | 'order';
  readonly max?: number;
  readonly rule?: string;
  /** Whether null clears the field. */
  readonly required?: boolean;
  readonly initial?: string;
}

const text = (max: number, rule?: string): ShopField => ({ kind: 'text', max, ...(rule && { rule }) });
const needed = (max: number, rule?: string): ShopField => ({ ...text(max, rule), required: true });
const choice = (initial: string): ShopField => ({ kind: 'value', required: true, initial });
const time: ShopField = { kind: 'time' };
const number = text(64);

const fields: Readonly<Record<string, Readonly<Record<string, ShopField>>>> = {
  Attachment: { name: needed(255), description: text(2_000), url: text(2_048, 'url') },
  CustomerSubscription: { customerEmail: needed(254, 'email'), reference: text(255) },
  Order: {
    number,
    status: choice('DRAFT'),
    paymentStatus: choice('UNPAID'),
    fulfillmentStatus: choice('UNFULFILLED'),
    total: { kind: 'money' },
    placedAt: { kind: 'pastTime' },
  },
  OrderSubscription: {
    number,
    status: choice('DRAFT'),
    frequency: needed(64, 'frequency'),
    startsAt: time,
    expiresAt: time,
    nextRunAt: time,
  },
  PaymentSource: { name: text(255), type: needed(64) },
  Return: { order: { kind: 'order' }, number, status: choice('DRAFT') },
  SkuList: { name: needed(255), slug: needed(255), description: text(2_000) },
};

const createdAt: ShopField = { kind: 'pastTime', required: true };

/** The fields of each kind by their names in inputs. */
export const shopFields: ReadonlyMap<string, Readonly<Record<string, ShopField>>> = new Map(
  Object.entries(fields).map(([kind, own]) => [kind, { ...own, createdAt }]),
);

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const column = ([name, { kind }]: readonly [string, ShopField]): string => {
  if (kind === 'money')
    return `'total', case when total_amount is not null then
      jsonb_build_object('amount', total_amount::text, 'currencyCode', currency_code) end`;
  return `'${name}', ${kind === 'order' ? 'order_id' : snake(name)}`;
};

/** The table of a kind, and the SQL of a row as an object. */
export const shopTables = [...shopFields].map(([kind, own]) => ({
  kind,
  table: `${snake(kind).slice(1)}s`,
  object: `jsonb_build_object('id', id, 'customerId', customer_id, ${Object.entries(own).map(column).join(', ')})`,
}));
